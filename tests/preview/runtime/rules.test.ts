import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ProjectBundle } from '../../../packages/preview/src/build/bundle';
import { createChannels } from '../../../packages/preview/src/runtime/channel';
import { Modules } from '../../../packages/preview/src/runtime/modules';
import { ariaName } from '../../../packages/preview/src/runtime/template';
import { formatPageUrl, parsePageUrl } from '../../../packages/preview/src/runtime/url';

describe('addresses of pages', () => {
  test.each([
    ['/pages/a/a?x=1&y=', undefined, 'pages/a/a', { x: '1', y: '' }],
    ['b?x=%E4%B8%AD', 'pages/a/a', 'pages/a/b', { x: '%E4%B8%AD' }],
    ['../b/b', 'pages/a/a', 'pages/b/b', {}],
    ['/pages/a/a?a=b=c&flag', undefined, 'pages/a/a', { a: 'b=c', flag: '' }],
    ['/pages/a/a.html', undefined, 'pages/a/a', {}],
  ])('%s from %s', (url, from, route, query) => {
    expect(parsePageUrl(url, from)).toEqual({ route, query });
  });

  test('what is written is read again', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
    const value = fc.string().map((text) => encodeURIComponent(text));
    const route = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(route, fc.dictionary(name, value, { noNullPrototype: true }), (at, query) => {
        expect(parsePageUrl(formatPageUrl({ route: at, query }))).toEqual({ route: at, query });
      }),
    );
  });
});

describe('the channel between two pages', () => {
  test('carries both ways, and keeps what nobody heard yet', () => {
    const { opener, opened } = createChannels();
    const heard: unknown[] = [];
    opened.emit('early', 1, 2);
    opener.on('early', (...data) => heard.push(['early', ...data]));
    opened.on('down', (data) => heard.push(['down', data]));
    opener.emit('down', 'x');
    expect(heard).toEqual([
      ['early', 1, 2],
      ['down', 'x'],
    ]);
  });

  test('once hears once, off hears no more', () => {
    const { opener, opened } = createChannels();
    const heard: unknown[] = [];
    const listener = (data: unknown) => heard.push(data);
    opener.once('a', listener);
    opened.emit('a', 1);
    opened.emit('a', 2);
    opener.off('a');
    opener.on('b', listener);
    opener.off('b', listener);
    opened.emit('b', 3);
    expect(heard).toEqual([1]);
  });
});

describe('modules of a project', () => {
  const modules = (bodies: Record<string, string>, scripts: Record<string, string> = {}) => {
    const entries = Object.entries(bodies).map(([id, body]) => [
      id,
      [new Function('require', 'module', 'exports', body), {}],
    ]);
    const bundle = {
      modules: Object.fromEntries(entries),
      components: Object.entries(scripts).map(([script, id]) => ({ id, script })),
    };
    return new Modules(bundle as unknown as ProjectBundle);
  };

  test('run once, may need each other, and find names made at run time', () => {
    const all = modules({
      'a.js': "exports.early = 1; exports.b = require('./lib/b').seen; exports.late = 2;",
      'lib/b.ts': "exports.seen = require('../' + 'a.js').early;",
    });
    expect(all.run('a.js')).toEqual({ early: 1, b: 1, late: 2 });
    expect(all.run('a.js')).toBe(all.run('a.js'));
  });

  test('what is not there is named, as WeChat does', () => {
    expect(() => modules({ 'a.js': "require('./gone')" }).run('a.js')).toThrow(
      "module './gone' is not defined",
    );
  });

  test('know for which component a script runs, also when one requires another', () => {
    const seen: (string | undefined)[] = [];
    Object.assign(globalThis, { note: () => seen.push(all.defining()) });
    const all = modules(
      {
        'x.js': "note(); require('./y.js'); note();",
        'y.js': "require('./z.js'); note();",
        'z.js': 'note();',
      },
      { 'x.js': 'x', 'y.js': 'y' },
    );
    all.run('x.js');
    expect(seen).toEqual(['x', 'y', 'y', 'x']);
    expect(all.defining()).toBeUndefined();
    Reflect.deleteProperty(globalThis, 'note');
  });
});

describe('aria attributes in both spellings', () => {
  test.each([
    ['aria-role', 'role'],
    ['ariaRole', 'role'],
    ['ariaLabel', 'aria-label'],
    ['aria-checked', 'aria-checked'],
    ['area', undefined],
    ['arial', undefined],
  ])('%s is %s', (name, dom) => {
    expect(ariaName(name)).toBe(dom);
  });
});
