import { allElements, attributeOf, parseWxml } from '../../lib/wxml';
import { PRIVATE_INFORMATION } from './apis';

/** A use of private information: which, and what uses it. */
export interface PrivateUse {
  readonly information: string;
  readonly by: string;
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}

/** Uses in a script. A name counts wherever it stands: `const { chooseMedia } = wx` is a use. */
export function usesInScript(text: string): PrivateUse[] {
  return PRIVATE_INFORMATION.flatMap(({ name, apis = [], scopes = [] }) => [
    ...apis.filter((api) => mentions(text, api)).map((api) => ({ information: name, by: api })),
    ...scopes
      .filter((scope) => text.includes(`scope.${scope}`))
      .map((scope) => ({ information: name, by: `scope.${scope}` })),
  ]);
}

/** Uses in a template: components that record, and buttons and inputs that ask WeChat. */
export function usesInTemplate(text: string): PrivateUse[] {
  return allElements(parseWxml(text)).flatMap((element) => {
    const types = [attributeOf(element, 'open-type'), attributeOf(element, 'type')];
    return PRIVATE_INFORMATION.flatMap(({ name, openTypes = [], components = [] }) => [
      ...components
        .filter((component) => component === element.tag)
        .map((component) => ({ information: name, by: `<${component}>` })),
      ...openTypes
        .filter((type) => types.some((value) => value?.includes(type)))
        .map((type) => ({ information: name, by: `<${element.tag}> ${type}` })),
    ]);
  });
}
