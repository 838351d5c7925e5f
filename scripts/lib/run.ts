import { type ChildProcess, spawn } from 'node:child_process';
import { root } from './paths';
import { PlainError } from './plain-error';

const running = new Set<ChildProcess>();
let ending = false;

let watching = false;

/** From the first child on, whatever ends this process ends its children first. */
function endChildrenWithUs(): void {
  if (watching) return;
  watching = true;
  const endAll = (event: string, signal: NodeJS.Signals) => {
    ending = true;
    for (const child of running) child.kill(signal);
    process.exitCode = 130;
    // Somebody else who listens has something of his own to close, and ends the process then.
    if (running.size === 0 && process.listenerCount(event) === 0) process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => endAll(signal, signal));
  }
  process.once('disconnect', () => endAll('disconnect', 'SIGTERM'));
  process.channel?.unref();
}

interface Options {
  readonly env?: NodeJS.ProcessEnv;
  /** Shows the output as it comes instead of collecting it. */
  readonly show?: boolean;
  /** Ends the program when aborted. */
  readonly signal?: AbortSignal;
}

interface Ended {
  /** Exit code; 1 when a signal ended it. */
  readonly code: number;
  /** Standard output and error together, as they came; empty when shown. */
  readonly output: string;
}

/** Runs a Node program of the repository to its end; it dies with this process. */
export function runNode(args: readonly string[], options: Options = {}): Promise<Ended> {
  endChildrenWithUs();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: options.env ?? process.env,
      stdio: options.show === true ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    options.signal?.addEventListener('abort', () => child.kill('SIGKILL'));
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      if (ending) reject(new PlainError('已中断 interrupted'));
      else resolve({ code: code ?? 1, output });
    });
  });
}

/** Does at most `limit` pieces of work at once and gives the answers in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  async function worker(): Promise<void> {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) answers[index] = await work(item);
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return answers;
}
