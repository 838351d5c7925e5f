import fs from 'node:fs';
import path from 'node:path';
import { referencesOf } from '../../lib/references';
import { allElements, parseWxml } from '../../lib/wxml';
import { problemAt, type Template } from './problem';
import { BUILTIN_TAGS } from './tags';

interface Json {
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly componentGenerics?: Readonly<Record<string, unknown>>;
}

function readJson(file: string): Json {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
}

/** Tags of the templates that a template imports or includes, its own among them. */
function tagsWithImports(file: string, text: string, seen = new Set<string>()): Set<string> {
  const tags = new Set(allElements(parseWxml(text)).map(({ tag }) => tag));
  seen.add(file);
  for (const wanted of referencesOf(file, text).files) {
    if (wanted.endsWith('.wxs') || !wanted.startsWith('.')) continue;
    const other = path.resolve(path.dirname(file), wanted).replace(/(\.wxml)?$/, '.wxml');
    if (seen.has(other) || !fs.existsSync(other)) continue;
    for (const tag of tagsWithImports(other, fs.readFileSync(other, 'utf8'), seen)) tags.add(tag);
  }
  return tags;
}

/**
 * Tags that are neither WeChat's nor in `usingComponents` stay empty on a phone without a word;
 * components that are named and never used are shipped for nothing.
 * A template without a JSON of its own is judged with those that import it.
 */
export function componentProblems(template: Template, app: Json): string[] {
  const jsonFile = template.file.replace(/\.wxml$/, '.json');
  if (!fs.existsSync(jsonFile)) return [];
  const json = readJson(jsonFile);
  const own = Object.keys(json.usingComponents ?? {});
  const generics = Object.keys(json.componentGenerics ?? {});
  const known = new Set([...own, ...generics, ...Object.keys(app.usingComponents ?? {})]);
  const unknown = allElements(parseWxml(template.text))
    .filter(({ tag }) => !BUILTIN_TAGS.has(tag) && !known.has(tag))
    .map(({ tag, at }) => problemAt(template, at, `<${tag}> is not in usingComponents`));
  const tags = tagsWithImports(template.file, template.text);
  const text = template.text;
  const idle = own
    .filter((name) => !tags.has(name) && !new RegExp(`generic:[\\w-]+="${name}"`).test(text))
    .map((name) => problemAt(template, 0, `usingComponents names ${name}, nothing uses it`));
  return [...unknown, ...idle];
}
