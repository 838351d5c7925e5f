import fs from 'node:fs';
import { ownFiles } from '../../build/tdesign/reachable';
import { filesIn } from '../../lib/files';
import { inRoot, shown } from '../../lib/paths';
import type { Check } from '../check';
import { PRIVATE_INFORMATION } from './apis';
import { type PrivateUse, usesInScript, usesInTemplate } from './used';

/** miniprogram/privacy.json: what the privacy guide in WeChat's console must say. */
interface Declaration {
  readonly declared: readonly {
    /** A name of PRIVATE_INFORMATION. */
    readonly information: string;
    /** What it is used for, in the words of the guide. */
    readonly purpose: string;
  }[];
}

/** Where the declaration and the uses differ: undeclared uses, needless or empty declarations. */
export function differences(uses: readonly PrivateUse[], { declared }: Declaration): string[] {
  const known = new Set(PRIVATE_INFORMATION.map(({ name }) => name));
  const names = new Set(declared.map(({ information }) => information));
  const used = new Set(uses.map(({ information }) => information));
  const undeclared = uses.filter(({ information }) => !names.has(information));
  return [
    ...new Set(undeclared.map(({ information, by }) => `${by} uses ${information}: not declared`)),
    ...declared.flatMap(({ information, purpose }) => {
      if (!known.has(information)) return [`${information} is not a kind WeChat knows`];
      if (purpose.trim() === '') return [`${information} is declared without a purpose`];
      return used.has(information) ? [] : [`${information} is declared, but nothing uses it`];
    }),
  ];
}

function usesIn(file: string): PrivateUse[] {
  const text = fs.readFileSync(file, 'utf8');
  const uses = file.endsWith('.wxml') ? usesInTemplate(text) : usesInScript(text);
  return uses.map(({ information, by }) => ({ information, by: `${shown(file)}: ${by}` }));
}

async function run(): Promise<string[]> {
  const file = inRoot('miniprogram', 'privacy.json');
  if (!fs.existsSync(file)) return [`${shown(file)} is missing`];
  const project = inRoot('miniprogram');
  const library = filesIn(`${project}/miniprogram_npm`, (one) => /\.(js|wxml)$/.test(one));
  const own = ownFiles(project, /\.(ts|wxml)$/).filter((one) => !one.endsWith('.d.ts'));
  const uses = own.flatMap(usesIn);
  // TDesign's components merely can use more; what its scripts call counts, as WeChat counts it.
  const called = library.filter((one) => one.endsWith('.js')).flatMap(usesIn);
  return differences([...uses, ...called], JSON.parse(fs.readFileSync(file, 'utf8')));
}

export const privacy: Check = {
  name: 'privacy',
  about: 'every privacy API in use is declared in miniprogram/privacy.json',
  run,
};
