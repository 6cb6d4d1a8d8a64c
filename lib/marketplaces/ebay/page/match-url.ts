import { siteOf } from '@/lib/domain/sites/site';

/** A listing's own address on one of eBay's places. */
export interface EbayAddress {
  /** The item's number; null on a product's page that names no item. */
  readonly listingId: string | null;
  /** The product's number on a product's page (`/p/<number>`). */
  readonly productId: string | null;
  /** `?var=`: the variation somebody chose. */
  readonly variationId: string | null;
  /** `com`, `co.uk`, `de` …: the place, which is not the same as the currency. */
  readonly place: string;
}

const ITEM = /^\d{8,19}$/;
const PRODUCT = /^\d{4,19}$/;

/**
 * Reads the address of a listing: `/itm/<number>`, `/itm/<words>/<number>`, or `/p/<number>?iid=<item>`.
 *
 * @example `matchEbayUrl('https://www.ebay.co.uk/itm/Nike-Dunk/123456789012?var=5')` has the listingId `123456789012`,
 * the variationId `5` and the place `co.uk`; `/sch/i.html` is null
 */
export function matchEbayUrl(address: string): EbayAddress | null {
  if (address.length > 2000 || !URL.canParse(address)) return null;
  const { href, host, pathname, searchParams } = new URL(address);
  if (siteOf(href) !== 'ebay') return null;
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const place = host.slice('www.ebay.'.length);
  const variationId = numberIn(searchParams.get('var') ?? searchParams.get('variationId'), /^\d{1,19}$/);
  const kind = segments[0]?.toLowerCase();
  if (kind === 'itm' && (segments.length === 2 || segments.length === 3)) {
    const listingId = numberIn(segments.at(-1), ITEM);
    return listingId === null ? null : { listingId, productId: null, variationId, place };
  }
  if (kind === 'p' && segments.length === 2) {
    const productId = numberIn(segments[1], PRODUCT);
    const listingId = numberIn(searchParams.get('iid'), ITEM);
    return productId === null ? null : { listingId, productId, variationId, place };
  }
  return null;
}

function numberIn(text: string | null | undefined, shape: RegExp): string | null {
  return text !== null && text !== undefined && shape.test(text) ? text : null;
}

/** What names the listing among all pages of the site. */
export function ebaySlug({ listingId, productId }: EbayAddress): string {
  return listingId ?? `p-${productId ?? ''}`;
}
