import { domElementsOf, type EngineElement } from './engine';

const NAMES = ['offsetLeft', 'offsetTop'] as const;

/**
 * `event.target` and `event.currentTarget` are plain elements or components of the engine; in
 * WeChat they also say where they stand. A project may still keep a value of its own under the
 * same name on a component.
 */
export function defineOffsets(
  prototype: object,
  elementOf: (target: object) => EngineElement | undefined,
): void {
  for (const name of NAMES) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: object) {
        const element = elementOf(this);
        return (element && domElementsOf(element)[0]?.[name]) ?? 0;
      },
      set(this: object, value: unknown) {
        Object.defineProperty(this, name, {
          value,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      },
    });
  }
}
