import { SourceMap } from 'node:module';
import { afterEach, expect, test } from '@jest/globals';
import { Builder } from '../../../packages/preview/src/build/builder';
import { positionOf } from '../../../packages/preview/src/build/problems';
import { findProject } from '../../../packages/preview/src/build/project';
import { type MiniProject, onePage, writeMiniProject } from '../../builders/mini-project';

let project: MiniProject | undefined;

afterEach(async () => {
  await project?.remove();
});

test('a place in the bundle leads back to the line of the source', async () => {
  project = await writeMiniProject(
    onePage('<view />', {
      'app.js': "require('./lib');\nApp({});\n",
      'lib.ts':
        'interface Gone {\n  a: number;\n}\nexport const b: Gone = { a: 1 };\n\nexport function f() {\n  return "here";\n}\n',
    }),
  );
  const build = await new Builder(findProject(project.folder)).build();
  const place = positionOf(build.script, '"here"');
  const map = new SourceMap(JSON.parse(build.scriptMap));
  const found = map.findEntry((place?.line ?? 0) - 1, (place?.column ?? 0) - 1);
  expect(found).toMatchObject({
    originalSource: expect.stringContaining('/project-source/lib.ts'),
    originalLine: 6,
  });
});

test('the same sources make the same bundle', async () => {
  project = await writeMiniProject(
    onePage('<view />', {
      'app.js': ['a', 'b', 'c', 'd'].map((name) => `require('./${name}');`).join('\n'),
      ...Object.fromEntries(
        ['a', 'b', 'c', 'd'].map((name) => [`${name}.js`, `exports.${name} = 1;`]),
      ),
    }),
  );
  const place = findProject(project.folder);
  const builder = new Builder(place);
  const versions = [await builder.build(), await builder.build(), await new Builder(place).build()];
  expect(new Set(versions.map((build) => build.scriptVersion)).size).toBe(1);
});
