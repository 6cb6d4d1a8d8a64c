import { browser } from 'wxt/browser';

/** Part of `runtime` that Chrome has since 116, and Firefox has not. */
interface ContextSource {
  getContexts(filter: { contextTypes: string[] }): Promise<readonly unknown[]>;
}

const PAGES = ['TAB', 'POPUP', 'SIDE_PANEL'];

/**
 * Registers the one listener, in the first synchronous turn. An update is put in place at once when nobody looks: it
 * closes every page of ours, and somebody may be typing a cost into one. Otherwise the browser does it by itself as
 * soon as the pages are closed or it starts again.
 *
 * @param prepare called before the reload; what is committed stays
 */
export function registerUpdates(prepare: () => void): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    void reloadUnseen(prepare);
  });
}

async function reloadUnseen(prepare: () => void): Promise<void> {
  if (await isSeen()) return;
  prepare();
  browser.runtime.reload();
}

/** Where the browser cannot tell, somebody may be looking. */
async function isSeen(): Promise<boolean> {
  const runtime: object = browser.runtime;
  if (!isContextSource(runtime)) return true;
  try {
    return (await runtime.getContexts({ contextTypes: PAGES })).length > 0;
  } catch {
    return true;
  }
}

function isContextSource(runtime: object): runtime is ContextSource {
  return 'getContexts' in runtime && typeof runtime.getContexts === 'function';
}
