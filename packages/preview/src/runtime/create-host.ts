import { convertUnits } from '../build/units';
import { componentOf, domElementsOf, selectOne } from './engine';
import type { Host } from './host';
import { relativeRect } from './query';
import type { Runtime } from './runtime';

/** Addresses which stay as they are: not files of the project. */
const FOREIGN = /^(https?:|data:|blob:|cloud:|wxfile:|\/\/)/;

/** The runtime as wx/, builtins/ and shell/ see it. */
export function createHost(runtime: Runtime): Host {
  const { app, stack, platform, screen } = runtime;
  return {
    boot: runtime.boot,
    get app() {
      return runtime.config;
    },
    get launchOptions() {
      return app.launchOptions;
    },
    get enterOptions() {
      return app.enterOptions;
    },
    navigate: (kind, options) => stack.navigate(kind, options),
    navigateBack: (delta) => stack.navigateBack(delta),
    currentPages: () => stack.list(),
    topPage: () => stack.top(),
    pageConfig: (route) => runtime.windowConfig(route),
    enter: (url, scene) => runtime.entrance.enter(url, scene),
    hideApp: () => runtime.hideApp(),
    showApp: () => runtime.showApp(),
    setNavigationBar(change) {
      const top = stack.top();
      if (top) runtime.navBar.change(top, change);
    },
    setTabBar: (change) => runtime.tabBar.change(change),
    startPullDownRefresh: () => runtime.pullDown.start(),
    stopPullDownRefresh: () => runtime.pullDown.stop(),
    metrics: () => screen.metrics(),
    inTap: () => runtime.gestures.inTap(),
    rectOf: (element) => relativeRect(element, screen.portRect()),
    find: ({ caller }, selector) => {
      const found = selectOne(componentOf(caller), selector);
      return found && domElementsOf(found)[0];
    },
    styleText: convertUnits,
    assetUrl: projectUrl,
    createSelectorQuery: (component) => runtime.createSelectorQuery(component),
    createIntersectionObserver: (component, options) =>
      runtime.createIntersectionObserver(component, options),
    notice: (notice) => runtime.faults.notice(notice),
    reportError: (error) => runtime.faults.report(error),
    on: (event, listener) => runtime.emitter.on(event, listener),
    defineBuiltin: (definition) => platform.builtins.define(definition),
    definePlain: (tags) => platform.builtins.definePlain(tags),
    defineAttribute: (name, apply) => {
      platform.attributes.set(name, apply);
    },
    nodeOf: (element) => platform.builtins.nodeOf(element),
    fieldsIn: (element) => platform.builtins.fieldsIn(element),
  };
}

function projectUrl(src: string, owner: string): string {
  if (src === '' || FOREIGN.test(src)) return src;
  return `/project${new URL(src, `http://project/${owner}`).pathname}`;
}
