import { browser } from 'wxt/browser';
import { ECB_PATTERN } from '@/lib/domain/fx/ecb';
import { sitePatterns, type SiteId } from '@/lib/domain/sites/site';
import { allowedPatterns, patternOf } from './site-origins';

/** Patterns allowed now, once they are known and as long as somebody keeps them current; null: ask the browser. */
let granted: ReadonlySet<string> | null = null;

/** What a settings page asks of the browser about sites. */
export interface Sites {
  /** Whether the companion may read pages of this site now, in one country at least. People can take it back anywhere. */
  has(site: SiteId): Promise<boolean>;
  /** Hosts of the site that may not be read, e.g. `www.ebay.de`. */
  missing(site: SiteId): Promise<readonly string[]>;
  /** Asks the person for it; must be called straight from a click. Answers whether all of it is allowed now. */
  request(site: SiteId): Promise<boolean>;
  /** Gives it back. Answers whether it is gone: what came with the installation stays. */
  remove(site: SiteId): Promise<boolean>;
  /** The same for the European Central Bank, which is asked for exchange rates. */
  readonly rates: {
    has(): Promise<boolean>;
    request(): Promise<boolean>;
    remove(): Promise<boolean>;
  };
  /** Calls back when permissions change, from wherever. Answers how to stop. */
  watch(onChange: () => void): () => void;
}

export function createSites(): Sites {
  return {
    has: async (site) => (await allowedOf(site)).length > 0,
    missing: async (site) => {
      const allowed = await allowedOf(site);
      const gone = sitePatterns(site).filter((pattern) => !allowed.includes(pattern));
      return gone.map((pattern) => new URL(pattern.slice(0, -1)).host);
    },
    request: (site) => browser.permissions.request({ origins: sitePatterns(site) }),
    remove: async (site) => {
      try {
        return await browser.permissions.remove({ origins: sitePatterns(site) });
      } catch {
        return false;
      }
    },
    rates: {
      has: () => browser.permissions.contains({ origins: [ECB_PATTERN] }),
      request: () => browser.permissions.request({ origins: [ECB_PATTERN] }),
      remove: () => browser.permissions.remove({ origins: [ECB_PATTERN] }).catch(() => false),
    },
    watch: watchSiteAccess,
  };
}

async function allowedOf(site: SiteId): Promise<readonly string[]> {
  const allowed = await allowedPatterns();
  return sitePatterns(site).filter((pattern) => allowed.has(pattern));
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
 * Keeps in memory what is allowed, so that a message from a page is answered in the turn it arrives in: a click on the
 * card opens the panel only then. Call it in the first synchronous turn of the background.
 *
 * @param onChange called with the allowed patterns after every change, and once at the start
 */
export function registerSiteAccess(onChange: (allowed: ReadonlySet<string>) => void): void {
  let turn = 0;
  const follow = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    // Whatever is known stops counting at once; until it is known again the browser is asked each time.
    granted = null;
    const allowed = await allowedPatterns().catch(() => new Set<string>());
    if (mine !== turn) return;
    granted = allowed;
    onChange(allowed);
  };
  watchSiteAccess(() => void follow());
  void follow();
}

/** Whether an address may be read now. Answers in the same turn when it is known. */
export function isOnGrantedSite(url: string): boolean | Promise<boolean> {
  const pattern = patternOf(url);
  if (pattern === null) return false;
  return granted === null ? allowedPatterns().then((allowed) => allowed.has(pattern)) : granted.has(pattern);
}
