/**
 * Lengths which depend on the phone's size. The page's visible area is a CSS size container, so
 * its units follow the simulated phone and not the browser window:
 * rpx and vw → cqw, vh → cqh, rem → a variable which page-meta may set.
 */
const LENGTH =
  /("[^"]*"|'[^']*'|url\([^)]*\))|(?<![\w#-])(-?(?:\d*\.)?\d+)(rpx|vw|vh|vmin|vmax|rem)\b/g;

/** Rewrites the lengths in one CSS value or in a whole inline style. */
export function convertUnits(value: string): string {
  if (!/rpx|v[whm]|rem|safe-area/.test(value)) return value;
  return value
    .replace(LENGTH, (whole: string, quoted: string | undefined, digits: string, unit: string) => {
      if (quoted !== undefined) return quoted;
      const number = Number(digits);
      switch (unit) {
        case 'rpx':
          return `${round(number / 7.5)}cqw`;
        case 'vw':
          return `${number}cqw`;
        case 'vh':
          return `${number}cqh`;
        case 'vmin':
        case 'vmax':
          return `${number}cq${unit.slice(1)}`;
        case 'rem':
          return `calc(${number} * var(--mp-rem, 16px))`;
        default:
          return whole;
      }
    })
    .replace(
      /\benv\(\s*safe-area-inset-(\w+)\s*(?:,[^)]*)?\)/g,
      'var(--mp-safe-$1, env(safe-area-inset-$1, 0px))',
    );
}

/** rpx in a media query, where no container unit exists: the length on a 375 px wide phone. */
export function convertQueryUnits(params: string): string {
  return params.replace(/((?:\d*\.)?\d+)rpx\b/g, (_, digits: string) => `${Number(digits) / 2}px`);
}

function round(value: number): number {
  return Number(value.toFixed(5));
}
