import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { transformSync } from 'esbuild';
import { inRoot } from '../../scripts/lib/paths';
import { aTree } from './support/tree';

jest.setTimeout(60_000);

const BOOTSTRAP = fs.readFileSync(inRoot('scripts', 'bootstrap.mjs'), 'utf8');

/** A repository with one command and an npm that only notes that it was called. */
function aRepository(options: { npm?: string; command?: string } = {}): string {
  const install = `
    const fs = require('fs');
    fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
    fs.mkdirSync('node_modules', { recursive: true });
    fs.symlinkSync(${JSON.stringify(inRoot('node_modules', 'tsx'))}, 'node_modules/tsx');`;
  return aTree({
    'package.json': '{ "type": "module" }',
    'package-lock.json': '{ "packages": { "node_modules/tsx": { "version": "1.0.0" } } }',
    'scripts/bootstrap.mjs': BOOTSTRAP,
    'scripts/hello/index.ts':
      options.command ?? 'const words: string[] = process.argv.slice(2); console.log(...words);',
    'fake/npm-cli.js': options.npm ?? install,
    'fake/package.json': '{}',
  });
}

function run(folder: string, args: string[], node: string[] = []): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [...node, 'scripts/bootstrap.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: path.join(folder, 'fake', 'npm-cli.js') },
  });
}

describe('an old Node', () => {
  test('is told so in one sentence, in both languages', () => {
    const folder = aRepository();
    const old = `Object.defineProperty(process, 'versions', { value: { node: '16.20.2' } });`;
    fs.writeFileSync(path.join(folder, 'old.cjs'), old);
    const { status, stderr } = run(folder, ['hello'], ['--require', './old.cjs']);
    expect(status).toBe(1);
    expect(stderr).toContain('需要 Node.js 20.19 或更新的版本，现在是 16.20.2');
    expect(stderr).toContain('Node.js 20.19 or newer is needed, this is 16.20.2');
    expect(stderr).not.toContain(' at ');
  });

  test('can parse the file that tells it', () => {
    const code = (target: string) => transformSync(BOOTSTRAP, { target, loader: 'js' }).code;
    expect(code('node12')).toBe(code('esnext'));
    expect(BOOTSTRAP).not.toContain("from 'node:");
  });
});

describe('a command', () => {
  test('installs what is missing, says so, and then runs', () => {
    const folder = aRepository();
    const { status, stdout, stderr } = run(folder, ['hello', 'a', '--b']);
    expect(stderr).toContain('正在安装依赖');
    expect(stdout).toBe('a --b\n');
    expect(status).toBe(0);
    expect(fs.readFileSync(path.join(folder, 'npm-calls'), 'utf8')).toContain('ci --include=dev');
  });

  test('installs again only when the lock has changed', () => {
    const folder = aRepository();
    const calls = () => fs.readFileSync(path.join(folder, 'npm-calls'), 'utf8').split('\n').length;
    run(folder, ['hello']);
    run(folder, ['hello']);
    expect(calls()).toBe(2);
    fs.rmSync(path.join(folder, 'node_modules', 'tsx'));
    fs.writeFileSync(path.join(folder, 'package-lock.json'), '{ "packages": {} }');
    run(folder, ['hello']);
    expect(calls()).toBe(3);
  });

  test('trusts what a person installed by hand', () => {
    const folder = aRepository();
    fs.mkdirSync(path.join(folder, 'node_modules'));
    fs.symlinkSync(inRoot('node_modules', 'tsx'), path.join(folder, 'node_modules', 'tsx'));
    fs.copyFileSync(
      path.join(folder, 'package-lock.json'),
      path.join(folder, 'node_modules', '.package-lock.json'),
    );
    expect(run(folder, ['hello', 'hi']).stdout).toBe('hi\n');
    expect(fs.existsSync(path.join(folder, 'npm-calls'))).toBe(false);
  });

  test('says in one sentence that the disk is full', () => {
    const folder = aRepository({ npm: "console.error('npm error ENOSPC'); process.exit(28);" });
    const { status, stderr } = run(folder, ['hello']);
    expect(status).toBe(1);
    expect(stderr).toContain('没有装上依赖：磁盘满了');
  });

  test('that does not exist is answered with those that do', () => {
    const { status, stderr } = run(aRepository(), ['helo']);
    expect(status).toBe(1);
    expect(stderr).toContain('没有这个命令：helo。可用的有：hello。');
  });

  test('passes its exit code on', () => {
    expect(run(aRepository({ command: 'process.exit(7)' }), ['hello']).status).toBe(7);
  });

  test('ends with the process that started it, even one that was killed', async () => {
    const command = `
      process.on('disconnect', () => process.exit());
      setInterval(() => {}, 1000);
      console.log(process.pid);`;
    const folder = aRepository({ command });
    const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'hello'], {
      cwd: folder,
      env: { ...process.env, npm_execpath: path.join(folder, 'fake', 'npm-cli.js') },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    // The command holds the other end of this pipe: it closes when the command is gone.
    await once(child.stdout, 'close');
    expect(child.signalCode).toBe('SIGKILL');
  });
});
