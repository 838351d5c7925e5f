import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesIn } from '../lib/files';
import { inRoot } from '../lib/paths';

/** A page of docs/ that is printed from code. */
export interface Generator {
  /** Where it goes, relative to the repository. */
  readonly file: string;
  readonly render: () => Promise<string>;
}

function isGenerator(module: object): module is Generator {
  return (
    'file' in module &&
    typeof module.file === 'string' &&
    'render' in module &&
    typeof module.render === 'function'
  );
}

const RUNNERS = new Set(['index.ts', 'generators.ts']);

/** The modules of scripts/docs that export `file` and `render`; helpers beside them do not. */
export async function generators(): Promise<Generator[]> {
  const files = filesIn(
    inRoot('scripts', 'docs'),
    (file) => file.endsWith('.ts') && !RUNNERS.has(path.basename(file)),
  );
  const modules = await Promise.all(
    files.map(async (file): Promise<object> => import(pathToFileURL(file).href)),
  );
  return modules.filter(isGenerator);
}
