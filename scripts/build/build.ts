import { messageOf, PlainError } from '../lib/plain-error';
import { coreTargets } from './core';
import { environmentTarget } from './environment';
import { functionTargets } from './functions';
import { iconTarget } from './icons';
import { writeReport } from './report';
import type { Built, Target } from './target';
import { tdesignTarget } from './tdesign';

/** The two halves of what ships. */
export type Half = 'cloud' | 'phone';

interface Options {
  /** Builds one half alone; both unless said. */
  readonly only?: Half;
  /** Prints nothing. */
  readonly quiet?: boolean;
}

function targetsOf(half: Half): readonly Target[] {
  switch (half) {
    case 'cloud':
      return [...functionTargets(), environmentTarget];
    case 'phone':
      return [...coreTargets, tdesignTarget, iconTarget];
  }
}

function line({ target, skipped, note }: Built, milliseconds: number): string {
  const how = skipped ? '未变 same' : `${milliseconds} ms`;
  return `  ${target.padEnd(12)} ${how.padEnd(10)} ${note}`;
}

/**
 * Builds what ships; what has not changed is left alone.
 * @returns what each step did
 * @throws PlainError that names every step that failed, after all have run
 */
export async function build(options: Options = {}): Promise<Built[]> {
  const halves: readonly Half[] = options.only === undefined ? ['cloud', 'phone'] : [options.only];
  const failures: string[] = [];
  const done: Built[] = [];
  await Promise.all(
    halves.flatMap(targetsOf).map(async (target) => {
      const start = Date.now();
      try {
        const built = await target.run();
        done.push(built);
        if (options.quiet !== true) console.log(line(built, Date.now() - start));
      } catch (error) {
        if (!(error instanceof PlainError)) throw error;
        failures.push(`${target.name}: ${messageOf(error)}`);
      }
    }),
  );
  if (failures.length > 0) throw new PlainError(failures.join('\n'));
  if (halves.includes('cloud')) writeReport();
  return done;
}
