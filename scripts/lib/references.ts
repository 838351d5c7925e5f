import path from 'node:path';
import { transformSync } from 'esbuild';

/** What one mini-program file asks for, as written there. */
export interface References {
  /** Components by tag name, from `usingComponents` and the defaults of generics. */
  readonly components: readonly string[];
  /** Scripts, templates, wxs and style sheets. */
  readonly files: readonly string[];
}

const NONE: References = { components: [], files: [] };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function texts(value: unknown): string[] {
  return isObject(value)
    ? Object.values(value).filter((one): one is string => typeof one === 'string')
    : [];
}

/** The components that a page's, component's or app's JSON names. */
function componentsIn(json: unknown): string[] {
  if (!isObject(json)) return [];
  const generics = isObject(json['componentGenerics']) ? json['componentGenerics'] : {};
  const defaults = Object.values(generics).flatMap((one) =>
    isObject(one) && typeof one['default'] === 'string' ? [one['default']] : [],
  );
  return [...texts(json['usingComponents']), ...defaults];
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

const IMPORT = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*['"]([^'"]+)['"]/g;
const WXML_SOURCE = /<(?:wxs|import|include)\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']/g;
const WXS_REQUIRE = /\brequire\s*\(\s*['"]([^'"]+)['"]/g;
const WXSS_IMPORT = /@import\s+(?:url\()?\s*['"]([^'"]+)['"]/g;

/** Reads a file's references; a TypeScript file's type-only imports do not count. */
export function referencesOf(file: string, text: string): References {
  switch (path.extname(file)) {
    case '.json':
      return { components: componentsIn(JSON.parse(text)), files: [] };
    case '.ts':
      return { components: [], files: all(transformSync(text, { loader: 'ts' }).code, IMPORT) };
    case '.js':
      return { components: [], files: all(text, IMPORT) };
    case '.wxml':
      return { components: [], files: [...all(text, WXML_SOURCE), ...all(text, WXS_REQUIRE)] };
    case '.wxs':
      return { components: [], files: all(text, WXS_REQUIRE) };
    case '.wxss':
      return { components: [], files: all(text, WXSS_IMPORT) };
    default:
      return NONE;
  }
}
