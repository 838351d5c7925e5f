import { describe, expect, test } from '@jest/globals';
import { adaptWxs } from '../../../packages/preview/src/build/wxs';

describe('in WXS, constructor is the name of a type', () => {
  test.each([
    ["a.constructor === 'Array'", "__wxsConstructor(a) === 'Array'"],
    ['return a.b[0].constructor;', 'return __wxsConstructor(a.b[0]);'],
    ['typeof f(x, y).constructor', 'typeof __wxsConstructor(f(x, y))'],
    [
      "'Object' == x.constructor && y.constructor",
      "'Object' == __wxsConstructor(x) && __wxsConstructor(y)",
    ],
    ['a.constructors', 'a.constructors'],
    ['{ constructor: 1 }', '{ constructor: 1 }'],
  ])('%s', (before, after) => {
    expect(adaptWxs(before)).toBe(after);
  });
});
