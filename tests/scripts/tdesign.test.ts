import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { copyTdesign, tdesignLibrary } from '../../scripts/build/tdesign';
import { filesIn } from '../../scripts/lib/files';
import { aTree } from './support/tree';

jest.setTimeout(60_000);

function shipped(files: Readonly<Record<string, string>>): { names: string[]; target: string } {
  const project = aTree(files);
  const target = path.join(project, 'miniprogram_npm', 'tdesign-miniprogram');
  copyTdesign(project, tdesignLibrary, target);
  return { names: filesIn(target).map((file) => path.relative(target, file)), target };
}

const page = (components: Record<string, string>, wxml = '<view/>') => ({
  'pages/a/a.json': JSON.stringify({ usingComponents: components }),
  'pages/a/a.wxml': wxml,
});

describe('of TDesign, the phone gets', () => {
  test('nothing when nothing is used', () => {
    expect(shipped(page({ 'my-card': '/components/card/card' })).names).toEqual([]);
  });

  test('a named component, those inside it, and what they import', () => {
    const { names } = shipped(page({ 't-cell': 'tdesign-miniprogram/cell/cell' }));
    expect(names).toEqual(
      expect.arrayContaining([
        'cell/cell.wxml',
        'icon/icon.js',
        'image/image.wxml',
        'common/utils.wxs',
        'common/template/icon.wxml',
        'common/style/index.wxss',
        'miniprogram_npm/tslib/index.js',
      ]),
    );
    expect(names.filter((name) => /^(calendar|upload|dialog)/.test(name))).toEqual([]);
    expect(names.filter((name) => name.endsWith('.d.ts'))).toEqual([]);
  });

  test('what a script imports, unless it imports only a type', () => {
    const { names } = shipped({
      'app.ts':
        "import Toast from 'tdesign-miniprogram/toast/index';\n" +
        "import type { TdCalendarProps } from 'tdesign-miniprogram/calendar/type';\n" +
        'export const show = (props: TdCalendarProps) => Toast(props);\n',
    });
    expect(names).toContain('toast/index.js');
    expect(names.filter((name) => name.startsWith('calendar'))).toEqual([]);
  });

  test('no longer what was used yesterday', () => {
    const { target } = shipped(page({ 't-cell': 'tdesign-miniprogram/cell/cell' }));
    const project = path.resolve(target, '../..');
    fs.writeFileSync(path.join(project, 'pages/a/a.json'), '{ "usingComponents": {} }');
    copyTdesign(project, tdesignLibrary, target);
    expect(filesIn(target)).toEqual([]);
  });

  test('an error for a component that does not exist', () => {
    const wrong = page({ 't-buton': 'tdesign-miniprogram/buton/buton' });
    expect(() => shipped(wrong)).toThrow('tdesign-miniprogram/buton/buton');
  });
});

describe('its icons', () => {
  const styles = (files: Record<string, string>) =>
    fs.readFileSync(path.join(shipped(files).target, 'icon', 'icon.wxss'), 'utf8');

  test('are drawn from inlined shapes and ask no network', () => {
    const text = styles(page({ 't-cell': 'tdesign-miniprogram/cell/cell' }));
    expect(text).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
    expect(text).toContain('.t-icon-chevron-right:before{');
    expect(text).toContain("viewBox='0 0 24 24'");
    expect(text).not.toContain('.t-icon-alarm:before');
  });

  test('include those whose names a component puts together', () => {
    const text = styles(page({ 't-checkbox': 'tdesign-miniprogram/checkbox/checkbox' }));
    expect(text).toContain('.t-icon-check-circle-filled:before{');
  });

  test('include those that our templates name, and only existing ones', () => {
    const cell = { 't-cell': 'tdesign-miniprogram/cell/cell' };
    expect(styles(page(cell, '<t-cell left-icon="alarm"/>'))).toContain('.t-icon-alarm:');
    expect(() => styles(page(cell, '<t-cell left-icon="alram"/>'))).toThrow('alram');
  });
});
