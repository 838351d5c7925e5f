import { createHash } from 'node:crypto';
import type { AppConfig } from '../runtime/host';
import { windowOf } from './app-config';
import type { BundledComponent } from './bundle';
import type { ComponentNode } from './graph';
import type { ScriptModule } from './script';
import { prefixOf } from './wxss';

export interface Emitted {
  readonly code: string;
  readonly map: string;
}

/**
 * What a project's script cannot see in WeChat, where there is no browser around it. Hidden here
 * too, so that leaning on one of them fails in the preview and not on the phone.
 */
const HIDDEN = [
  'window',
  'document',
  'self',
  'location',
  'history',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Image',
  'FileReader',
  'Blob',
  'File',
  'FormData',
  'Headers',
  'Request',
  'Response',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'btoa',
  'atob',
  'alert',
  'confirm',
  'prompt',
  'structuredClone',
  'process',
  'Buffer',
];

/** Writes the bundle: one script which calls `__preview.start(…)`, and its source map. */
export function emitBundle(
  app: AppConfig,
  nodes: readonly ComponentNode[],
  templates: string,
  modules: readonly ScriptModule[],
  scriptOf: (node: ComponentNode) => string,
  entry: string | undefined,
): Emitted {
  const writer = new Writer();
  writer.add('__preview.start({\n');
  writer.add(`app:${JSON.stringify(app)},\n`);
  const components = nodes.map((node) => describe(node, scriptOf(node)));
  writer.add(`components:${JSON.stringify(components)},\n`);
  writer.add(`templates:${templates.replace(/;?\s*$/, '')},\n`);
  if (entry !== undefined) writer.add(`entry:${JSON.stringify(entry)},\n`);
  writer.add(
    `scriptsVersion:${JSON.stringify(versionOf(modules.map((module) => module.code)))},\n`,
  );
  // Parameters of one function around all modules: a module may still declare such a name.
  writer.add(`modules:(function(${HIDDEN.join(',')}){return {\n`);
  for (const module of modules) {
    writer.add(`${JSON.stringify(module.id)}:[function(require,module,exports){`);
    writer.addMapped(module.code, module.map);
    writer.add(`\n},${JSON.stringify(module.requires)}],\n`);
  }
  writer.add('}})()});\n');
  return writer.finish();
}

/** A short hash of texts, for cache addresses and "did it change". */
export function versionOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 12);
}

function describe(node: ComponentNode, script: string): BundledComponent {
  const prefix = prefixOf(node);
  const pure = node.json['pureDataPattern'];
  return {
    id: node.id,
    page: node.page,
    script,
    using: node.using,
    generics: node.generics,
    isolation: node.isolation,
    ...(prefix === undefined ? {} : { prefix }),
    ...(typeof pure === 'string' ? { pureDataPattern: pure } : {}),
    window: windowOf(node.json),
  };
}

/** Joins texts, and the maps of those which have one, into an index source map. */
class Writer {
  private readonly parts: string[] = [];
  private readonly sections: string[] = [];
  private line = 0;
  private column = 0;

  add(text: string): void {
    this.parts.push(text);
    const breaks = text.split('\n');
    this.line += breaks.length - 1;
    const last = breaks.at(-1)?.length ?? 0;
    this.column = breaks.length === 1 ? this.column + last : last;
  }

  addMapped(text: string, map: string): void {
    const offset = `{"line":${this.line},"column":${this.column}}`;
    this.sections.push(`{"offset":${offset},"map":${map}}`);
    this.add(text);
  }

  finish(): Emitted {
    return {
      code: `${this.parts.join('')}//# sourceMappingURL=/preview/app.js.map\n`,
      map: `{"version":3,"sections":[${this.sections.join(',')}]}`,
    };
  }
}
