/** Something wrong with the project's sources, shown in the terminal and on the page. */
export interface Problem {
  /** Path relative to the project folder. */
  readonly file: string;
  /** From 1; absent when the whole file is meant. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  readonly message: string;
  /** An error keeps the last good build on the page; a warning is only printed. */
  readonly severity: 'error' | 'warning';
}

/** `pages/a/a.wxml:3:5: message`, as editors and terminals understand it. */
export function describeProblem(problem: Problem): string {
  const line = problem.line === undefined ? '' : `:${problem.line}`;
  const column =
    problem.line === undefined || problem.column === undefined ? '' : `:${problem.column}`;
  return `${problem.file}${line}${column}: ${problem.message}`;
}

/** Line and column (both from 1) of a character offset. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** Position of the first match of `needle`, or nothing when the text does not hold it. */
export function positionOf(
  text: string,
  needle: string | RegExp,
): { line: number; column: number } | undefined {
  const offset = typeof needle === 'string' ? text.indexOf(needle) : text.search(needle);
  return offset < 0 ? undefined : positionAt(text, offset);
}
