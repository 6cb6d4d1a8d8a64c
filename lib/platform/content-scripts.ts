import { browser } from 'wxt/browser';
import { sitePatterns, type SiteId } from '@/lib/domain/sites/site';

const DETECTOR = '/content-scripts/detector.js';
/** In this order: what reads the page and asks, then what draws; the answer is on its way meanwhile. */
const OVERLAY = ['/overlay.js', '/card.js'] as const;

/** What the background tells pages that may not be read any more, with the hosts' patterns. */
const LEAVE = 'page/leave';

const idOf = (site: SiteId): string => `detector-${site}`;

/**
 * Makes the browser run the detector on exactly what is allowed of these sites, from now on and in the pages that are
 * open, and takes cards away at once where it is not allowed any more. An update of the extension forgets what was
 * registered, so this is looked at whenever the background starts.
 *
 * @param allowed match patterns: a site of many countries may be allowed in some of them
 */
export async function followSites(all: readonly SiteId[], allowed: ReadonlySet<string>): Promise<void> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  const former = new Map(scripts.map(({ id, matches = [] }) => [id, matches]));
  const added: string[] = [];
  const gone: string[] = [];
  for (const site of all) {
    const before = former.get(idOf(site)) ?? [];
    const now = sitePatterns(site).filter((pattern) => allowed.has(pattern));
    await register(site, before, now);
    added.push(...now.filter((pattern) => !before.includes(pattern)));
    gone.push(...before.filter((pattern) => !now.includes(pattern)));
  }
  if (gone.length > 0) await tellToLeave(gone);
  if (added.length > 0) await runIn(added);
}

async function register(site: SiteId, before: readonly string[], now: readonly string[]): Promise<void> {
  const id = idOf(site);
  if (before.length === now.length && now.every((pattern) => before.includes(pattern))) return;
  if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (now.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id, js: [DETECTOR], matches: [...now], runAt: 'document_idle', allFrames: false },
  ]);
}

async function runIn(matches: string[]): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: matches })) {
    if (id !== undefined) await inject({ tabId: id }, [DETECTOR]);
  }
}

async function tellToLeave(patterns: readonly string[]): Promise<void> {
  // Which tab shows what may not be asked any more: all are told, and only cards on these hosts go.
  const tabs = await browser.tabs.query({});
  const ids = tabs.flatMap(({ id }) => id ?? []);
  const leave = { archvd: 1, name: LEAVE, patterns };
  await Promise.all(ids.map((id) => browser.tabs.sendMessage(id, leave).catch(() => null)));
}

/** Puts the card into the main page of a tab. Answers false when the page has gone meanwhile. */
export async function injectOverlay(tabId: number): Promise<boolean> {
  return inject({ tabId, frameIds: [0] }, OVERLAY);
}

async function inject(
  target: { tabId: number; frameIds?: number[] },
  files: readonly [typeof DETECTOR] | typeof OVERLAY,
): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target, files: [...files] });
    return true;
  } catch {
    return false;
  }
}

/** In a page: calls back when the background says that this host may not be read any more. */
export function watchLeave(onLeave: () => void): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (isLeave(message, `${location.origin}/*`)) onLeave();
    return undefined;
  });
}

function isLeave(message: unknown, here: string): boolean {
  if (typeof message !== 'object' || message === null || Reflect.get(message, 'name') !== LEAVE) return false;
  const patterns: unknown = Reflect.get(message, 'patterns');
  return Array.isArray(patterns) && patterns.includes(here);
}

/** In a page: false once the extension was updated, switched off or removed; nothing can be asked then. */
export function isContextAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
