import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('tdesign-icons-svg/package.json')),
  'src',
);

/** Whether this `@font-face` is TDesign's icon font, which lies on a CDN. */
export function isIconFont(css: string): boolean {
  return css.includes('tdesign.gtimg.com/icon/');
}

/** `add` for the selector `.t-icon-add:before`, before it is rewritten. */
export function iconOf(selector: string): string | undefined {
  return /^\.t-icon-([\w-]+)::?before$/.exec(selector)?.[1];
}

/**
 * Declarations which draw an icon without the font. An icon that is only in the font shows as a
 * dashed box, never as nothing.
 */
export function iconDeclarations(icon: string): string {
  if (!existsSync(path.join(folder, `${icon}.svg`))) {
    return 'content:"";display:inline-block;box-sizing:border-box;width:1em;height:1em;border:1px dashed';
  }
  const image = `url("/preview/icons/${icon}.svg")`;
  return [
    'content:""',
    'display:inline-block',
    'width:1em',
    'height:1em',
    'vertical-align:top',
    'background:currentColor',
    `-webkit-mask:${image} center/contain no-repeat`,
  ].join(';');
}

/** The SVG of an icon, or undefined when there is none of this name. */
export function iconSvg(icon: string): string | undefined {
  const file = path.join(folder, `${path.basename(icon)}.svg`);
  if (!existsSync(file)) return undefined;
  // The package spells the attribute in a way no browser knows.
  return readFileSync(file, 'utf8').replace('view-box=', 'viewBox=');
}
