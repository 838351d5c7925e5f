import { spawn } from 'node:child_process';
import { shown } from './paths';
import { PlainError } from './plain-error';

/**
 * Installs what a folder's own lock asks for; for the few folders that are no workspace.
 * @throws PlainError when npm fails
 */
export async function installFolder(folder: string): Promise<void> {
  console.log(`正在安装 installing ${shown(folder)} …`);
  const cli = process.env['npm_execpath'];
  const [command, before] =
    cli?.endsWith('npm-cli.js') === true ? [process.execPath, [cli]] : ['npm', []];
  const code = await new Promise<number | null>((resolve, reject) => {
    const args = [...before, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    const child = spawn(command, args, {
      cwd: folder,
      stdio: 'inherit',
      shell: command === 'npm' && process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) {
    throw new PlainError(`${shown(folder)} 没有装上，原因见上。Not installed, see above.`);
  }
}
