import { describe, expect, test } from '@jest/globals';
import { forbiddenWords } from '../../scripts/check/copy';
import { addressesIn } from '../../scripts/check/lock';
import { differences } from '../../scripts/check/privacy';
import { usesInScript, usesInTemplate } from '../../scripts/check/privacy/used';
import { tooLarge } from '../../scripts/check/sizes';
import { packageSizes } from '../../scripts/check/sizes/measure';
import { tracesIn } from '../../scripts/check/traces';
import { errorsIn } from '../../scripts/check/types';
import { withoutComments } from '../../scripts/lib/source-text';
import { aTree } from './support/tree';

describe('the size of a package', () => {
  const project = () =>
    aTree({
      'app.json': '{"pages":["a"],"subPackages":[{"root":"sub/one/","pages":["b"]}]}',
      'app.ts':
        'const a: { readonly long: number; readonly type: string } | undefined = undefined;',
      'types.d.ts': 'declare const never: string;'.repeat(100),
      'notes.md': 'x'.repeat(1000),
      'sub/one/b.wxml': '<view/>',
      'sub/one-more/c.wxml': '<view/>',
    });

  test('counts TypeScript as the script it becomes, and only what WeChat packs', () => {
    const [main] = packageSizes(project());
    const files = Object.fromEntries(main?.largest.map(({ file, bytes }) => [file, bytes]) ?? []);
    expect(files['app.ts']).toBeLessThan(60);
    expect(Object.keys(files).sort()).toEqual(['app.json', 'app.ts', 'sub/one-more/c.wxml']);
  });

  test('gives each subpackage what lies under its root', () => {
    const sizes = Object.fromEntries(packageSizes(project()).map((one) => [one.name, one.bytes]));
    expect(sizes['sub/one/']).toBe('<view/>'.length);
  });

  test('may be at most 600 KB for the main package and 2 MB for the others', () => {
    const size = (name: string, kilobytes: number) => ({
      name,
      bytes: kilobytes * 1024,
      largest: [{ file: 'big.js', bytes: kilobytes * 1024 }],
    });
    expect(tooLarge([size('main', 600), size('sub/', 2048)])).toEqual([]);
    expect(tooLarge([size('main', 601), size('sub/', 2049)])).toEqual([
      'main: 601 KB, at most 600 KB (largest: big.js 601 KB)',
      'sub/: 2049 KB, at most 2048 KB (largest: big.js 2049 KB)',
    ]);
  });
});

describe('the lock file', () => {
  test('may name where a link leads and nothing else', () => {
    const packages = {
      '': {},
      'node_modules/@anshao/core': { resolved: 'packages/core', link: true },
      'node_modules/left': { resolved: 'https://example.org/left.tgz' },
    };
    expect(addressesIn({ packages })).toEqual(['node_modules/left: https://example.org/left.tgz']);
  });
});

describe('words that nobody may read', () => {
  const words = (text: string) => forbiddenWords(text).map(({ word }) => word);

  test('are found, also as a button that does not say what it does', () => {
    expect(words('<view>本案件已结案</view>')).toEqual(['案件', '结案']);
    expect(words('<t-button>确定</t-button>')).toEqual(['确定']);
    expect(words('{ "cancelText": "取消" }')).toEqual(['取消']);
    expect(words('认定重大隐患')).toEqual([]);
    expect(words('工会认定属实')).toEqual(['认定']);
  });

  test('do not include what the competent body decides, nor longer words', () => {
    expect(words('部门认定重大 / 认定非重大')).toEqual([]);
    expect(words('<text>还不能确定</text>')).toEqual([]);
  });

  test('may stand in comments', () => {
    const text = withoutComments("// 案件\nconst a = '//案件'; /* 结案 */");
    expect(words(text)).toEqual(['案件']);
  });
});

describe('private information', () => {
  test('is seen where scripts, components and buttons use it', () => {
    const names = (uses: readonly { information: string }[]) =>
      uses.map(({ information }) => information);
    expect(names(usesInScript('wx.chooseMedia({ count: 1 })'))).toEqual(['选中的照片或视频信息']);
    expect(names(usesInScript("wx.authorize({ scope: 'scope.record' })"))).toEqual(['麦克风']);
    expect(names(usesInScript('wx.previewMedia()'))).toEqual([]);
    expect(names(usesInTemplate('<button open-type="getPhoneNumber">手机号</button>'))).toEqual([
      '手机号',
    ]);
    expect(names(usesInTemplate('<camera/>'))).toEqual(['摄像头']);
  });

  test('must be declared with a purpose, and only when it is used', () => {
    const uses = [{ information: '剪切板', by: 'setClipboardData' }];
    expect(differences(uses, { declared: [] })).toEqual([
      'setClipboardData uses 剪切板: not declared',
    ]);
    const clipboard = { information: '剪切板', purpose: '复制查询码' };
    expect(differences(uses, { declared: [clipboard] })).toEqual([]);
    expect(differences([], { declared: [clipboard] })).toEqual([
      '剪切板 is declared, but nothing uses it',
    ]);
    expect(differences(uses, { declared: [{ ...clipboard, purpose: ' ' }] })).toEqual([
      '剪切板 is declared without a purpose',
    ]);
  });
});

test('folders of a machine and hosts of registries are found, addresses of pages are not', () => {
  const path = ['', 'home', 'somebody', 'x'].join('/');
  expect(tracesIn(`see ${path}`)).toHaveLength(1);
  expect(tracesIn(['https://registry', 'npmjs', 'org'].join('.'))).toHaveLength(1);
  expect(tracesIn('pages/home/home and https://example.org/home/x')).toEqual([]);
});

test("a compiler's follow-up lines belong to the error above them", () => {
  const output = 'a.ts(1,2): error TS2322: no\n  because of this\nb.ts(3,4): error TS1: x\n';
  expect(errorsIn(output)).toEqual([
    'a.ts(1,2): error TS2322: no\n  because of this',
    'b.ts(3,4): error TS1: x',
  ]);
});
