import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { functionsFolder } from './cloud';

const cli = path.join(functionsFolder, '../../../packages/local-cloud/src/cli.ts');

/** The local cloud as a process of its own, as it is started from a terminal. */
export interface CloudProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Sends a signal and waits until the process is gone; its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts it; resolves when it is ready, rejects with what it printed when it ends instead. */
export async function startProcess(data: string, ...more: string[]): Promise<CloudProcess> {
  const args = ['--port', '0', '--data', data, '--functions', functionsFolder, ...more];
  const child = spawn(process.execPath, ['--import', 'tsx', cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      readline.createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const ready = /^ready (http:\S+)$/.exec(line)?.[1];
        if (ready !== undefined) resolve(ready);
      });
    }
    void ended.then((code) => reject(new Error(`exit ${code}: ${lines.join('\n')}`)));
  });
  return {
    url,
    child,
    output: () => lines.join('\n'),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Waits until a process is gone. */
export async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((next) => setTimeout(next, 20));
  }
}
