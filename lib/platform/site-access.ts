import { browser } from 'wxt/browser';
import { SITES, siteOf, sitePatterns, type SiteId } from '@/lib/domain/sites/site';

/** Sites allowed now, once they are known and as long as somebody keeps them current; null: ask the browser. */
let granted: ReadonlySet<SiteId> | null = null;

/** What a settings page asks of the browser about sites. */
export interface Sites {
  /** Whether the companion may read pages of this site now. People can take it back anywhere. */
  has(site: SiteId): Promise<boolean>;
  /** Asks the person for it; must be called straight from a click. Answers whether it is allowed now. */
  request(site: SiteId): Promise<boolean>;
  /** Gives it back. Answers whether it is gone: what came with the installation stays. */
  remove(site: SiteId): Promise<boolean>;
  /** Calls back when permissions change, from wherever. Answers how to stop. */
  watch(onChange: () => void): () => void;
}

export function createSites(): Sites {
  return {
    has: hasSiteAccess,
    request: (site) => browser.permissions.request({ origins: sitePatterns(site) }),
    remove: async (site) => {
      try {
        return await browser.permissions.remove({ origins: sitePatterns(site) });
      } catch {
        return false;
      }
    },
    watch: watchSiteAccess,
  };
}

async function hasSiteAccess(site: SiteId): Promise<boolean> {
  return browser.permissions.contains({ origins: sitePatterns(site) });
}

function watchSiteAccess(onChange: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  return () => {
    onAdded.removeListener(onChange);
    onRemoved.removeListener(onChange);
  };
}

/**
 * Keeps in memory which sites are allowed, so that a message from one is answered in the turn it arrives in: a click on
 * the card opens the panel only then. Call it in the first synchronous turn of the background.
 *
 * @param onChange called after every change, and once at the start
 */
export function registerSiteAccess(onChange: (allowed: ReadonlySet<SiteId>) => void): void {
  let turn = 0;
  const follow = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    // Whatever is known stops counting at once; until it is known again the browser is asked each time.
    granted = null;
    const allowed = await allowedSites();
    if (mine !== turn) return;
    granted = allowed;
    onChange(allowed);
  };
  watchSiteAccess(() => void follow());
  void follow();
}

/** Whether an address is on a site that may be read now. Answers in the same turn when it is known. */
export function isOnGrantedSite(url: string): boolean | Promise<boolean> {
  const site = siteOf(url);
  if (site === null) return false;
  return granted === null ? hasSiteAccess(site) : granted.has(site);
}

async function allowedSites(): Promise<ReadonlySet<SiteId>> {
  const asked = await Promise.all(
    SITES.map(async ({ id }) => ({ id, has: await hasSiteAccess(id).catch(() => false) })),
  );
  return new Set(asked.filter(({ has }) => has).map(({ id }) => id));
}
