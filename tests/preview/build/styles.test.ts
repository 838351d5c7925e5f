import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rewriteSelector } from '../../../packages/preview/src/build/selectors';
import { convertUnits } from '../../../packages/preview/src/build/units';

describe('lengths follow the phone', () => {
  test.each([
    ['750rpx', '100cqw'],
    ['-7.5rpx .75rpx', '-1cqw 0.1cqw'],
    ['calc(100vh - 20rpx)', 'calc(100cqh - 2.66667cqw)'],
    ['2rem', 'calc(2 * var(--mp-rem, 16px))'],
    ['url(a-10rpx.png) 10px', 'url(a-10rpx.png) 10px'],
    ['"10rpx"', '"10rpx"'],
    ['var(--space-1rem)', 'var(--space-1rem)'],
    ['env(safe-area-inset-bottom)', 'var(--mp-safe-bottom, env(safe-area-inset-bottom, 0px))'],
  ])('%s becomes %s', (before, after) => {
    expect(convertUnits(before)).toBe(after);
  });

  test('what was converted is not changed again', () => {
    const unit = fc.constantFrom('rpx', 'vw', 'vh', 'px', '%');
    const length = fc.tuple(fc.integer({ min: -2000, max: 2000 }), unit);
    fc.assert(
      fc.property(fc.array(length, { minLength: 1, maxLength: 4 }), (lengths) => {
        const once = convertUnits(lengths.map(([n, name]) => `${n}${name}`).join(' '));
        expect(convertUnits(once)).toBe(once);
        expect(once).not.toMatch(/rpx|vw|vh/);
      }),
    );
  });
});

describe('selectors reach what WeChat lets them reach', () => {
  test.each([
    ['.a .b', {}, '.a .b'],
    ['.a .b', { prefix: 's1' }, '.s1--a .s1--b'],
    [':host .a', { prefix: 's1', host: '[data-is="x"]' }, '[data-is="x"] .s1--a'],
    [':host(.a)', { prefix: 's1', host: '[data-is="x"]' }, '[data-is="x"].a'],
    ['view>text.a', {}, 'wx-view>wx-text.a'],
    ['page', {}, 'wx-page'],
    ['page view', { route: 'pages/a/a' }, ':where([data-route="pages/a/a"]) wx-page wx-view'],
    ['.view:not(view)', {}, '.view:not(wx-view)'],
    ['[data-a=".b view"] .c', { prefix: 's1' }, '[data-a=".b view"] .s1--c'],
    ['.a::before', { prefix: 's1' }, '.s1--a::before'],
    ['my-view', {}, 'my-view'],
  ])('%s with %j', (before, scope, after) => {
    expect(rewriteSelector(before, scope)).toBe(after);
  });
});
