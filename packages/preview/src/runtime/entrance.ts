import type { ProjectBundle } from '../build/bundle';
import { type AppInstance, launchOptionsFor } from './app';
import type { HostEmitter } from './emitter';
import type { Faults } from './faults';
import type { Query } from './host';
import { keepPages, takeKeptPages } from './restore';
import type { PageStack } from './stack';
import { formatPageUrl, type PageAddress } from './url';

/** How people come in: by the address, by a code, or back after an edit. */
export class Entrance {
  private bundle: ProjectBundle | undefined;
  private writtenHash = '';

  constructor(
    private readonly app: AppInstance,
    private readonly stack: PageStack,
    private readonly emitter: HostEmitter,
    private readonly faults: Faults,
  ) {}

  /** Launches the app, then opens what the address names, or what was open before an edit. */
  launch(bundle: ProjectBundle): void {
    this.bundle = bundle;
    const { pages, entryPagePath } = bundle.app;
    const named = location.hash.startsWith('#/') ? location.hash.slice(1) : '';
    const url = named === '' ? `/${entryPagePath}` : named;
    const options = launchOptionsFor(url);
    this.app.launch(options);
    window.addEventListener('hashchange', () => this.addressChanged());
    const kept = takeKeptPages(bundle.scriptsVersion).filter(({ route }) => pages.includes(route));
    if (kept.length > 0) {
      this.stack.restore(kept);
      return;
    }
    const known = pages.includes(options.path);
    if (!known && this.pageNotFound(options.path, options.query, true)) return;
    const target = known ? url : `/${entryPagePath}`;
    this.stack.navigate('reLaunch', { url: target }).catch((error) => this.faults.report(error));
  }

  /** See `Host.enter`. */
  async enter(url: string, scene?: number): Promise<void> {
    const options = launchOptionsFor(url, scene);
    this.app.hide();
    this.app.show(options);
    const { path: route, query } = options;
    await this.stack.navigate('reLaunch', { url: formatPageUrl({ route, query }) });
  }

  /** Remembers the stack for the load after an edit. */
  keep(): void {
    if (this.bundle) keepPages(this.stack.list(), this.bundle.scriptsVersion);
  }

  /** Writes the address of the page on top, so that it can be copied and loaded anew. */
  show(address: PageAddress): void {
    history.replaceState(history.state, '', `#${formatPageUrl(address)}`);
    // As the browser spells it, to recognise our own changes.
    this.writtenHash = location.hash;
  }

  /** Tells the project; true when it opens another page by itself. */
  pageNotFound(path: string, query: Query, isEntryPage: boolean): boolean {
    const event = { path, query, isEntryPage };
    const handled = this.app.call('onPageNotFound', event);
    const heard = this.emitter.emit('pageNotFound', event);
    this.faults.notice({ kind: 'error', name: `page ${path}`, text: `页面 ${path} 不存在。` });
    return handled || heard > 0;
  }

  private addressChanged(): void {
    if (location.hash === this.writtenHash) return;
    const named = location.hash.slice(1);
    const url = named === '' ? `/${this.bundle?.app.entryPagePath ?? ''}` : named;
    this.enter(url).catch((error) => this.faults.report(error));
  }
}
