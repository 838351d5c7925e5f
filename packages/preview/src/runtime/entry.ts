/** Starts in the page before the project's bundle, which then calls `__preview.start`. */
import './runtime.css';
import type { ProjectBundle } from '../build/bundle';
import { registerBuiltins } from '../builtins/index';
import { mountShell } from '../shell/index';
import { createWx } from '../wx/index';
import { createHost } from './create-host';
import { watchErrors } from './errors';
import { followEdits } from './live';
import { pageMetaBuiltins } from './page-meta';
import { Runtime } from './runtime';
import type { PageSetup } from './setup';

function readSetup(): PageSetup {
  const text = document.getElementById('mp-setup')?.textContent;
  if (!text) throw new Error('The page was not written by the preview server.');
  return JSON.parse(text);
}

const { boot, state } = readSetup();
const shell = mountShell(boot);
const runtime = new Runtime(boot, shell);
const host = createHost(runtime);
watchErrors(host, (reason, promise) => runtime.faults.rejected(reason, promise));
registerBuiltins(host);
for (const definition of pageMetaBuiltins(host)) host.defineBuiltin(definition);
Object.assign(globalThis, {
  wx: createWx(host, shell),
  __preview: {
    start(bundle: ProjectBundle) {
      runtime.start(bundle);
      followEdits(state, { beforeReload: () => runtime.entrance.keep() });
    },
    /** When there is no build that could be shown. */
    wait() {
      followEdits(state, { beforeReload: () => undefined });
    },
  },
});
