import type { ServerResponse } from 'node:http';
import { type Build, Builder } from '../build/builder';
import { describeProblem } from '../build/problems';
import type { ProjectPlace } from '../build/project';
import type { LiveState } from '../runtime/setup';
import { type Watch, watchFolder } from './watch';

export interface SessionOptions {
  readonly watch: boolean;
  /** Where problems and rebuilds are told, one line a call. */
  readonly log: (line: string) => void;
}

const RETRY_MS = 200;

/** One project being served: its newest good build, what is wrong now, and who listens. */
export class Session {
  /** The newest build without errors. */
  shown: Build | undefined;
  private latest: Build | undefined;
  private readonly builder: Builder;
  private readonly listeners = new Set<ServerResponse>();
  private watcher: Watch | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private closed = false;

  constructor(
    readonly place: ProjectPlace,
    private readonly options: SessionOptions,
  ) {
    this.builder = new Builder(place);
  }

  async start(): Promise<void> {
    await this.rebuild();
    if (this.options.watch && !this.closed) {
      this.watcher = watchFolder(this.place.root, () => this.followEdit());
    }
  }

  /** Builds now; while a build runs, one more follows it. */
  rebuild(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.buildUntilSettled().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  state(): LiveState {
    return {
      scriptVersion: this.shown?.scriptVersion ?? '',
      styleVersion: this.shown?.styleVersion ?? '',
      problems: this.latest?.problems.filter((problem) => problem.severity === 'error') ?? [],
    };
  }

  /** Keeps an open answer informed after each build. */
  listen(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.send(response);
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }

  assetFile(id: string): string {
    return this.builder.assetFile(id);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.watcher?.close();
    for (const response of this.listeners) response.end();
    await this.running?.catch(() => undefined);
  }

  /** A build may meet a file that is just being replaced: then once more, a moment later. */
  private followEdit(triesLeft = 3): void {
    this.rebuild().catch((error: unknown) => {
      if (this.closed) return;
      if (triesLeft > 0) setTimeout(() => this.followEdit(triesLeft - 1), RETRY_MS);
      else this.options.log(`error: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  private async buildUntilSettled(): Promise<void> {
    do {
      this.again = false;
      const started = performance.now();
      const build = await this.builder.build();
      if (this.closed) return;
      this.report(build, performance.now() - started);
      this.latest = build;
      if (build.problems.every((problem) => problem.severity !== 'error')) this.shown = build;
      for (const response of this.listeners) this.send(response);
    } while (this.again);
  }

  private report(build: Build, ms: number): void {
    const same =
      this.latest?.scriptVersion === build.scriptVersion &&
      this.latest.styleVersion === build.styleVersion &&
      this.latest.problems.length === build.problems.length;
    if (same) return;
    for (const problem of build.problems) {
      this.options.log(`${problem.severity}: ${describeProblem(problem)}`);
    }
    const counts = `${build.pages} pages, ${build.components} components`;
    this.options.log(`built ${counts} in ${Math.round(ms)} ms`);
  }

  private send(response: ServerResponse): void {
    response.write(`data: ${JSON.stringify(this.state())}\n\n`);
  }
}
