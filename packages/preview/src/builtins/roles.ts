const TAPPABLE = new Set(['button', 'checkbox', 'radio', 'switch', 'tab', 'link', 'menuitem']);
const SELECTOR = '[role]:not([tabindex])';

/** Whatever calls itself a button can be reached by keyboard, as on a phone by its reader. */
export function keepTappableFocusable(root: HTMLElement): void {
  const check = (element: Element) => {
    const role = element.getAttribute('role');
    if (role !== null && TAPPABLE.has(role) && element instanceof HTMLElement) {
      if (!element.hasAttribute('tabindex')) element.tabIndex = 0;
    }
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Element) check(target);
      for (const added of addedNodes) {
        if (!(added instanceof Element)) continue;
        check(added);
        for (const inner of added.querySelectorAll(SELECTOR)) check(inner);
      }
    }
  }).observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['role'] });
}

/** The role and state which a control has unless its template says otherwise. */
export function control(element: HTMLElement, role: string): void {
  if (!element.hasAttribute('role')) element.setAttribute('role', role);
  element.tabIndex = 0;
}
