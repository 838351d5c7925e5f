const SIZES = ['width', 'minWidth', 'maxWidth', 'height', 'minHeight', 'maxHeight'] as const;

/** Whether a window has the sizes which a descriptor asks for. */
export function matchesSize(
  descriptor: Readonly<Record<string, unknown>>,
  { windowWidth, windowHeight }: { readonly windowWidth: number; readonly windowHeight: number },
): boolean {
  return SIZES.every((name) => {
    const wanted = descriptor[name];
    if (typeof wanted !== 'number') return true;
    const size = name.toLowerCase().endsWith('width') ? windowWidth : windowHeight;
    if (name.startsWith('min')) return size >= wanted;
    if (name.startsWith('max')) return size <= wanted;
    return size === wanted;
  });
}
