import { componentOf, domElementsOf, selectAll, selectOne } from './engine';
import type { Caller, Rect } from './host';
import { relativeRect } from './query';

export interface IntersectionOptions {
  readonly thresholds?: readonly number[];
  readonly initialRatio?: number;
  readonly observeAll?: boolean;
}

interface Margins {
  readonly left?: number;
  readonly top?: number;
  readonly right?: number;
  readonly bottom?: number;
}

export interface IntersectionSurroundings {
  readonly topCaller: () => Caller | undefined;
  readonly portElement: HTMLElement;
  readonly port: () => Rect;
}

/** wx.createIntersectionObserver on the browser's own. */
export class IntersectionWatch {
  private readonly observers: IntersectionObserver[] = [];
  private reference: { selector: string | undefined; margins: Margins } | undefined;

  constructor(
    private readonly around: IntersectionSurroundings,
    private readonly scope: Caller | undefined,
    private readonly options: IntersectionOptions,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.reference = { selector, margins };
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    this.reference = { selector: undefined, margins };
    return this;
  }

  observe(selector: string, callback: (result: unknown) => void): void {
    const scope = this.scope ?? this.around.topCaller();
    const component = scope && componentOf(scope);
    if (!component) return;
    const found = this.options.observeAll
      ? selectAll(component, selector)
      : [selectOne(component, selector)].filter((element) => element !== undefined);
    const named = this.reference?.selector;
    const relative = named === undefined ? undefined : selectOne(component, named);
    const root = (relative && domElementsOf(relative)[0]) ?? this.around.portElement;
    for (const element of found) {
      const dom = domElementsOf(element)[0];
      if (!dom) continue;
      const { id, dataset } = element;
      this.watch(dom, root, (entry) => callback({ ...this.describe(entry), id, dataset }));
    }
  }

  disconnect(): void {
    for (const observer of this.observers.splice(0)) observer.disconnect();
  }

  private watch(
    dom: HTMLElement,
    root: HTMLElement,
    report: (entry: IntersectionObserverEntry) => void,
  ): void {
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.reference?.margins ?? {};
    let previous = this.options.initialRatio ?? 0;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          // WeChat reports changes from the initial ratio, the browser always reports at first.
          if (entry.intersectionRatio === previous && !entry.isIntersecting) continue;
          previous = entry.intersectionRatio;
          report(entry);
        }
      },
      {
        root,
        rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
        threshold: [...(this.options.thresholds ?? [0])],
      },
    );
    observer.observe(dom);
    this.observers.push(observer);
  }

  private describe(entry: IntersectionObserverEntry): Record<string, unknown> {
    const port = this.around.port();
    const shift = (rect: DOMRectReadOnly | null): Record<string, number> => ({
      left: (rect?.left ?? 0) - port.left,
      top: (rect?.top ?? 0) - port.top,
      right: (rect?.right ?? 0) - port.left,
      bottom: (rect?.bottom ?? 0) - port.top,
      width: rect?.width ?? 0,
      height: rect?.height ?? 0,
    });
    return {
      intersectionRatio: entry.intersectionRatio,
      intersectionRect: shift(entry.intersectionRect),
      boundingClientRect: relativeRect(entry.target, port),
      relativeRect: shift(entry.rootBounds),
      time: Date.now(),
    };
  }
}
