import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

/** The packed browser is a Linux x64 program; elsewhere ANSHAO_CHROMIUM names one. */
export const hasBrowser =
  process.env['ANSHAO_CHROMIUM'] !== undefined ||
  (process.platform === 'linux' && process.arch === 'x64');

/** Nothing here may reach for the network, nor ask anybody anything. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/**
 * Starts a headless browser: the one that ANSHAO_CHROMIUM names, else the one packed in
 * node_modules. Rejects with a plain sentence when there is none. Close it afterwards.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['ANSHAO_CHROMIUM'];
  if (named !== undefined) return chromium.launch({ executablePath: named, args: QUIET });
  if (!hasBrowser) {
    throw new Error('No browser for this system: name one with ANSHAO_CHROMIUM=/path/to/chromium.');
  }
  const folder = await unpackedBrowser();
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: QUIET,
    env: {
      ...process.env,
      // It brings the system libraries which a bare machine lacks, and one font.
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  });
}

/**
 * Folder of the unpacked browser, kept between runs by its version. The package unpacks to fixed
 * names in the temp folder; so it is given a temp folder of its own, which then takes its final
 * name in one step. Whoever comes second throws his away.
 */
async function unpackedBrowser(): Promise<string> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const version = /chromium@?([\d.]*)/.exec(entry)?.[1] || versionBeside(entry);
  const folder = path.join(os.tmpdir(), `anshao-browser-${version}`);
  if (existsSync(path.join(folder, 'chromium'))) return folder;
  const partial = await mkdtemp(path.join(os.tmpdir(), 'anshao-browser-partial-'));
  try {
    const script = `import(${JSON.stringify(pathToFileURL(entry).href)}).then(async (it) => {
      const chromium = it.default.default ?? it.default;
      await chromium.executablePath();
    }).catch((error) => { console.error(error); process.exit(1); });`;
    await run(process.execPath, ['-e', script], {
      // The variable must stand before the package loads: it then unpacks its libraries too.
      env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    });
    await writeFile(path.join(partial, 'fonts', 'fonts.conf'), fontsConfig(folder));
    await rename(partial, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
    return folder;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** The packed configuration names the folder where the package would have unpacked it. */
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts', 'cache')}</cachedir>
</fontconfig>
`;
}

function versionBeside(entry: string): string {
  const require = createRequire(entry);
  for (let at = path.dirname(entry); at !== path.dirname(at); at = path.dirname(at)) {
    const file = path.join(at, 'package.json');
    if (!existsSync(file)) continue;
    const { name, version }: { name?: string; version?: string } = require(file);
    if (name === '@sparticuz/chromium') return version ?? 'unknown';
  }
  return 'unknown';
}
