import { describe, expect, jest, test } from '@jest/globals';
import { templateProblems } from '../../scripts/check/wxml';
import { allElements, parseWxml } from '../../scripts/lib/wxml';
import { aTree } from './support/tree';

jest.setTimeout(60_000);

interface Page {
  readonly script?: string;
  readonly components?: Readonly<Record<string, string>>;
  readonly others?: Readonly<Record<string, string>>;
}

/** What the check says of a page with this template, without the paths. */
function problems(wxml: string, { script = 'Page({})', components = {}, others = {} }: Page = {}) {
  const project = aTree({
    'app.json': '{ "pages": ["page"], "usingComponents": { "as-icon": "/icon" } }',
    'page.json': JSON.stringify({ usingComponents: components }),
    'page.ts': script,
    'page.wxml': wxml,
    ...others,
  });
  return templateProblems(project).map((line) => line.replace(/^.*?\.wxml:/, ''));
}

describe('a template', () => {
  test('that is right has no problem', () => {
    const wxml = `
      <view wx:for="{{list}}" wx:key="id" bind:tap="open">{{item.title}}</view>
      <as-icon name="home"/>
      <card/>`;
    const page = { script: 'Page({ open() {} })', components: { card: '/card' } };
    expect(problems(wxml, page)).toEqual([]);
  });

  test('is read by the compiler first: open tags, doubled attributes, bad expressions', () => {
    expect(problems('<view>\n<text>a</view>')).toEqual(['2 missing end tag']);
    expect(problems('<view a="1" a="2"/>')).toEqual(['1 duplicated attribute']);
    expect(problems('<view>{{ a + }}</view>')).toHaveLength(1);
  });

  test('may not loop and ask on one element, nor loop without a key', () => {
    expect(problems('<view wx:for="{{a}}" wx:key="id" wx:if="{{b}}"/>')).toEqual([
      '1 wx:for and wx:if on one element: put one of them on a <block>',
    ]);
    expect(problems('<block wx:for="{{a}}"><text>x</text></block>')).toEqual([
      '1 wx:for without wx:key',
    ]);
  });
});

describe('components', () => {
  test('that nobody named stay empty on a phone', () => {
    expect(problems('<view>\n<as-card/></view>')).toEqual([
      '2 <as-card> is not in usingComponents',
    ]);
  });

  test('that are named and not used are shipped for nothing', () => {
    expect(problems('<view/>', { components: { card: '/card' } })).toEqual([
      '1 usingComponents names card, nothing uses it',
    ]);
  });

  test('used by an imported template are used', () => {
    const others = { 'part.wxml': '<template name="x"><card/></template>' };
    const page = { components: { card: '/card' }, others };
    expect(problems('<import src="./part.wxml"/><template is="x"/>', page)).toEqual([]);
  });
});

describe('handlers', () => {
  test('that the script does not have are found, whatever the form of binding', () => {
    expect(problems('<view catch:touchmove="stop"/>')).toEqual([
      '1 catch:touchmove="stop": the script has no stop',
    ]);
    expect(problems('<input bindinput="type"/>')).toEqual([
      '1 bindinput="type": the script has no type',
    ]);
  });

  test('may come from a file beside the script', () => {
    const page = {
      script: "import { shared } from './shared';\nPage({ ...shared });",
      others: { 'shared.ts': 'export const shared = { async go() {} };' },
    };
    expect(problems('<view bind:tap="go">去</view>', page)).toEqual([]);
  });
});

describe('what can be tapped', () => {
  const silent = (wxml: string) => problems(wxml, { script: 'Page({ go() {} })' }).length;

  test('must say what it does', () => {
    expect(silent('<view bind:tap="go"><as-icon name="add"/></view>')).toBe(1);
    expect(silent('<button><image src="a"/></button>')).toBe(1);
    expect(silent('<as-icon name="close" bind:tap="go"/>')).toBe(1);
  });

  test('says it by words, by a label, or by a component inside', () => {
    expect(silent('<view bind:tap="go"><view><text>去核实</text></view></view>')).toBe(0);
    expect(silent('<view bind:tap="go" aria-label="去核实"><as-icon name="add"/></view>')).toBe(0);
    expect(silent('<view bind:tap="go"><slot/></view>')).toBe(0);
    expect(silent('<view aria-hidden="{{true}}"><view bind:tap="go"/></view>')).toBe(0);
  });
});

test('a template is read as a tree with offsets, without comments and inline scripts', () => {
  const text = '<!-- <a/> --><wxs module="m">var a = "<b>";</wxs><view x="1 > 0"><text/>ok</view>';
  const elements = allElements(parseWxml(text));
  expect(elements.map(({ tag }) => tag)).toEqual(['wxs', 'view', 'text']);
  expect(elements[1]?.text).toBe('ok');
  const [attribute] = elements[1]?.attributes ?? [];
  expect(text.slice(attribute?.at).startsWith('1 > 0')).toBe(true);
});
