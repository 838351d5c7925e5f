/** One icon name found in a source. */
export interface Named {
  readonly name: string;
  /** Offset in the source's text, for messages. */
  readonly at: number;
}

const QUOTED = /(['"])((?:(?!\1)[^\\\n])*)\1/g;
const COMPARED = /[=!]=\s*$/;
const COMPARES = /^\s*[=!]=/;

/**
 * The texts in quotes that an expression can yield; what it only compares with is left out.
 * `a === 'x' ? 'tools' : 'send'` yields tools and send.
 */
export function yieldedLiterals(expression: string, offset = 0): Named[] {
  return [...expression.matchAll(QUOTED)].flatMap((match) => {
    const before = expression.slice(0, match.index);
    const after = expression.slice(match.index + match[0].length);
    const isKey = /^\s*:/.test(after) && !before.includes('?');
    if (COMPARED.test(before) || COMPARES.test(after) || isKey) return [];
    return [{ name: match[2] ?? '', at: offset + match.index + 1 }];
  });
}

/** The names that an attribute's value can be: itself, or what its {{ }} can yield. */
export function attributeNames(value: string, offset: number): Named[] {
  const holes = [...value.matchAll(/\{\{([\s\S]*?)\}\}/g)];
  if (holes.length === 0) return value === '' ? [] : [{ name: value, at: offset }];
  return holes.flatMap((hole) => yieldedLiterals(hole[1] ?? '', offset + hole.index + 2));
}
