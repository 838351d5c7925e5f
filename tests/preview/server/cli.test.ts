import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { type MiniProject, onePage, writeMiniProject } from '../../builders/mini-project';

// A process and a build, on a machine that may be busy.
jest.setTimeout(60_000);

const cli = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../../packages/preview/src/cli.ts',
);

let project: MiniProject | undefined;
let child: ChildProcess | undefined;

afterEach(async () => {
  if (child && child.exitCode === null) {
    child.kill('SIGTERM');
    await new Promise((done) => child?.once('exit', done));
  }
  await project?.remove();
});

/** Runs the command until it prints a line to either stream, or ends. */
async function firstLine(...args: string[]): Promise<string> {
  const running = spawn(process.execPath, ['--import', 'tsx', cli, ...args]);
  child = running;
  return new Promise((done) => {
    let text = '';
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const line = /^(?!built)(.+)\n/m.exec(text)?.[1];
      if (line !== undefined) done(line);
    };
    running.stdout.on('data', read);
    running.stderr.on('data', read);
    running.once('exit', () => done(text));
  });
}

describe('the command', () => {
  test('says where it is ready', async () => {
    project = await writeMiniProject(onePage('<view />'));
    const line = await firstLine('--project', project.folder, '--port', '0', '--no-watch');
    expect(line).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+$/);
    const page = await fetch(line.slice('ready '.length));
    expect(await page.text()).toContain('/preview/app.js');
  });

  test.each([
    [['--port', 'x', '--project', '.'], '--port must be a number from 0 to 65535, not x.'],
    [[], 'Which project? '],
    [['--project', '/nowhere'], 'There is no folder /nowhere.'],
    [['--project', '.', '--cloud', 'nonsense'], '--cloud must be an address'],
  ])('%j is refused in a sentence', async (args, sentence) => {
    expect(await firstLine(...args)).toContain(sentence);
  });
});
