import type { ReleaseRow, SiteReadsRow } from '@/lib/db/watching-rows';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { DAY_MS, instant, toIsoString, type Instant } from '@/lib/domain/time/instant';
import { usd } from '../../fixtures/builders';

/** Days from now, code, name, brand, retail in dollars, source. */
const RELEASES = [
  [-3, 'GW3773', 'Samba OG Collegiate Green', 'adidas', 100, 'import'],
  [1, 'DD1391-100', 'Dunk Low Panda', 'Nike', 115, 'own'],
  [4, 'IO1800-100', 'Air Jordan 4 Retro White Cement Reimagined', 'Jordan', 215, 'page'],
  [11, 'HQ6316-001', 'Kobe 6 Protro Total Orange', 'Nike', null, 'import'],
] as const;

/** Releases of every source, gone and to come. */
export function makeReleases(now: Instant): readonly ReleaseRow[] {
  return RELEASES.map(([days, code, name, brand, retail, source], index) => ({
    id: `release-${index}`,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    source,
    ref: `seed-${index}`,
    importId: source === 'import' ? 'seed' : null,
    catalogId: null,
    styleCode: code as StyleCode,
    name,
    brand,
    date: dayOf(instant(now + days * DAY_MS)),
    at: null,
    retailPrice: retail === null ? null : usd(retail),
    url: source === 'page' ? 'https://www.nike.com/launch/t/seed' : null,
    note: index === 1 ? 'Queue opens at nine' : '',
    hidden: false,
    remind: index === 1,
  }));
}

/** A week of pages, on one site mostly unreadable of late. */
export function makeSiteReads(now: Instant): readonly SiteReadsRow[] {
  return (['stockx', 'goat', 'ebay'] as const).flatMap((site, nth) =>
    Array.from({ length: 7 }, (_, ago): SiteReadsRow => {
      const day = dayOf(instant(now - ago * DAY_MS));
      const pages = 12 + ((ago * 5 + nth * 3) % 9);
      const unreadable = site === 'ebay' && ago < 3 ? pages - 1 : 0;
      return {
        id: `${day}|${site}`,
        day,
        site,
        pages,
        unreadable,
        blocked: nth === 0 && ago === 2 ? 1 : 0,
        styleCode: { 'json-ld': pages - unreadable - 1, title: 1 },
        price: { 'json-ld': pages - unreadable },
        warnings: {},
      };
    }),
  );
}

function dayOf(at: Instant): string {
  return toIsoString(at).slice(0, 10);
}
