import { PlatformBehaviors } from './behaviors';
import { Builtins } from './builtin';
import { domOverrides } from './dom';
import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  type Engine,
  elementAt,
  startEngine,
} from './engine';
import { isWorthWarning } from './errors';
import type { Notice } from './host';
import type { ApplyAttribute, CommonAttributes } from './template';
import { installWxs } from './wxs';

/** The component engine with everything of the platform that templates rely on. */
export interface Platform {
  readonly engine: Engine;
  readonly behaviors: PlatformBehaviors;
  readonly builtins: Builtins;
  /** Attributes with a meaning on every tag. */
  readonly attributes: Map<string, ApplyAttribute>;
  readonly common: CommonAttributes;
}

export interface PlatformHooks {
  readonly guard: (run: () => void) => void;
  readonly reportError: (error: unknown) => void;
  readonly notice: (notice: Notice) => void;
}

/** Starts the engine once for the page. */
export function startPlatform(hooks: PlatformHooks): Platform {
  installWxs();
  let builtins: Builtins | undefined;
  const dom = domOverrides(
    {
      isPlain: (tag) => builtins?.isPlain(tag) ?? false,
      lacking: (tag) =>
        hooks.notice({ kind: 'component', name: tag, text: `组件 <${tag}> 在预览中没有实现。` }),
      unknown: (tag) =>
        hooks.notice({
          kind: 'component',
          name: tag,
          text: `组件 <${tag}> 没有在 usingComponents 中声明。`,
        }),
    },
    (element, event) => {
      const target = elementAt(element);
      target?.triggerEvent(event.type, {}, { bubbles: true, composed: true });
    },
  );
  const engine = startEngine(dom);
  const behaviors = new PlatformBehaviors(engine.space);
  builtins = new Builtins(engine.space, behaviors, hooks.guard);
  addGlobalErrorListener((error) => {
    hooks.reportError(error);
    return false;
  });
  addGlobalWarningListener((message, component) => {
    const where = typeof component === 'string' ? component : component.is;
    if (isWorthWarning(message)) console.warn(`${where}: ${message}`);
    return false;
  });
  const attributes = new Map<string, ApplyAttribute>();
  const known = builtins;
  const common: CommonAttributes = {
    defined: attributes,
    control: (dom) => known.nodeOf(dom)?.hooks.control ?? dom,
  };
  return { engine, behaviors, builtins, attributes, common };
}
