import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { pageData, waitForData } from '../../builders/preview-data';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

jest.setTimeout(60_000);

describeInBrowser('a form', () => {
  let browser: Browser;
  let app: OpenPreview;
  const field = (label: string) => app.top.getByLabel(label, { exact: true });
  const dialog = () => app.page.getByRole('dialog');

  beforeAll(async () => {
    browser = await launchBrowser();
    app = await openPreview(browser, projectFolder('builtins-controls'), '/pages/form/form');
  });
  beforeEach(async () => {
    await app.page.reload();
    await app.top.getByText('提交', { exact: true }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });

  test('submits the values of all its named fields', async () => {
    await field('在哪里').fill('车间');
    await app.tap('提交');
    expect(await waitForData(app.page, 'submitted')).toMatchObject({
      value: {
        place: '车间',
        words: '',
        marks: ['a'],
        kind: 'power',
        hidden: true,
        level: 4,
        city: 0,
        day: '2024-02-28',
        time: '09:15',
      },
    });
  });

  test('goes back to where it began on reset', async () => {
    await field('在哪里').fill('车间');
    await field('不留名').click();
    await app.top.getByRole('checkbox', { name: '乙' }).click();
    await app.tap('重填');
    await app.tap('提交');
    expect(await waitForData(app.page, 'submitted')).toMatchObject({
      value: { place: '', hidden: true, marks: ['a'] },
    });
  });

  test('an input cuts at maxlength, and tells what and where was typed', async () => {
    await field('在哪里').pressSequentially('一二三四五六七');
    expect(await field('在哪里').inputValue()).toBe('一二三四五');
    expect((await pageData(app.page))['input']).toMatchObject({ value: '一二三四五', cursor: 5 });
    await field('在哪里').press('Enter');
    expect(await waitForData(app.page, 'confirm')).toEqual({ value: '一二三四五' });
    expect(await waitForData(app.page, 'blur')).toMatchObject({ value: '一二三四五' });
  });

  test('an input shows what the page makes of what was typed', async () => {
    await field('大写').pressSequentially('ab');
    expect(await field('大写').inputValue()).toBe('AB');
  });

  test('a handler of input may return what stands there instead', async () => {
    await field('去空格').pressSequentially('a b');
    expect(await field('去空格').inputValue()).toBe('ab');
  });

  test('a textarea grows with its lines', async () => {
    const height = () => field('说一说').evaluate((element) => element.clientHeight);
    const before = await height();
    await field('说一说').fill('一\n二\n三\n四');
    expect(await height()).toBeGreaterThan(before * 2);
    expect(await waitForData(app.page, 'lines')).toMatchObject({ lineCount: 4 });
  });

  test('boxes tell their group; a label is part of its box; a disabled one stays', async () => {
    await app.top.getByText('乙', { exact: true }).click();
    expect(await waitForData(app.page, 'marks')).toEqual({ value: ['a', 'b'] });
    await app.top.getByText('丙', { exact: true }).click({ force: true });
    expect(await app.top.getByRole('checkbox', { name: '丙' }).getAttribute('aria-checked')).toBe(
      'false',
    );
  });

  test('of radios one is on, by a label elsewhere too, and by keyboard', async () => {
    await app.top.getByText('选消防').click();
    expect(await waitForData(app.page, 'kind')).toEqual({ value: 'fire' });
    await app.top.getByRole('radio', { name: '用电' }).press('Enter');
    expect((await pageData(app.page))['kind']).toEqual({ value: 'power' });
  });

  test('a slider goes by its steps', async () => {
    await app.top.getByRole('slider').press('ArrowRight');
    expect(await waitForData(app.page, 'level')).toEqual({ value: 6 });
  });

  test('a disabled button submits nothing', async () => {
    await app.top.getByText('不能提交').click({ force: true });
    await app.tap('重填');
    await waitForData(app.page, 'reset');
    expect((await pageData(app.page))['submitted']).toBeUndefined();
  });

  test('a picker answers the index of the chosen row, or that it was cancelled', async () => {
    await app.tap('城市:甲市');
    await dialog().getByRole('button', { name: '取消' }).click();
    expect(await waitForData(app.page, 'cancelled')).toEqual({});
    await app.tap('城市:甲市');
    await dialog().getByRole('option', { name: '丙市' }).click();
    await dialog().getByRole('button', { name: '确定' }).click();
    await app.top.getByText('城市:丙市').waitFor();
    expect((await pageData(app.page))['picked']).toEqual({ value: '2' });
  });

  test('a date picker offers the days of the chosen month', async () => {
    await app.tap('日期');
    const days = dialog().getByRole('listbox', { name: '日' });
    expect(await days.getByRole('option').count()).toBe(20);
    await dialog().getByRole('listbox', { name: '月' }).getByText('3月', { exact: true }).click();
    expect(await days.getByRole('option').count()).toBe(31);
    await dialog().getByRole('button', { name: '确定' }).click();
    expect(await waitForData(app.page, 'day')).toEqual({ value: '2024-03-28' });
  });

  test('a picker of several columns tells each move', async () => {
    await app.tap('两列');
    await dialog().getByRole('option', { name: '下' }).click();
    expect(await waitForData(app.page, 'column')).toEqual({ column: 1, value: 1 });
    await dialog().getByRole('button', { name: '确定' }).click();
    expect(await waitForData(app.page, 'pair')).toEqual({ value: [0, 1] });
  });
});
