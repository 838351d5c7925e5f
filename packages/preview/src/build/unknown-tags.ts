import type { ComponentNode } from './graph';
import { type Problem, positionAt } from './problems';
import { BUILTIN_TAGS } from './tags';

/** Tags which are not components but WXML's own. */
const SYNTAX = new Set(['block', 'slot', 'template', 'import', 'include', 'wxs']);

/**
 * Tags in a component's template which neither the platform nor the project knows. WeChat shows
 * nothing in their place and says so only in its console; they are mostly misspellings.
 */
export function unknownTags(node: ComponentNode, file: string, source: string): Problem[] {
  const visible = source.replace(/<!--[\s\S]*?-->|<wxs\b[\s\S]*?<\/wxs>/g, (hidden) =>
    hidden.replace(/[^\n]/g, ' '),
  );
  const problems = new Map<string, Problem>();
  for (const match of visible.matchAll(/<([a-zA-Z][\w-]*)/g)) {
    const tag = match[1];
    if (tag === undefined || problems.has(tag) || isKnown(tag, node)) continue;
    problems.set(tag, {
      file,
      ...positionAt(visible, match.index),
      message: `<${tag}> is not declared in usingComponents`,
      severity: 'warning',
    });
  }
  return [...problems.values()];
}

function isKnown(tag: string, node: ComponentNode): boolean {
  return (
    BUILTIN_TAGS.has(tag) ||
    SYNTAX.has(tag) ||
    node.using[tag] !== undefined ||
    node.generics[tag] !== undefined
  );
}
