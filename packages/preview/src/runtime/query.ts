import type { Builtins } from './builtin';
import {
  asComponent,
  componentOf,
  domElementsOf,
  type EngineElement,
  selectAll,
  selectOne,
} from './engine';
import type { Caller, Rect } from './host';

export interface Fields {
  readonly id?: boolean;
  readonly dataset?: boolean;
  readonly mark?: boolean;
  readonly rect?: boolean;
  readonly size?: boolean;
  readonly scrollOffset?: boolean;
  readonly properties?: readonly string[];
  readonly computedStyle?: readonly string[];
  readonly context?: boolean;
  readonly node?: boolean;
}

type Result = Record<string, unknown>;
type Callback = (result: unknown) => void;

export interface QuerySurroundings {
  readonly builtins: Builtins;
  /** The root of the page on top, for queries without a component. */
  readonly topCaller: () => Caller | undefined;
  readonly pageElement: () => HTMLElement | undefined;
  readonly port: () => Rect;
}

interface Request {
  readonly caller: Caller | undefined;
  readonly selector: string | undefined;
  readonly all: boolean;
  readonly fields: Fields;
  readonly callback: Callback | undefined;
}

/** wx.createSelectorQuery: measures elements by selector when `exec` is called. */
export class SelectorQuery {
  private readonly requests: Request[] = [];
  private scope: Caller | undefined;

  constructor(
    private readonly around: QuerySurroundings,
    scope: Caller | undefined,
  ) {
    this.scope = scope;
  }

  in(component: Caller): this {
    this.scope = component;
    return this;
  }

  select(selector: string): NodesRef {
    return this.ref(selector, false);
  }

  selectAll(selector: string): NodesRef {
    return this.ref(selector, true);
  }

  selectViewport(): NodesRef {
    return this.ref(undefined, false);
  }

  /** Measures after the current changes are drawn. */
  exec(callback?: (results: unknown[]) => void): this {
    const requests = this.requests.splice(0);
    setTimeout(() => {
      const results = requests.map((request) => {
        const result = this.answer(request);
        request.callback?.(result);
        return result;
      });
      callback?.(results);
    });
    return this;
  }

  private ref(selector: string | undefined, all: boolean): NodesRef {
    const { scope } = this;
    return new NodesRef((fields, callback) => {
      this.requests.push({ caller: scope, selector, all, fields, callback });
      return this;
    });
  }

  private answer({ caller, selector, all, fields }: Request): unknown {
    if (selector === undefined) return this.viewport(fields);
    const scope = caller ?? this.around.topCaller();
    const component = scope && componentOf(scope);
    if (!component) return all ? [] : null;
    if (all) return selectAll(component, selector).map((found) => this.measure(found, fields));
    const found = selectOne(component, selector);
    return found ? this.measure(found, fields) : null;
  }

  private viewport(fields: Fields): Result {
    const port = this.around.port();
    const page = this.around.pageElement();
    return {
      ...(fields.id ? { id: '' } : {}),
      ...(fields.dataset ? { dataset: {} } : {}),
      ...(fields.rect ? { left: 0, top: 0, right: port.width, bottom: port.height } : {}),
      ...(fields.size ? { width: port.width, height: port.height } : {}),
      ...(fields.scrollOffset ? scrollOf(page) : {}),
    };
  }

  private measure(element: EngineElement, fields: Fields): Result {
    const dom = domElementsOf(element)[0];
    const node = dom && this.around.builtins.nodeOf(dom);
    const result: Result = {};
    if (fields.id) result['id'] = element.id;
    if (fields.dataset) result['dataset'] = element.dataset ?? {};
    if (fields.mark) result['mark'] = element.collectMarks();
    const rect = relativeRect(dom, this.around.port());
    if (fields.rect) {
      Object.assign(result, {
        left: rect.left,
        top: rect.top,
        right: rect.right,
        bottom: rect.bottom,
      });
    }
    if (fields.size) Object.assign(result, { width: rect.width, height: rect.height });
    if (fields.scrollOffset) Object.assign(result, scrollOf(dom));
    if (fields.context) result['context'] = node?.hooks.context?.() ?? null;
    if (fields.node) result['node'] = node?.hooks.node?.() ?? null;
    const component = asComponent(element);
    for (const name of fields.properties ?? []) {
      const data: Result = component ? component.data : {};
      result[name] = data[name];
    }
    const style = dom && fields.computedStyle ? getComputedStyle(dom) : undefined;
    for (const name of fields.computedStyle ?? []) {
      const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      result[name] = style?.getPropertyValue(dashed) ?? '';
    }
    return result;
  }
}

export class NodesRef {
  constructor(private readonly add: (fields: Fields, callback?: Callback) => SelectorQuery) {}

  fields(fields: Fields, callback?: Callback): SelectorQuery {
    return this.add(fields, callback);
  }

  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.add({ id: true, dataset: true, rect: true, size: true }, callback);
  }

  scrollOffset(callback?: Callback): SelectorQuery {
    return this.add({ id: true, dataset: true, scrollOffset: true }, callback);
  }

  context(callback?: Callback): SelectorQuery {
    return this.add({ context: true }, callback);
  }

  node(callback?: Callback): SelectorQuery {
    return this.add({ node: true }, callback);
  }
}

/** Where a DOM element stands in the visible area of pages. */
export function relativeRect(dom: Element | undefined, port: Rect): Rect {
  const rect = dom?.getBoundingClientRect() ?? new DOMRect();
  return {
    left: rect.left - port.left,
    top: rect.top - port.top,
    right: rect.right - port.left,
    bottom: rect.bottom - port.top,
    width: rect.width,
    height: rect.height,
  };
}

function scrollOf(dom: HTMLElement | undefined): Result {
  return {
    scrollLeft: dom?.scrollLeft ?? 0,
    scrollTop: dom?.scrollTop ?? 0,
    scrollWidth: dom?.scrollWidth ?? 0,
    scrollHeight: dom?.scrollHeight ?? 0,
  };
}
