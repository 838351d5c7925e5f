import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileCache } from './files';
import { objectOf } from './json';

const SCRIPT_ENDINGS = ['', '.ts', '.js', '/index.ts', '/index.js'];

/**
 * Turns the names which sources use (relative, absolute, alias, npm) into files, and files into
 * ids: paths as WeChat sees them, where an npm package lies in `miniprogram_npm/`.
 */
export class Resolver {
  /** Id prefix → real folder, for packages taken from node_modules. */
  private readonly mounts = new Map<string, string>();

  constructor(
    readonly root: string,
    private readonly files: FileCache,
    private readonly aliases: () => Readonly<Record<string, string>>,
  ) {}

  /** `pages/a/a.ts` for `<root>/pages/a/a.ts`; always with forward slashes. */
  idOf(file: string): string {
    for (const [id, folder] of this.mounts) {
      if (file.startsWith(folder + path.sep))
        return `${id}/${slashed(path.relative(folder, file))}`;
    }
    return slashed(path.relative(this.root, file));
  }

  /** The real file of an id, whether it exists or not. */
  fileOf(id: string): string {
    for (const [prefix, folder] of this.mounts) {
      if (id.startsWith(`${prefix}/`)) return path.join(folder, id.slice(prefix.length + 1));
    }
    return path.join(this.root, id);
  }

  /** Path without extension of the component that `name` means in a file of `folder`. */
  component(name: string, folder: string): string | undefined {
    for (const place of this.places(name, folder)) {
      for (const candidate of [place, path.join(place, 'index')]) {
        if (this.files.exists(`${candidate}.json`) && this.script(candidate) !== undefined) {
          return candidate;
        }
      }
    }
    return undefined;
  }

  /** The script file beside a component path. */
  script(withoutExtension: string): string | undefined {
    return ['.ts', '.js']
      .map((end) => withoutExtension + end)
      .find((file) => this.files.exists(file));
  }

  /** The script file that `require(name)` means in a file of `folder`. */
  module(name: string, folder: string): string | undefined {
    for (const place of this.places(name, folder)) {
      for (const end of SCRIPT_ENDINGS) {
        const file = place + end;
        if (/\.(js|ts)$/.test(file) && this.files.exists(file)) return file;
      }
    }
    return undefined;
  }

  /** A style sheet named by `@import`. */
  style(name: string, folder: string): string | undefined {
    const named = /\.wxss$|\.css$/.test(name) ? name : `${name}.wxss`;
    return this.places(named, folder).find((file) => this.files.exists(file));
  }

  /** Where `name` may lie, the likeliest first; without trying extensions. */
  private places(name: string, folder: string): string[] {
    const aliased = this.alias(name);
    if (aliased !== undefined) return [path.join(this.root, aliased)];
    if (name.startsWith('/')) return [path.join(this.root, name)];
    if (name.startsWith('.')) return [path.resolve(folder, name)];
    const local = [path.resolve(folder, name), path.join(this.root, name)];
    return [...local, ...this.packagePlaces(name, folder)];
  }

  private alias(name: string): string | undefined {
    for (const [pattern, target] of Object.entries(this.aliases())) {
      const prefix = pattern.replace(/\*$/, '');
      if (pattern === name) return target;
      if (pattern.endsWith('*') && name.startsWith(prefix)) {
        return target.replace(/\*$/, '') + name.slice(prefix.length);
      }
    }
    return undefined;
  }

  /** Looks through miniprogram_npm and node_modules of each folder upwards. */
  private packagePlaces(name: string, folder: string): string[] {
    const parts = name.split('/');
    const pack = parts.slice(0, name.startsWith('@') ? 2 : 1).join('/');
    const inside = name.slice(pack.length + 1);
    const found: string[] = [];
    for (let at = folder; ; at = path.dirname(at)) {
      const packed = path.join(at, 'miniprogram_npm', pack);
      if (existsSync(packed)) found.push(path.join(packed, inside === '' ? 'index' : inside));
      const installed = path.join(at, 'node_modules', pack);
      if (existsSync(path.join(installed, 'package.json'))) {
        found.push(this.installedPlace(installed, pack, inside));
      }
      if (at === path.dirname(at)) return found;
    }
  }

  private installedPlace(folder: string, pack: string, inside: string): string {
    const manifest = objectOf(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
    const shipped = manifest['miniprogram'];
    const base = typeof shipped === 'string' ? path.join(folder, shipped) : folder;
    const id = `miniprogram_npm/${pack}`;
    if (!this.mounts.has(id)) this.mounts.set(id, base.replace(/[/\\]$/, ''));
    if (inside !== '') return path.join(base, inside);
    const main = manifest['main'];
    if (typeof shipped === 'string' || typeof main !== 'string') return path.join(base, 'index');
    return path.join(base, main);
  }
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}
