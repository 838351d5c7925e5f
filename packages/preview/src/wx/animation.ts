import { optionalNumber, optionalText, recordOf } from './api';

interface Animate {
  readonly type: string;
  readonly args: readonly unknown[];
}

const MOVES = [
  'matrix',
  'matrix3d',
  'rotate',
  'rotate3d',
  'rotateX',
  'rotateY',
  'rotateZ',
  'scale',
  'scale3d',
  'scaleX',
  'scaleY',
  'scaleZ',
  'skew',
  'skewX',
  'skewY',
  'translate',
  'translate3d',
  'translateX',
  'translateY',
  'translateZ',
];

/** Style methods and the CSS property of each; lengths without a unit are px. */
const STYLES: Readonly<Record<string, string>> = {
  opacity: 'opacity',
  backgroundColor: 'background-color',
  width: 'width',
  height: 'height',
  left: 'left',
  top: 'top',
  right: 'right',
  bottom: 'bottom',
};

/** wx.createAnimation: collects steps; `export()` hands them to the attribute `animation`. */
export function createAnimation(given?: unknown): Record<string, unknown> {
  const defaults = recordOf(given);
  let actions: unknown[] = [];
  let animates: Animate[] = [];
  const animation: Record<string, unknown> = {};
  for (const type of MOVES) {
    animation[type] = (...args: unknown[]) => {
      animates.push({ type, args });
      return animation;
    };
  }
  for (const [name, property] of Object.entries(STYLES)) {
    animation[name] = (value: unknown) => {
      const px = typeof value === 'number' && name !== 'opacity' ? `${value}px` : String(value);
      animates.push({ type: 'style', args: [property, px] });
      return animation;
    };
  }
  animation['step'] = (options?: unknown) => {
    const own = { ...defaults, ...recordOf(options) };
    actions.push({
      animates,
      option: {
        transformOrigin: optionalText(own, 'transformOrigin', '50% 50% 0'),
        transition: {
          duration: optionalNumber(own, 'duration', 400),
          timingFunction: optionalText(own, 'timingFunction', 'linear'),
          delay: optionalNumber(own, 'delay', 0),
        },
      },
    });
    animates = [];
    return animation;
  };
  animation['export'] = () => {
    const exported = { actions };
    actions = [];
    return exported;
  };
  return animation;
}
