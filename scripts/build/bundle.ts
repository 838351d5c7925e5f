import { builtinModules } from 'node:module';
import path from 'node:path';
import { type BuildContext, type BuildOptions, build, context, type Metafile } from 'esbuild';
import { root, shown } from '../lib/paths';
import { PlainError } from '../lib/plain-error';

const NODE_MODULES = new Set(builtinModules);

interface Failure {
  readonly errors: readonly {
    readonly text: string;
    readonly location: { file: string; line: number; column: number } | null;
  }[];
}

function isFailure(error: unknown): error is Failure {
  return (
    typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors)
  );
}

/** The real files that a bundle was made of, absolute. */
export function inputsOf(metafile: Metafile): string[] {
  return Object.keys(metafile.inputs)
    .filter((file) => !/^[\w-]+:/.test(file))
    .map((file) => path.resolve(root, file));
}

/** Names of packages that the bundle still asks for when it runs, without Node's own. */
export function externalsOf(metafile: Metafile): string[] {
  const names = new Set<string>();
  for (const output of Object.values(metafile.outputs)) {
    for (const wanted of output.imports) {
      if (wanted.external === true) names.add(wanted.path);
    }
  }
  return [...names].filter((name) => !NODE_MODULES.has(name.replace(/^node:/, ''))).sort();
}

let kept: Map<string, Promise<BuildContext>> | undefined;

/** From now on each bundle keeps what it has parsed: building it again costs a fraction. */
export function keepForRebuilds(): void {
  kept ??= new Map();
}

async function run(what: string, options: BuildOptions) {
  if (kept === undefined) return build(options);
  const known = kept.get(what) ?? context(options);
  kept.set(what, known);
  return (await known).rebuild();
}

/** Runs esbuild from the repository's folder; its errors become file:line sentences. */
export async function bundle(
  what: string,
  options: BuildOptions,
): Promise<{ metafile: Metafile; text: string }> {
  try {
    const result = await run(what, {
      absWorkingDir: root,
      bundle: true,
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
      metafile: true,
      write: false,
      ...options,
    });
    const text = result.outputFiles?.[0]?.text;
    if (text === undefined || result.metafile === undefined) {
      throw new PlainError(`${what}: esbuild wrote nothing`);
    }
    return { metafile: result.metafile, text };
  } catch (error) {
    if (!isFailure(error)) throw error;
    const lines = error.errors.map(({ text, location }) => {
      if (location === null) return `  ${text}`;
      const file = shown(path.resolve(root, location.file));
      return `  ${file}:${location.line}:${location.column + 1} ${text}`;
    });
    throw new PlainError(`${what} 没有编译成功 did not build:\n${lines.join('\n')}`);
  }
}
