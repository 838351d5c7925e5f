import type { BuiltinDefinition, BuiltinNode, Host } from './host';

/** `<page-meta>` and the `<navigation-bar>` in it: they set the page around them. */
export function pageMetaBuiltins(host: Host): BuiltinDefinition[] {
  return [
    {
      tag: 'page-meta',
      slot: true,
      properties: {
        pageStyle: { type: String, value: '' },
        rootFontSize: { type: String, value: '' },
        pageFontSize: { type: String, value: '' },
        backgroundColor: { type: String, value: '' },
        backgroundTextStyle: { type: String, value: '' },
        rootBackgroundColor: { type: String, value: '' },
        scrollTop: { type: String, value: '' },
        scrollDuration: { type: Number, value: 300 },
      },
      mount: (node) => ({
        changed: () => applyMeta(host, node),
        attached: () => applyMeta(host, node),
      }),
    },
    {
      tag: 'navigation-bar',
      slot: false,
      properties: {
        title: { type: String, value: '' },
        loading: { type: Boolean, value: false },
        frontColor: { type: String, value: '' },
        backgroundColor: { type: String, value: '' },
      },
      mount: (node) => ({
        changed: (name, value) => host.setNavigationBar({ [name]: value }),
        attached() {
          for (const name of ['title', 'frontColor', 'backgroundColor', 'loading']) {
            if (node.data[name]) host.setNavigationBar({ [name]: node.data[name] });
          }
        },
      }),
    },
  ];
}

function applyMeta(host: Host, node: BuiltinNode): void {
  const page = node.host.closest<HTMLElement>('[data-route]');
  const inner = page?.querySelector<HTMLElement>(':scope > wx-page');
  if (!page || !inner) return;
  const { pageStyle, rootFontSize, pageFontSize, backgroundColor, scrollTop } = node.data;
  inner.setAttribute('style', host.styleText(String(pageStyle)));
  if (pageFontSize) inner.style.fontSize = host.styleText(String(pageFontSize));
  // A page that must not scroll is written so in its style by every popup.
  const locked = /overflow(-y)?\s*:\s*hidden/.test(String(pageStyle));
  page.toggleAttribute('data-locked', locked);
  page.style.background = String(backgroundColor);
  if (rootFontSize) page.style.setProperty('--mp-rem', host.styleText(String(rootFontSize)));
  else page.style.removeProperty('--mp-rem');
  if (scrollTop !== '') page.scrollTop = Number.parseFloat(String(scrollTop));
}
