import { browser } from 'wxt/browser';
import { sitePatterns, type SiteId } from '@/lib/domain/sites/site';

const DETECTOR = '/content-scripts/detector.js';
const OVERLAY = '/overlay.js';

/** What the background tells pages whose site may not be read any more. */
const LEAVE = { archvd: 1, name: 'page/leave' } as const;

const idOf = (site: SiteId): string => `detector-${site}`;

/**
 * Makes the browser run the detector on pages of exactly these sites, from now on and in the pages that are open. An
 * update of the extension forgets what was registered, so this is looked at whenever the background starts.
 */
export async function followSites(all: readonly SiteId[], allowed: ReadonlySet<SiteId>): Promise<void> {
  const registered = new Set((await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id));
  for (const site of all) {
    const runs = registered.has(idOf(site));
    if (allowed.has(site) && !runs) await start(site);
    if (!allowed.has(site) && runs) await stop(site);
  }
}

async function start(site: SiteId): Promise<void> {
  const matches = sitePatterns(site);
  await browser.scripting.registerContentScripts([
    { id: idOf(site), js: [DETECTOR], matches, runAt: 'document_idle', allFrames: false },
  ]);
  for (const { id } of await browser.tabs.query({ url: matches })) {
    if (id !== undefined) await inject({ tabId: id }, DETECTOR);
  }
}

async function stop(site: SiteId): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [idOf(site)] });
  // Which tab shows what may not be asked any more: all are told, and only cards of this extension listen.
  const tabs = await browser.tabs.query({});
  const ids = tabs.flatMap(({ id }) => id ?? []);
  await Promise.all(ids.map((id) => browser.tabs.sendMessage(id, LEAVE).catch(() => null)));
}

/** Puts the card into the main page of a tab. Answers false when the page has gone meanwhile. */
export async function injectOverlay(tabId: number): Promise<boolean> {
  return inject({ tabId, frameIds: [0] }, OVERLAY);
}

async function inject(
  target: { tabId: number; frameIds?: number[] },
  file: typeof DETECTOR | typeof OVERLAY,
): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target, files: [file] });
    return true;
  } catch {
    return false;
  }
}

/** In a page: calls back when the background says that this site may not be read any more. */
export function watchLeave(onLeave: () => void): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (isLeave(message)) onLeave();
    return undefined;
  });
}

function isLeave(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'name' in message && message.name === LEAVE.name;
}

/** In a page: false once the extension was updated, switched off or removed; nothing can be asked then. */
export function isContextAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
