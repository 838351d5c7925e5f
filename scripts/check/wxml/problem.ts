import { lineAt } from '../../lib/files';
import { shown } from '../../lib/paths';

/** A template being looked at. */
export interface Template {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
}

/** A problem at an offset of a template, as `path:line what`. */
export function problemAt(template: Template, offset: number, what: string): string {
  return `${shown(template.file)}:${lineAt(template.text, offset)} ${what}`;
}
