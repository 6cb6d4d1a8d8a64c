import { browser, type Browser } from 'wxt/browser';
import { siteOf, type SiteId } from '@/lib/domain/sites/site';
import { PAGE_PORT } from './page-port';

/** The tab that is in front in a panel's window. */
export interface NeighbourTab {
  /** Null where the companion may not look, or on a site it does not know. */
  readonly site: SiteId | null;
  /** What the card on its page says, unchecked; null while there is no card. */
  readonly view: unknown;
}

/** A page that is no product's may become one, and its card comes some time after it. */
const AGAIN_MS = 1000;

/**
 * Follows the tab in front: another tab, another page in it, another product on the page. Asks the page's own card and
 * nobody else; a tab whose site is not allowed does not even tell its address.
 *
 * @param ownWindow the window the panel stands in
 * @returns how to stop
 */
export function followNeighbour(ownWindow: () => Promise<number>, onChange: (tab: NeighbourTab) => void): () => void {
  let isOver = false;
  let turn = 0;
  let port: Browser.runtime.Port | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drop = (): void => {
    clearTimeout(timer);
    port?.disconnect();
    port = null;
  };
  const connect = (tabId: number, site: SiteId): void => {
    const opened = browser.tabs.connect(tabId, { name: PAGE_PORT, frameId: 0 });
    port = opened;
    opened.onMessage.addListener((view: unknown) => {
      if (port === opened) onChange({ site, view });
    });
    opened.onDisconnect.addListener(() => {
      // Nobody answers where there is no card; reading this is how a browser is told that it was expected.
      void browser.runtime.lastError;
      if (port !== opened) return;
      port = null;
      onChange({ site, view: null });
      timer = setTimeout(() => void look(), AGAIN_MS);
    });
  };
  const look = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    drop();
    const tab = await frontTab(ownWindow);
    if (isOver || mine !== turn) return;
    const site = tab?.url === undefined ? null : siteOf(tab.url);
    if (tab?.id === undefined || site === null) return onChange({ site: null, view: null });
    connect(tab.id, site);
  };
  const stop = watchTabs(() => void look());
  void look();
  return () => {
    isOver = true;
    stop();
    drop();
  };
}

async function frontTab(ownWindow: () => Promise<number>): Promise<Browser.tabs.Tab | undefined> {
  const windowId = await ownWindow().catch(() => -1);
  const [tab] = await browser.tabs.query({ active: true, windowId }).catch(() => []);
  return tab;
}

/** Another tab in front, or another document in it; pages that only change their address tell so over the port. */
function watchTabs(onChange: () => void): () => void {
  const { onActivated, onUpdated } = browser.tabs;
  const updated = (_tabId: number, change: { readonly status?: string }, { active }: { readonly active: boolean }) => {
    if (active && change.status !== undefined) onChange();
  };
  onActivated.addListener(onChange);
  onUpdated.addListener(updated);
  return () => {
    onActivated.removeListener(onChange);
    onUpdated.removeListener(updated);
  };
}
