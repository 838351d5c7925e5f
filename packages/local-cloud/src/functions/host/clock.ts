/**
 * Moves `Date` in this process. Product code knows nothing of it: `new Date()`, `Date()` and
 * `Date.now()` say the shifted time, dates made from given values stay as they are.
 * @returns a function that sets how far, in milliseconds
 */
export function installClock(shiftMs: number): (shiftMs: number) => void {
  let shift = shiftMs;
  const RealDate = Date;
  const now = (): number => RealDate.now() + shift;
  const Shifted = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? now : Reflect.get(target, property, receiver),
  });
  // `value.constructor === Date` must go on holding for every date.
  RealDate.prototype.constructor = Shifted;
  globalThis.Date = Shifted;
  return (next) => {
    shift = next;
  };
}
