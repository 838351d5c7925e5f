import { describe, expect, test } from '@jest/globals';
import { transformText } from '../../../packages/preview/src/builtins/animation';
import { fitted } from '../../../packages/preview/src/builtins/field';
import { sanitise } from '../../../packages/preview/src/builtins/rich-nodes';
import { decodeEntities } from '../../../packages/preview/src/builtins/text';

describe('rich text', () => {
  test('loses tags which WeChat does not trust, with all they contain', () => {
    const nodes = [{ name: 'script', children: [{ type: 'text', text: 'x' }] }, { name: 'iframe' }];
    expect(sanitise(nodes)).toEqual([]);
  });

  test('keeps class, style and the attributes of its tag, nothing that runs', () => {
    const attrs = { class: 'c', onclick: 'x()', href: 'javascript:x()', style: 'color:red' };
    expect(sanitise([{ name: 'A', attrs }])).toEqual([
      { kind: 'element', name: 'a', attributes: { class: 'c', style: 'color:red' }, children: [] },
    ]);
  });

  test('loads pictures from ordinary addresses only', () => {
    const srcOf = (src: string) => {
      const [node] = sanitise([{ name: 'img', attrs: { src } }]);
      return node?.kind === 'element' ? node.attributes['src'] : undefined;
    };
    expect(srcOf('https://a.cn/b.png')).toBe('https://a.cn/b.png');
    expect(srcOf('javascript:alert(1)')).toBeUndefined();
    expect(srcOf('data:text/html,x')).toBeUndefined();
  });

  test('names of what every object has are no tags', () => {
    expect(sanitise([{ name: 'constructor' }, { name: '__proto__' }])).toEqual([]);
  });
});

test('text decodes the seven entities of WeChat and no more', () => {
  expect(decodeEntities('1 &lt; 2 &amp;&copy;')).toBe('1 < 2 &&copy;');
});

test('a field takes 140 characters unless told; −1 takes all', () => {
  const long = 'x'.repeat(200);
  expect(fitted(long, undefined)).toHaveLength(140);
  expect(fitted(long, '3')).toBe('xxx');
  expect(fitted(long, -1)).toBe(long);
});

test('movements of an animation carry the units of CSS', () => {
  expect(transformText('translate', [10, 20])).toBe('translate(10px,20px)');
  expect(transformText('rotate', [45])).toBe('rotate(45deg)');
  expect(transformText('scale', [2])).toBe('scale(2)');
  expect(transformText('translate3d', ['50%', 1, 2])).toBe('translate3d(50%,1px,2px)');
});
