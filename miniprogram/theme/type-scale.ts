/** The type sizes that grow with WeChat's font setting, in rpx, by column. */
const SIZES = {
  tab: [24, 28, 32],
  cap: [26, 36, 42],
  meta: [28, 40, 44],
  body: [32, 44, 52],
  btn: [34, 42, 46],
  title: [36, 46, 52],
  head: [44, 52, 58],
  num: [60, 64, 76],
} as const satisfies Record<string, readonly [number, number, number]>;

/** 0: normal, 1: about 1.4, 2: 1.6 and more. */
export type Column = 0 | 1 | 2;

/** The column nearest to a font factor. */
export const columnOf = (factor: number): Column => (factor < 1.2 ? 0 : factor < 1.5 ? 1 : 2);

/**
 * Styles for the page node. In px, because rpx in an inline custom property is not documented; on
 * the page node, because TDesign's font shorthands resolve where they are declared.
 * @param column which sizes
 * @param width of the window, px
 */
export const pageStyleOf = (column: Column, width: number): string =>
  column === 0
    ? ''
    : Object.entries(SIZES)
        .map(
          ([name, sizes]) => `--as-fs-${name}:${Math.round((sizes[column] * width) / 75) / 10}px`,
        )
        .join(';');
