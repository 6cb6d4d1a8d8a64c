/**
 * The marketplaces whose product pages the companion reads, once the person allowed it. A further site is one more
 * entry here and a reader in lib/marketplaces; manifest, permissions, messages and options all go by this list.
 * A site that stands in several countries has one origin for each.
 */
export const SITES = [
  { id: 'stockx', name: 'StockX', origins: ['https://stockx.com', 'https://www.stockx.com'] },
  { id: 'goat', name: 'GOAT', origins: ['https://www.goat.com'] },
  { id: 'flight-club', name: 'Flight Club', origins: ['https://www.flightclub.com'] },
  { id: 'stadium-goods', name: 'Stadium Goods', origins: ['https://www.stadiumgoods.com'] },
  {
    id: 'ebay',
    name: 'eBay',
    origins: [
      'https://www.ebay.com',
      'https://www.ebay.co.uk',
      'https://www.ebay.de',
      'https://www.ebay.fr',
      'https://www.ebay.it',
      'https://www.ebay.es',
      'https://www.ebay.at',
      'https://www.ebay.ch',
      'https://www.ebay.ie',
      'https://www.ebay.nl',
      'https://www.ebay.com.au',
      'https://www.ebay.ca',
    ],
  },
  {
    id: 'vinted',
    name: 'Vinted',
    origins: [
      'https://www.vinted.com',
      'https://www.vinted.co.uk',
      'https://www.vinted.fr',
      'https://www.vinted.de',
      'https://www.vinted.pl',
      'https://www.vinted.es',
      'https://www.vinted.it',
      'https://www.vinted.nl',
      'https://www.vinted.be',
      'https://www.vinted.at',
      'https://www.vinted.pt',
    ],
  },
  { id: 'depop', name: 'Depop', origins: ['https://www.depop.com'] },
  { id: 'nike', name: 'Nike', origins: ['https://www.nike.com'] },
] as const;

export type SiteId = (typeof SITES)[number]['id'];

export const SITE_IDS = SITES.map(({ id }) => id) as [SiteId, ...SiteId[]];

/** The name people know a site by. */
export function siteName(id: SiteId): string {
  return SITES.find((site) => site.id === id)?.name ?? id;
}

/** The browser's match patterns of a site, e.g. `https://www.goat.com/*`. */
export function sitePatterns(id: SiteId): string[] {
  return (SITES.find((site) => site.id === id)?.origins ?? []).map((origin) => `${origin}/*`);
}

/**
 * The site an address belongs to, or null. Addresses come from the browser, which writes scheme and host in lower case
 * and leaves out a usual port, so that their beginning tells.
 *
 * @example `siteOf('https://www.goat.com/sneakers/x')` is `goat`; `https://www.goat.com.evil.example/` is null
 */
export function siteOf(url: string): SiteId | null {
  return SITES.find((site) => site.origins.some((origin) => url.startsWith(`${origin}/`)))?.id ?? null;
}
