import { attributeOf, type Element, parseWxml } from '../../lib/wxml';
import { problemAt, type Template } from './problem';

const TAP = /^(?:capture-)?(?:bind|catch):?tap$/;
/** Attributes that a component shows or reads out as words. */
const WORDS = ['aria-label', 'content', 'title', 'label', 'text', 'ariaLabel', 'note'];
/** Elements that are for tapping by their nature. */
const CONTROLS = new Set(['button', 't-button', 'navigator']);
/** Elements that show a picture: tapped, they need a label. */
const PICTURES = new Set(['image', 'as-icon', 't-icon', 't-image', 'icon', 'canvas']);

function hasWords(element: Element): boolean {
  if (element.text.trim() !== '' || element.tag === 'slot') return true;
  if (WORDS.some((name) => (attributeOf(element, name) ?? '') !== '')) return true;
  return element.children.some((child) => !PICTURES.has(child.tag) && speaks(child));
}

/** A component of ours or TDesign's labels itself; a plain element must hold words. */
function speaks(element: Element): boolean {
  const isComponent = element.tag.includes('-') && !CONTROLS.has(element.tag);
  return isComponent || element.tag === 'template' || hasWords(element);
}

function isTappable(element: Element): boolean {
  if (CONTROLS.has(element.tag)) return true;
  const isPlain = ['view', 'text', 'label'].includes(element.tag) || PICTURES.has(element.tag);
  return isPlain && element.attributes.some(({ name, value }) => TAP.test(name) && value !== '');
}

function isLabelled(element: Element): boolean {
  if (PICTURES.has(element.tag)) return (attributeOf(element, 'aria-label') ?? '') !== '';
  return hasWords(element);
}

function problemsOf(elements: readonly Element[], template: Template): string[] {
  return elements.flatMap((element) => {
    const hidden = attributeOf(element, 'aria-hidden');
    if (hidden !== undefined && hidden !== '{{false}}' && !hidden.includes('?')) return [];
    const inside = problemsOf(element.children, template);
    if (!isTappable(element) || isLabelled(element)) return inside;
    const what = `<${element.tag}> can be tapped but has neither words nor an aria-label`;
    return [problemAt(template, element.at, what), ...inside];
  });
}

/** Whatever can be tapped must say what it does, also to those who cannot see it. */
export function labelProblems(template: Template): string[] {
  return problemsOf(parseWxml(template.text), template);
}
