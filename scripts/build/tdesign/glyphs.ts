import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from '../../lib/plain-error';
import { allElements, parseWxml } from '../../lib/wxml';
import { attributeNames } from '../icons/literals';
import { iconExists, iconUri } from '../icons/svg';
import { ownFiles } from './reachable';

const GLYPH = /\.t-icon-([\w-]+):before\{[^}]*\}/g;
const LITERAL = /(['"])((?:(?!\1)[^\\\n]|\\.)*)\1/g;
const COMPOSED = /'([\w-]*-)'\s*\+\s*\w+\s*\+\s*'(-[\w-]*)'/g;

/** All names that TDesign's own icon font has. */
export function fontNames(iconStyles: string): Set<string> {
  return new Set([...iconStyles.matchAll(GLYPH)].flatMap((match) => match[1] ?? []));
}

function literalsOf(text: string): string[] {
  return [...text.matchAll(LITERAL)].map((match) => match[2] ?? '');
}

/** Names that a component may put together itself: 'check-' + icon + '-filled'. */
function composedNames(text: string, names: ReadonlySet<string>): string[] {
  const values = allElements(parseWxml(text)).flatMap(({ attributes }) =>
    attributes.map(({ value = '' }) => value),
  );
  const middles = new Set(values.flatMap(literalsOf));
  return [...text.matchAll(COMPOSED)].flatMap(([, start = '', end = '']) =>
    [...middles].map((middle) => start + middle + end).filter((name) => names.has(name)),
  );
}

/** Words in a template's icon tags and attributes, and every word of a script or wxs. */
function wordsOf(file: string, text: string): string[] {
  if (!file.endsWith('.wxml')) return literalsOf(text);
  return allElements(parseWxml(text)).flatMap(({ tag, attributes }) => {
    const drawsIcon = tag === 't-icon' || (tag === 'template' && /is="icon"/.test(text));
    return attributes
      .filter(({ name }) => (drawsIcon && /^(name|data)$/.test(name)) || /icon$/i.test(name))
      .flatMap(({ value = '' }) => (value.includes('{{') ? literalsOf(value) : [value]));
  });
}

function drawsIcons(file: string): boolean {
  const folder = path.dirname(file);
  const json = path.join(folder, `${path.basename(folder)}.json`);
  return fs.existsSync(json) && fs.readFileSync(json, 'utf8').includes('icon/icon');
}

/** Icons that our own templates give to `t-` components: each must exist. */
function namedByUs(project: string): string[] {
  const used: string[] = [];
  for (const file of ownFiles(project, /\.wxml$/)) {
    for (const { tag, attributes } of allElements(parseWxml(fs.readFileSync(file, 'utf8')))) {
      if (!tag.startsWith('t-')) continue;
      for (const { name, value = '', at } of attributes) {
        const isIcon = /(^|-)icon$/i.test(name) || (tag === 't-icon' && name === 'name');
        if (isIcon) used.push(...attributeNames(value, at).map((found) => found.name));
      }
    }
  }
  return used.filter((name) => !/[./]/.test(name));
}

/** Icons that the library's reachable components may draw of themselves. */
function namedByLibrary(reachable: readonly string[], names: ReadonlySet<string>): string[] {
  return reachable
    .filter((file) => /\.(js|wxml|wxs)$/.test(file) && drawsIcons(file))
    .flatMap((file) => {
      const text = fs.readFileSync(file, 'utf8');
      return [...wordsOf(file, text), ...composedNames(text, names)];
    })
    .filter((name) => names.has(name) && iconExists(name));
}

/**
 * The glyphs of its icon font that the reachable part of TDesign, or one of our templates
 * through a `t-` component's icon attribute, may draw.
 * @throws PlainError for one of ours that tdesign-icons-svg does not draw
 */
export function usedGlyphs(
  project: string,
  reachable: readonly string[],
  names: ReadonlySet<string>,
): string[] {
  const ours = namedByUs(project);
  const missing = ours.filter((name) => !iconExists(name));
  if (missing.length > 0) {
    throw new PlainError(`tdesign-icons-svg 没有这些图标 lacks these icons: ${missing.join(', ')}`);
  }
  return [...new Set([...ours, ...namedByLibrary(reachable, names)])].sort();
}

/**
 * icon.wxss without the font on the vendor's network: each used glyph is drawn as an inlined
 * mask in the text's colour, 1em square as the font draws it. The other glyphs go.
 */
export function inlinedIconStyles(styles: string, glyphs: readonly string[]): string {
  const kept = styles
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll(GLYPH, '')
    .replaceAll(/\.t-icon\{font-family:[^}]*\}/g, '')
    .replaceAll(/\n{2,}/g, '\n');
  if (/url\(\s*['"]?https?:/.test(kept)) {
    throw new PlainError(
      'TDesign 的图标样式里还有网络地址 icon.wxss still names a network address',
    );
  }
  const shared =
    `.t-icon-base:before{display:block;width:1em;height:1em;background-color:currentColor;` +
    `-webkit-mask-size:100% 100%}`;
  const rules = glyphs.map(
    (name) => `.t-icon-${name}:before{content:'';-webkit-mask-image:url("${iconUri(name)}")}`,
  );
  return `${kept.trimEnd()}\n${[shared, ...rules].join('\n')}\n`;
}
