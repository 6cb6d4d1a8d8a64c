import { siteOf } from '@/lib/domain/sites/site';

/** A listing's own address on one of Vinted's places. One listing is one pair in one size. */
export interface VintedAddress {
  /** The item's number: its identity. */
  readonly listingId: string;
  /** Number and words, in lower case: `5000000001-nike-aero-court`. */
  readonly slug: string;
  /** `fr`, `co.uk`, `com` … */
  readonly place: string;
}

const ITEM = /^(\d{4,15})(?:-([^/]*))?$/;

/**
 * Reads the address of a listing.
 *
 * @example `matchVintedUrl('https://www.vinted.fr/items/5000000001-nike-dunk?referrer=catalog')` is
 * `{ listingId: '5000000001', slug: '5000000001-nike-dunk', place: 'fr' }`; `/catalog` is null
 */
export function matchVintedUrl(address: string): VintedAddress | null {
  if (address.length > 2000 || !URL.canParse(address)) return null;
  const { href, host, pathname } = new URL(address);
  if (siteOf(href) !== 'vinted') return null;
  const [kind, item, ...rest] = pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  if (kind !== 'items' || item === undefined || rest.length > 0 || item.length > 300) return null;
  const listingId = ITEM.exec(item)?.[1];
  return listingId === undefined ? null : { listingId, slug: item, place: host.slice('www.vinted.'.length) };
}
