import { allElements, attributeOf, parseWxml } from '../../lib/wxml';
import { problemAt, type Template } from './problem';

const CONDITIONS = ['wx:if', 'wx:elif', 'wx:else'];

/** Loops that WeChat reads otherwise than they look, or that lose their rows' state. */
export function loopProblems(template: Template): string[] {
  return allElements(parseWxml(template.text)).flatMap((element) => {
    if (attributeOf(element, 'wx:for') === undefined) return [];
    const problems: string[] = [];
    const condition = CONDITIONS.find((name) => attributeOf(element, name) !== undefined);
    if (condition !== undefined) {
      const what = `wx:for and ${condition} on one element: put one of them on a <block>`;
      problems.push(problemAt(template, element.at, what));
    }
    if (attributeOf(element, 'wx:key') === undefined) {
      problems.push(problemAt(template, element.at, 'wx:for without wx:key'));
    }
    return problems;
  });
}
