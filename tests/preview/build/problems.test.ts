import { afterEach, describe, expect, test } from '@jest/globals';
import { Builder } from '../../../packages/preview/src/build/builder';
import { describeProblem } from '../../../packages/preview/src/build/problems';
import { findProject } from '../../../packages/preview/src/build/project';
import {
  type MiniProject,
  onePage,
  type ProjectFiles,
  writeMiniProject,
} from '../../builders/mini-project';

let project: MiniProject | undefined;

afterEach(async () => {
  await project?.remove();
});

async function problemsOf(files: ProjectFiles): Promise<string[]> {
  project = await writeMiniProject(files);
  const { problems } = await new Builder(findProject(project.folder)).build();
  return problems
    .filter((problem) => problem.severity === 'error')
    .map((problem) => describeProblem(problem));
}

describe('a mistake in a project is told with its file, line and column', () => {
  test('a project without mistakes has no problems', async () => {
    expect(await problemsOf(onePage('<view>好</view>'))).toEqual([]);
  });

  test('an element that is never closed', async () => {
    expect(await problemsOf(onePage('<view>\n  <text>好\n</view>'))).toEqual([
      'pages/index/index.wxml:2:4: WXML: missing end tag',
    ]);
  });

  test('an expression that cannot be read', async () => {
    const [problem] = await problemsOf(onePage('<view>\n{{ a + }}</view>'));
    expect(problem).toMatch(/^pages\/index\/index\.wxml:2:\d+: WXML: unexpected character/);
  });

  test('a template that imports nothing', async () => {
    expect(await problemsOf(onePage('<view />\n<import src="./lost.wxml" />'))).toEqual([
      'pages/index/index.wxml:2:16: pages/index/lost.wxml does not exist',
    ]);
  });

  test('a WXS script inside a template', async () => {
    const wxml = '<view />\n<wxs module="m">\nvar a = ;\n</wxs>';
    const [problem] = await problemsOf(onePage(wxml));
    expect(problem).toMatch(/^pages\/index\/index\.wxml:3:9: WXS: Unexpected ";"/);
  });

  test('a style sheet', async () => {
    const files = onePage('<view />', { 'pages/index/index.wxss': '.a {\n  color: red;\n' });
    expect(await problemsOf(files)).toEqual(['pages/index/index.wxss:1:1: WXSS: Unclosed block']);
  });

  test('an @import of nothing', async () => {
    const files = onePage('<view />', { 'app.wxss': '.a { color: red }\n@import "./lost.wxss";' });
    const [problem] = await problemsOf(files);
    expect(problem).toMatch(/^app\.wxss:2:9: WXSS: @import "\.\/lost\.wxss": no such file/);
  });

  test('a script, in TypeScript', async () => {
    const files = onePage('<view />', {
      'pages/index/index.js': 'Page({});',
      'app.js': '',
      'app.ts': 'App({});\nconst n: number = ;',
    });
    expect(await problemsOf(files)).toEqual(['app.ts:2:19: Unexpected ";"']);
  });

  test('a script that requires a file which is not there', async () => {
    const files = onePage('<view />', { 'pages/index/index.js': "\nconst a = require('./lost');" });
    expect(await problemsOf(files)).toEqual([
      "pages/index/index.js:2:19: module './lost' is not defined",
    ]);
  });

  test('JSON', async () => {
    const files = onePage('<view />', { 'pages/index/index.json': '{\n  "a": 1,\n}' });
    const [problem] = await problemsOf(files);
    expect(problem).toMatch(/^pages\/index\/index\.json:3:1: JSON: /);
  });

  test('a page that app.json names and nobody wrote', async () => {
    const files = onePage('<view />', {
      'app.json': '{\n "pages": ["pages/index/index",\n "pages/lost/lost"]\n}',
    });
    expect(await problemsOf(files)).toEqual([
      'app.json:3:9: page pages/lost/lost has no .wxml file',
    ]);
  });

  test('a component that is not where usingComponents says', async () => {
    const files = onePage('<lost-one />', {
      'pages/index/index.json': '{\n  "usingComponents": { "lost-one": "./lost" }\n}',
    });
    expect(await problemsOf(files)).toEqual([
      'pages/index/index.json:2:24: usingComponents: lost-one → ./lost: no such component',
    ]);
  });
});

describe('what WeChat would pass over is a warning', () => {
  async function warningsOf(files: ProjectFiles): Promise<string[]> {
    project = await writeMiniProject(files);
    const { problems } = await new Builder(findProject(project.folder)).build();
    expect(problems.every((problem) => problem.severity === 'warning')).toBe(true);
    return problems.map((problem) => describeProblem(problem));
  }

  test('a tag that nobody declared', async () => {
    const wxml = '<!-- <gone /> -->\n<view><my-crad /></view>\n<block><slot /></block>';
    expect(await warningsOf(onePage(wxml))).toEqual([
      'pages/index/index.wxml:2:7: <my-crad> is not declared in usingComponents',
    ]);
  });

  test('a picture of the project in a style sheet', async () => {
    const css = '.a { background: url("data:,") }\n.b { background: url(/a.png) }';
    expect(await warningsOf(onePage('<view />', { 'app.wxss': css }))).toEqual([
      'app.wxss:2:6: WXSS: url(/a.png): WeChat loads no local files from style sheets',
    ]);
  });

  test('content inside a slot, a duplicated attribute', async () => {
    const [slot, twice] = await warningsOf(onePage('<slot><view /></slot>\n<view a="1" a="2" />'));
    expect(slot).toContain('pages/index/index.wxml:1:7: WXML: child nodes are not allowed');
    expect(twice).toContain('pages/index/index.wxml:2:13: WXML: duplicated attribute');
  });

  test('a package that is not installed', async () => {
    const files = onePage('<view />', { 'app.js': "try { require('left-pad'); } catch {}" });
    expect(await warningsOf(files)).toEqual(["app.js:1:15: module 'left-pad' is not defined"]);
  });
});

describe('finding the project', () => {
  test('project.config.json may say where the sources lie', async () => {
    const files = Object.entries(onePage('<view />')).map(([name, text]) => [`src/${name}`, text]);
    project = await writeMiniProject({
      ...Object.fromEntries(files),
      'project.config.json': '{ "miniprogramRoot": "src/", "projectname": "%E5%B0%8F" }',
    });
    const place = findProject(project.folder);
    expect(place.name).toBe('小');
    const { problems, pages } = await new Builder(place).build();
    expect(problems).toEqual([]);
    expect(pages).toBe(1);
  });

  test('a folder without app.json is refused in a sentence', async () => {
    project = await writeMiniProject({ 'readme.md': '' });
    const { folder } = project;
    expect(() => findProject(folder)).toThrow(/There is no app\.json in /);
  });
});
