import type { AppConfig, WindowConfig } from '../runtime/host';
import type { StyleIsolation } from './graph';

/** A page or component in the bundle. */
export interface BundledComponent {
  readonly id: string;
  readonly page: boolean;
  /** Module id of its script. */
  readonly script: string;
  readonly using: Readonly<Record<string, string>>;
  readonly generics: Readonly<Record<string, string | true>>;
  readonly isolation: StyleIsolation;
  /** Class prefix, if its styles are its own. */
  readonly prefix?: string;
  readonly pureDataPattern?: string;
  readonly window: WindowConfig;
}

/** A project's script as the runtime runs it. */
export type ModuleBody = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => void;

/** What the bundle hands to the runtime by `__preview.start(bundle)`. */
export interface ProjectBundle {
  readonly app: AppConfig;
  readonly components: readonly BundledComponent[];
  /** Generators of the template compiler, by component id. */
  readonly templates: Readonly<Record<string, TemplateGroup>>;
  /** Module id → its body and the meaning of the names it requires. */
  readonly modules: Readonly<
    Record<string, readonly [ModuleBody, Readonly<Record<string, string>>]>
  >;
  /** Module id of app.ts or app.js. */
  readonly entry?: string;
  /** Changes when any script changes. */
  readonly scriptsVersion: string;
}

/** Generator of the templates in one file: '' is the file's own. */
export type TemplateGroup = (name: string) => TemplateGenerator | undefined;
export type TemplateGenerator = (...args: never[]) => unknown;
