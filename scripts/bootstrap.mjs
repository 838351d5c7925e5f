// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node must get as far as our sentence
// The one door to every command. Plain old JavaScript that Node 12 can still parse, because
// its first duty is to tell an old Node what is wrong. It installs what is missing, then hands
// over to scripts/<command>/index.ts.
import { spawn } from 'child_process';
import { createHash } from 'crypto';
import fs from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';

const OLDEST = [20, 19];
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const lockFile = path.join(root, 'package-lock.json');
const stampFile = path.join(modules, '.anshao-installed');

/** One plain sentence, Chinese first, then the end. */
function stop(chinese, english) {
  process.stderr.write(`${chinese}\n${english}\n`);
  process.exit(1);
}

function checkNode() {
  const have = process.versions.node.split('.').map(Number);
  if (have[0] > OLDEST[0] || (have[0] === OLDEST[0] && have[1] >= OLDEST[1])) return;
  const need = OLDEST.join('.');
  stop(
    `需要 Node.js ${need} 或更新的版本，现在是 ${process.versions.node}。请到 https://nodejs.org 安装后再试。`,
    `Node.js ${need} or newer is needed, this is ${process.versions.node}. Install it from https://nodejs.org and try again.`,
  );
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (_) {
    return undefined;
  }
}

/** Whether what npm itself recorded as installed is what the lock asks for. */
function installedByHand(lock) {
  const installed = readJson(path.join(modules, '.package-lock.json'));
  if (installed === undefined || lock === undefined) return false;
  return Object.keys(lock.packages).every((key) => {
    const wanted = lock.packages[key];
    if (key.indexOf('node_modules/') === -1 || wanted.optional || wanted.link) return true;
    const found = installed.packages[key];
    return found !== undefined && found.version === wanted.version;
  });
}

/** Whether node_modules holds what package-lock.json asks for; `stamp` is the lock's hash. */
function isInstalled(stamp) {
  if (!fs.existsSync(modules)) return false;
  try {
    if (fs.readFileSync(stampFile, 'utf8') === stamp) return true;
  } catch (_) {
    // No stamp yet: somebody may have run npm ci by hand.
  }
  if (!installedByHand(readJson(lockFile))) return false;
  writeStamp(stamp);
  return true;
}

function writeStamp(stamp) {
  try {
    fs.writeFileSync(stampFile, stamp);
  } catch (_) {
    // Without a stamp the next start only compares again.
  }
}

function npmCommand(args) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) {
    return { file: process.execPath, args: [cli].concat(args), shell: false };
  }
  return { file: 'npm', args: args, shell: process.platform === 'win32' };
}

/** The plain reason in npm's output, or its exit code when it gave none that we know. */
function reasonOf(output, code) {
  if (/ENOSPC|no space left/i.test(output)) {
    return ['磁盘满了，请留出约 1 GB 空间。', 'the disk is full, please free about 1 GB.'];
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return ['没有写入这个文件夹的权限。', 'this folder may not be written to.'];
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(output)) {
    return ['连不上 npm 的软件源，请检查网络。', 'the npm registry could not be reached.'];
  }
  return [`npm 以代码 ${code} 结束，原因见上。`, `npm ended with code ${code}, see above.`];
}

function install(stamp) {
  process.stderr.write(
    '正在安装依赖（约 560 MB，第一次一般要半分钟到几分钟）……\n' +
      'Installing dependencies (about 560 MB, usually half a minute to a few minutes) …\n',
  );
  // Development dependencies are what these commands are made of, whatever NODE_ENV says.
  const npm = npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(npm.file, npm.args, {
      cwd: root,
      shell: npm.shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stopForwarding = forwardSignals(child);
    [child.stdout, child.stderr].forEach((stream) => {
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-20000);
        process.stderr.write(chunk);
      });
    });
    child.on('error', (error) => {
      stop(
        `没有装上依赖：找不到 npm（${error.message}）。`,
        `Not installed: npm did not start (${error.message}).`,
      );
    });
    child.on('close', (code, signal) => {
      stopForwarding();
      if (signal) process.exit(130);
      if (code !== 0) {
        const reason = reasonOf(output, code);
        stop(`没有装上依赖：${reason[0]}`, `Not installed: ${reason[1]}`);
      }
      writeStamp(stamp);
      resolve();
    });
  });
}

/** Passes signals on, so that whoever ends this process ends the command with it. */
function forwardSignals(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const handlers = signals.map((name) => {
    const handler = () => {
      child.kill(name);
    };
    process.on(name, handler);
    return handler;
  });
  return () => {
    signals.forEach((name, index) => {
      process.removeListener(name, handlers[index]);
    });
  };
}

function commands() {
  return fs
    .readdirSync(path.join(root, 'scripts'))
    .filter((name) => fs.existsSync(path.join(root, 'scripts', name, 'index.ts')));
}

/**
 * npm and its shell can be ended without passing that on. On Unix an orphan then gets another
 * parent, which is how it can tell.
 */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
}

/** Runs the command with our terminal and ends with its exit code. */
function hand(command, args) {
  const entry = path.join('scripts', command, 'index.ts');
  // The channel lets the command notice that this process was killed without a word.
  const child = spawn(process.execPath, ['--import', 'tsx', entry].concat(args), {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  forwardSignals(child);
  endWithNpm(child);
  child.on('error', (error) => {
    stop(`没有启动：${error.message}`, `Not started: ${error.message}`);
  });
  child.on('exit', (code, signal) => {
    if (signal === 'SIGINT') process.exit(130);
    process.exit(signal ? 143 : code);
  });
}

async function main() {
  checkNode();
  const command = process.argv[2];
  if (!command || commands().indexOf(command) === -1) {
    const known = commands().join(', ');
    stop(
      `没有这个命令：${command || '（空）'}。可用的有：${known}。`,
      `No such command: ${command || '(none)'}. There are: ${known}.`,
    );
  }
  const stamp = createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');
  if (!isInstalled(stamp)) await install(stamp);
  hand(command, process.argv.slice(3));
}

main();
