import { browser } from 'wxt/browser';
import { SITES, sitePatterns } from '@/lib/domain/sites/site';

/** Every pattern of every site, e.g. `https://www.ebay.de/*`. */
const PATTERNS = SITES.flatMap(({ id }) => sitePatterns(id));

/** Of the sites' patterns those the browser lets us read now: a site of many countries may be allowed in some of them. */
export async function allowedPatterns(): Promise<ReadonlySet<string>> {
  const { origins = [] } = await browser.permissions.getAll();
  return new Set(PATTERNS.filter((pattern) => origins.some((granted) => covers(granted, pattern))));
}

/** The site's pattern an address falls under; null: it is on none of the sites. */
export function patternOf(url: string): string | null {
  return PATTERNS.find((pattern) => url.startsWith(pattern.slice(0, -1))) ?? null;
}

/** Whether what was granted reaches a whole host: people can also allow `*://*.ebay.com/*`, or everything. */
export function covers(granted: string, pattern: string): boolean {
  if (granted === pattern || granted === '<all_urls>') return true;
  const [, scheme, host] = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(granted) ?? [];
  if (scheme === undefined || host === undefined || scheme === 'http') return false;
  const wanted = new URL(pattern.slice(0, -1)).host;
  if (host === '*' || host === wanted) return true;
  return host.startsWith('*.') && (wanted === host.slice(2) || wanted.endsWith(host.slice(1)));
}
