import { transformSync } from 'esbuild';
import type { Problem } from './problems';

/**
 * In WXS `x.constructor` is the name of the type ("Array", "Object" …), not a function. Each
 * such expression becomes a call of the runtime's helper; the rest of the script is left alone.
 */
export function adaptWxs(source: string): string {
  let result = source;
  let at = result.lastIndexOf('.constructor');
  while (at >= 0) {
    const end = at + '.constructor'.length;
    const start = expressionStart(result, at);
    if (start < at && !/[\w$]/.test(result[end] ?? '')) {
      const subject = result.slice(start, at);
      result = `${result.slice(0, start)}__wxsConstructor(${subject})${result.slice(end)}`;
    }
    at = at === 0 ? -1 : result.lastIndexOf('.constructor', at - 1);
  }
  return result;
}

/** Where the member expression which ends at `end` begins: names, dots, calls, indices. */
function expressionStart(text: string, end: number): number {
  let at = end;
  for (;;) {
    const before = text[at - 1];
    if (before === ')' || before === ']') {
      at = openingOf(text, at - 1);
      continue;
    }
    const name = /[\w$]+$/.exec(text.slice(0, at))?.[0];
    if (name === undefined) return at;
    if (['return', 'typeof', 'case', 'in', 'new', 'void', 'delete'].includes(name)) return at;
    at -= name.length;
    if (text[at - 1] !== '.') return at;
    at -= 1;
  }
}

/** Index of the bracket that matches the closing one at `close`. */
function openingOf(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at -= 1) {
    const char = text[at];
    if (char === ')' || char === ']') depth += 1;
    else if (char === '(' || char === '[') depth -= 1;
    if (depth === 0) return at;
  }
  return close;
}

/** Names given to `require('…')`. */
export function wxsRequires(source: string): string[] {
  return [...source.matchAll(/\brequire\(\s*['"]([^'"]+)['"]\s*\)/g)].flatMap((match) =>
    match[1] === undefined ? [] : [match[1]],
  );
}

/**
 * Syntax errors of a WXS script. Without this check one of them would break the whole bundle.
 * `lineOffset` is added to the line, for scripts inside a template.
 */
export function checkWxs(file: string, source: string, lineOffset: number): Problem[] {
  try {
    transformSync(source, { loader: 'js', logLevel: 'silent' });
    return [];
  } catch (error) {
    return esbuildErrors(error).map((found) => ({
      file,
      line: (found.line ?? 1) + lineOffset,
      ...(found.column === undefined ? {} : { column: found.column + 1 }),
      message: `WXS: ${found.text}`,
      severity: 'error',
    }));
  }
}

/** The messages inside an exception of esbuild; lines from 1, columns from 0. */
export function esbuildErrors(
  error: unknown,
): { text: string; line?: number | undefined; column?: number | undefined }[] {
  // By shape: the exception may come from another realm.
  const inner =
    typeof error === 'object' && error !== null && 'errors' in error ? error.errors : [];
  const errors = Array.isArray(inner) ? inner : [];
  if (errors.length === 0)
    return [{ text: error instanceof Error ? error.message : String(error) }];
  return errors.map(
    (found: { text: string; location?: { line: number; column: number } | null }) => ({
      text: found.text,
      line: found.location?.line,
      column: found.location?.column,
    }),
  );
}
