import type { SiteId } from '@/lib/domain/sites/site';
import type { PageReading, PageWarning } from '@/lib/marketplaces/contract/page-reading';

const LONGEST_URL = 2000;

/** A page that says nothing but where it is: the ground every reading stands on, so that none leaves a field out. */
export function emptyReading(
  site: SiteId,
  url: string,
  pageType: PageReading['pageType'],
  warning?: PageWarning,
): PageReading {
  return {
    site,
    url: url.slice(0, LONGEST_URL),
    pageType,
    identity: {
      listingId: null,
      slug: null,
      uuid: null,
      gtins: [],
      styleCode: null,
      brand: null,
      title: null,
      gender: null,
    },
    size: null,
    price: null,
    shipping: null,
    perSize: [],
    release: null,
    availability: 'unknown',
    condition: 'unknown',
    warnings: warning === undefined ? [] : [warning],
    report: { styleCode: null, size: null, price: null, layers: {} },
  };
}
