import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** File path → text. */
export type ProjectFiles = Readonly<Record<string, string>>;

/** The least that is a mini-program: one page `pages/index/index` with this template. */
export function onePage(wxml: string, more: ProjectFiles = {}): ProjectFiles {
  return {
    'app.json': JSON.stringify({ pages: ['pages/index/index'] }),
    'app.js': 'App({});\n',
    'pages/index/index.wxml': wxml,
    'pages/index/index.js': 'Page({});\n',
    ...more,
  };
}

export interface MiniProject {
  readonly folder: string;
  write(files: ProjectFiles): Promise<void>;
  remove(): Promise<void>;
}

/** Writes a mini-program into a temporary folder of its own. Remove it afterwards. */
export async function writeMiniProject(files: ProjectFiles): Promise<MiniProject> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mini-project-'));
  const write = async (changed: ProjectFiles) => {
    for (const [name, text] of Object.entries(changed)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  };
  await write(files);
  return { folder, write, remove: () => rm(folder, { recursive: true, force: true }) };
}
