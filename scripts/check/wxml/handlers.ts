import fs from 'node:fs';
import path from 'node:path';
import { referencesOf } from '../../lib/references';
import { allElements, parseWxml } from '../../lib/wxml';
import { problemAt, type Template } from './problem';

const EVENT = /^(?:capture-)?(?:mut-)?(?:bind|catch)(?::?[\w-]+)$/;

/** A script with those it imports from beside it, behaviours and shared methods among them. */
function scriptText(file: string, depth = 0): string {
  if (!fs.existsSync(file)) return '';
  const text = fs.readFileSync(file, 'utf8');
  if (depth === 3) return text;
  const others = referencesOf(file, text).files.filter((wanted) => wanted.startsWith('.'));
  const texts = others.map((wanted) => {
    const base = path.resolve(path.dirname(file), wanted);
    return scriptText(fs.existsSync(`${base}.ts`) ? `${base}.ts` : `${base}/index.ts`, depth + 1);
  });
  return [text, ...texts].join('\n');
}

function defines(script: string, name: string): boolean {
  return new RegExp(`\\b${name}\\s*(?:[(:<]|,|=[^=]|\\n?\\s*})`).test(script);
}

/** Event handlers that the script does not have: a tap would do nothing. */
export function handlerProblems(template: Template): string[] {
  const scriptFile = template.file.replace(/\.wxml$/, '.ts');
  if (!fs.existsSync(scriptFile)) return [];
  const script = scriptText(scriptFile);
  return allElements(parseWxml(template.text)).flatMap(({ attributes }) =>
    attributes.flatMap(({ name, value = '', at }) => {
      if (!EVENT.test(name) || value === '' || value.includes('{{')) return [];
      if (defines(script, value)) return [];
      return [problemAt(template, at, `${name}="${value}": the script has no ${value}`)];
    }),
  );
}
