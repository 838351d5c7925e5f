import fs from 'node:fs';
import { filesIn, lineAt } from '../../lib/files';
import { inRoot, shown } from '../../lib/paths';
import { allElements, parseWxml } from '../../lib/wxml';
import { ownFiles } from '../tdesign/reachable';
import { attributeNames, type Named, yieldedLiterals } from './literals';

/** An icon that a source names, and where: `path:line`. */
export interface UsedIcon {
  readonly name: string;
  readonly where: string;
}

/** In templates: the name of as-icon itself, and any icon attribute of a component of ours. */
function inTemplate(text: string): Named[] {
  return allElements(parseWxml(text)).flatMap(({ tag, attributes }) =>
    attributes.flatMap(({ name, value = '', at }) => {
      const isName = tag === 'as-icon' && name === 'name';
      const isIcon = tag.startsWith('as-') && /(^|-)icon$/.test(name);
      return isName || isIcon ? attributeNames(value, at) : [];
    }),
  );
}

/** In data: what follows a key that is, or ends in, "icon"; "as-icon" itself is no such key. */
const ICON_KEY = /(?<![-\w])(?:icon|[a-z]\w*Icon)['"]?\s*:\s*([^,\n}]+)/g;

/** wx.showToast has an `icon` of its own: a toast without one is told so. */
const TOAST = 'none';

/** WeChat's own toasts have an `icon` too, from a set of their own. */
const WECHAT_CALL = /\bwx\.show\w+\(\{[^}]*\}/g;

function inData(source: string): Named[] {
  const text = source.replaceAll(WECHAT_CALL, (call) => ' '.repeat(call.length));
  return [...text.matchAll(ICON_KEY)].flatMap((match) => {
    const value = match[1] ?? '';
    return yieldedLiterals(value, match.index + match[0].length - value.length);
  });
}

function sources(project: string): string[] {
  const core = inRoot('packages', 'core', 'src');
  return [
    ...ownFiles(project, /\.(wxml|ts|json|wxs)$/),
    ...filesIn(core, (file) => /\.(ts|json)$/.test(file)),
  ].filter((file) => !file.endsWith('.d.ts'));
}

/**
 * Every icon that the sources name for as-icon: `<as-icon name="…">` and `icon="…"` on our own
 * components in templates, `icon: '…'` in the mini-program's data and in core's.
 * Names must stand whole in a source: one put together at run time cannot be found.
 */
export function collectIcons(project: string): UsedIcon[] {
  return sources(project).flatMap((file) => {
    const text = fs.readFileSync(file, 'utf8');
    const found = file.endsWith('.wxml') ? inTemplate(text) : inData(text);
    return found
      .filter(({ name }) => name !== '' && name !== TOAST)
      .map(({ name, at }) => ({ name, where: `${shown(file)}:${lineAt(text, at)}` }));
  });
}
