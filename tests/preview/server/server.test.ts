import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startPreview } from '@anshao/preview';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { type MiniProject, onePage, writeMiniProject } from '../../builders/mini-project';

// A browser and a build, on a machine that may be busy.
jest.setTimeout(60_000);

let project: MiniProject | undefined;
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await project?.remove();
});

async function serve(options: { people?: string; port?: number } = {}) {
  project ??= await writeMiniProject(onePage('<view />'));
  const preview = await startPreview({ project: project.folder, watch: false, ...options });
  closing.push(() => preview.close());
  return preview.url;
}

async function setupOf(url: string): Promise<Record<string, unknown>> {
  const html = await (await fetch(url)).text();
  const text = /id="mp-setup">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  return JSON.parse(text);
}

describe('the preview server', () => {
  afterEach(() => {
    project = undefined;
  });

  test('refuses in a sentence: no project, a port that is taken', async () => {
    await expect(startPreview({ project: '/nowhere/at/all' })).rejects.toThrow(
      'There is no folder /nowhere/at/all.',
    );
    const port = Number(new URL(await serve()).port);
    await expect(serve({ port })).rejects.toThrow(`Port ${port} is taken`);
  });

  test('serves images of the project, and no sources', async () => {
    project = await writeMiniProject(
      onePage('<view />', { 'images/a.svg': '<svg/>', 'project.private.config.json': '{}' }),
    );
    const url = await serve();
    const image = await fetch(`${url}/project/images/a.svg`);
    expect(image.headers.get('content-type')).toBe('image/svg+xml');
    expect(await image.text()).toBe('<svg/>');
    for (const file of [
      'app.js',
      'project.private.config.json',
      '..%2f..%2fetc%2fhosts.svg',
      '%2e%2e/a.svg',
    ]) {
      expect((await fetch(`${url}/project/${file}`)).status).toBe(404);
    }
  });

  test('brings fonts and icons', async () => {
    const url = await serve();
    const style = await (await fetch(`${url}/preview/fonts.css`)).text();
    expect(style).toContain("font-family: 'PingFang SC'");
    const font = /url\((\/preview\/fonts\/[^)]+)\)/.exec(style)?.[1] ?? '';
    expect((await fetch(url + font)).headers.get('content-type')).toBe('font/woff2');
    const icon = await (await fetch(`${url}/preview/icons/home.svg`)).text();
    expect(icon).toContain('viewBox=');
  });

  test('reads the people anew on each load', async () => {
    project = await writeMiniProject(onePage('<view />'));
    const people = path.join(project.folder, 'people.json');
    const url = await serve({ people });
    expect(await setupOf(url)).toMatchObject({ boot: { people: [], codes: [] } });
    await writeFile(people, '[{ "openid": "o1", "name": "王<师傅>" }]');
    expect(await setupOf(url)).toMatchObject({
      boot: { people: [{ openid: 'o1', name: '王<师傅>' }], codes: [] },
    });
    await writeFile(
      people,
      '{ "people": [], "codes": [{ "label": "车间", "path": "pages/index/index?scene=a" }] }',
    );
    expect(await setupOf(url)).toMatchObject({ boot: { codes: [{ label: '车间' }] } });
    await writeFile(people, '{ "people": [{ "name": "谁" }] }');
    const refused = await fetch(url);
    expect(refused.status).toBe(500);
    expect(await refused.text()).toContain('people[0] lacks a field');
  });

  test('a project that cannot be built is still served, with what is wrong', async () => {
    project = await writeMiniProject(onePage('<view>'));
    expect(await setupOf(await serve())).toMatchObject({
      state: { problems: [{ file: 'pages/index/index.wxml', line: 1 }] },
    });
  });
});
