const RealDate = Date;
let shiftMs = 0;

/** Milliseconds since 1970 on the moved clock. */
const now = (): number => RealDate.now() + shiftMs;

/**
 * Moves the page's clock from now on. `Date` is replaced once: code which kept a reference to the
 * old one from before would not follow, so this runs before any project code.
 */
export function shiftClock(milliseconds: number): void {
  shiftMs = milliseconds;
  if (globalThis.Date === RealDate) globalThis.Date = movedDate();
}

function movedDate(): DateConstructor {
  const moved = new Proxy(RealDate, {
    construct(target, args: unknown[], newTarget) {
      return Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget);
    },
    apply: () => new RealDate(now()).toString(),
    get(target, name, receiver) {
      return name === 'now' ? now : Reflect.get(target, name, receiver);
    },
  });
  // Code tells dates by `value.constructor === Date`.
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: moved,
    configurable: true,
    writable: true,
  });
  return moved;
}
