import { spawn } from 'node:child_process';
import readline from 'node:readline';
import { inRoot } from '../../scripts/lib/paths';

/** `npm start` as a process of its own. */
export interface Started {
  /** Milliseconds until it said that the page can be used. */
  readonly ms: number;
  /** Ends it and waits until it is gone. */
  end(): Promise<void>;
}

/** Starts the product on a data folder and a free port. @throws Error with what it printed */
export const started = async (data: string): Promise<Started> => {
  const from = performance.now();
  const script = inRoot('scripts', 'bootstrap.mjs');
  const args = [script, 'start', '--port', '0', '--no-open', '--demo', 'small', '--data', data];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      readline.createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (/^ready http:\S+$/.test(line)) resolve();
      });
    }
    void gone.then(() => reject(new Error(`npm start ended: ${lines.join('\n')}`)));
  });
  return {
    ms: performance.now() - from,
    end: () => {
      child.kill('SIGTERM');
      return gone;
    },
  };
};
