import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import readline from 'node:readline';
import { inRoot } from '../../scripts/lib/paths';

interface Spent {
  /** Milliseconds on the clock. */
  readonly ms: number;
  /** Milliseconds of processor time. */
  readonly cpu: number;
}

interface Writer {
  /** Begins to write; what it took. */
  write(): Promise<Spent>;
}

/** What several writers together achieve. */
export interface Speed {
  /** Acknowledged writes a second. */
  readonly rate: number;
  /** Milliseconds of processor time that a write costs in its writer, and in the cloud. */
  readonly sdkCpu: number;
  readonly cloudCpu: number;
}

type Script = 'writer.ts' | 'raw-writer.ts';

const warmWriter = async (
  url: string,
  atOnce: number,
  count: number,
  name: Script,
): Promise<Writer> => {
  const script = inRoot('tests', 'bench', name);
  const args = ['--import', 'tsx', script, url, `${atOnce}`, `${count}`, randomUUID()];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('a writer ended');
    return value;
  };
  await line();
  return {
    write: async () => {
      child.stdin.write('\n');
      const [ms = 0, cpu = 0] = (await line()).split(' ').map(Number);
      return { ms, cpu };
    },
  };
};

/**
 * Lets several writers write at once, divided among processes; the cloud runs in this one.
 * @param count how many writes each process does
 * @param script through the SDK, or its request without it
 */
export const writing = async (
  url: string,
  { processes, atOnce, count }: { processes: number; atOnce: number; count: number },
  script: Script = 'writer.ts',
): Promise<Speed> => {
  const writers: Writer[] = [];
  for (let i = 0; i < processes; i++) writers.push(await warmWriter(url, atOnce, count, script));
  const before = process.cpuUsage();
  const spent = await Promise.all(writers.map((writer) => writer.write()));
  const { user, system } = process.cpuUsage(before);
  const writes = processes * count;
  return {
    rate: writes / (Math.max(...spent.map(({ ms }) => ms)) / 1000),
    sdkCpu: spent.reduce((sum, { cpu }) => sum + cpu, 0) / writes,
    cloudCpu: (user + system) / 1000 / writes,
  };
};
