/**
 * The marketplaces whose product pages the companion reads, once the person allowed it. A further site is one more
 * entry here and a reader in lib/marketplaces; manifest, permissions, messages and options all go by this list.
 */
export const SITES = [{ id: 'goat', name: 'GOAT', origin: 'https://www.goat.com' }] as const;

export type SiteId = (typeof SITES)[number]['id'];

/** The browser's match pattern of a site, e.g. `https://www.goat.com/*`. */
export function sitePattern(id: SiteId): string {
  return `${SITES.find((site) => site.id === id)?.origin}/*`;
}

/**
 * The site an address belongs to, or null. Addresses come from the browser, which writes scheme and host in lower case
 * and leaves out a usual port, so that their beginning tells.
 *
 * @example `siteOf('https://www.goat.com/sneakers/x')` is `goat`; `https://www.goat.com.evil.example/` is null
 */
export function siteOf(url: string): SiteId | null {
  return SITES.find((site) => url.startsWith(`${site.origin}/`))?.id ?? null;
}
