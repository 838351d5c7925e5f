import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import type { FunctionConfig } from './config';
import type { Invocation } from './context';
import type { Failure, Report, Run } from './protocol';
import { canFreeze, type Watchdog } from './watchdog';

/** What an instance needs to start. */
interface InstanceOptions {
  readonly name: string;
  readonly folder: string;
  readonly config: FunctionConfig;
  /** The bundled inside of an instance. */
  readonly host: string;
  readonly shiftMs: number;
  /** Process variables for an instance of this id. */
  readonly variables: (instanceId: string) => Record<string, string>;
  readonly watchdog: Watchdog;
  readonly log: (line: string) => void;
}

/** How one run ended. */
type Outcome =
  | { readonly ok: true; readonly result: string }
  | { readonly ok: false; readonly failure: Failure };

const LOAD_LIMIT_MS = 60_000;

/** One process of one function. It takes one event at a time and is frozen in between. */
export class Instance {
  readonly id = randomUUID();
  readonly name: string;
  readonly config: FunctionConfig;
  /** The call under way, if any. */
  current: Invocation | undefined;
  private readonly child: ChildProcess;
  private readonly entry: string;
  private readonly builtAt: number;
  private readonly loaded: Promise<Failure | undefined>;
  private finish: ((outcome: Outcome) => void) | undefined;
  private lastWord: Failure | undefined;
  private errors = '';
  private alive = true;
  readonly ended: Promise<void>;

  constructor(private readonly options: InstanceOptions) {
    this.name = options.name;
    this.config = options.config;
    this.entry = path.join(options.folder, 'index.js');
    this.builtAt = fs.statSync(this.entry).mtimeMs;
    this.child = fork(options.host, [this.entry, String(options.shiftMs)], {
      cwd: options.folder,
      env: options.variables(this.id),
      execArgv: [`--max-old-space-size=${options.config.memoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    if (this.child.pid !== undefined) options.watchdog.started(this.child.pid);
    this.listen();
    this.ended = new Promise((resolve) => {
      this.child.once('close', () => resolve());
      this.child.once('error', () => resolve());
    });
    this.loaded = this.waitForLoad();
  }

  /** Whether this process can take another event. */
  get usable(): boolean {
    return this.alive;
  }

  /** Whether index.js has been built anew since this process started. */
  get stale(): boolean {
    try {
      return fs.statSync(this.entry).mtimeMs !== this.builtAt;
    } catch {
      return true;
    }
  }

  /** Runs one event. The time limit counts from the moment the function is loaded. */
  async run(invocation: Invocation, message: Run): Promise<Outcome> {
    this.current = invocation;
    try {
      this.thaw();
      const failure = await this.loaded;
      if (failure !== undefined) return { ok: false, failure };
      return await this.answer(message);
    } finally {
      this.current = undefined;
      this.freeze();
    }
  }

  /** Ends the process at once, as the platform does: nothing of it runs on. */
  kill(): void {
    this.alive = false;
    this.child.kill('SIGKILL');
  }

  private answer(message: Run): Promise<Outcome> {
    return new Promise((resolve) => {
      const seconds = this.config.timeoutSeconds;
      const limit = setTimeout(() => {
        const errorMessage = `Invoking task timed out after ${seconds} seconds`;
        this.finish?.({ ok: false, failure: { errorCode: 433, errorMessage } });
        this.kill();
      }, seconds * 1000);
      this.finish = (outcome) => {
        clearTimeout(limit);
        this.finish = undefined;
        resolve(outcome);
      };
      if (!this.alive) this.finish({ ok: false, failure: this.exitFailure(null, null) });
      else this.child.send(message, () => undefined);
    });
  }

  private listen(): void {
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream === null) continue;
      readline.createInterface({ input: stream }).on('line', (line) => {
        this.errors = `${this.errors}\n${line}`.slice(-4000);
        this.options.log(`[${this.name}] ${line}`);
      });
    }
    this.child.on('message', (report: Report) => {
      if (report.kind === 'answer' && report.id === this.current?.id) {
        this.finish?.({ ok: true, result: report.result });
      } else if (report.kind === 'failed' && report.id === this.current?.id) {
        this.finish?.({ ok: false, failure: report.failure });
      } else if (report.kind === 'broken') this.lastWord = report.failure;
    });
    this.child.on('error', () => {
      this.alive = false;
    });
    // 'close' comes after the last line of output, which says why a process ended.
    this.child.once('close', (code, signal) => {
      this.alive = false;
      if (this.child.pid !== undefined) this.options.watchdog.ended(this.child.pid);
      this.finish?.({ ok: false, failure: this.exitFailure(code, signal) });
    });
  }

  private waitForLoad(): Promise<Failure | undefined> {
    return new Promise((resolve) => {
      const limit = setTimeout(() => {
        this.kill();
        resolve({ errorCode: 433, errorMessage: `${this.entry} was not loaded in a minute` });
      }, LOAD_LIMIT_MS);
      const settle = (failure: Failure | undefined): void => {
        clearTimeout(limit);
        resolve(failure);
      };
      this.child.on('message', (report: Report) => {
        if (report.kind === 'ready') settle(undefined);
      });
      this.child.once('close', (code, signal) => settle(this.exitFailure(code, signal)));
      this.child.once('error', (error) => settle({ errorCode: 1, errorMessage: error.message }));
    });
  }

  private exitFailure(code: number | null, signal: string | null): Failure {
    if (this.lastWord !== undefined) return this.lastWord;
    if (/heap out of memory|allocation failed/i.test(this.errors)) {
      const errorMessage = `Memory limit of ${this.config.memoryMb} MB exceeded`;
      return { errorCode: 434, errorMessage };
    }
    const how = signal === null ? `code ${code ?? 'unknown'}` : `signal ${signal}`;
    return { errorCode: 439, errorMessage: `User process exit when running (${how})` };
  }

  private freeze(): void {
    if (canFreeze && this.alive) this.child.kill('SIGSTOP');
  }

  private thaw(): void {
    if (canFreeze && this.alive) this.child.kill('SIGCONT');
  }
}
