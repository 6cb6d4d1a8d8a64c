import { siteOf } from '@/lib/domain/sites/site';

/** A listing's own address on depop.com: seller, words and a few letters by chance; there is no other number. */
export interface DepopAddress {
  /** What names the listing, in lower case: `seller1-nike-aero-court-9f3a`. */
  readonly slug: string;
  /** The part of the site's country, `us` of `/us/products/…`; null on the plain address. */
  readonly locale: string | null;
}

const LOCALE = /^[a-z]{2}(?:-[a-z]{2})?$/;
const NO_LISTINGS = new Set(['create', 'edit', 'likes', 'sell', 'search']);

/**
 * Reads the address of a listing.
 *
 * @example `matchDepopUrl('https://www.depop.com/products/seller1-nike-dunk-9f3a/')` is
 * `{ slug: 'seller1-nike-dunk-9f3a', locale: null }`; `/seller1/` is null
 */
export function matchDepopUrl(address: string): DepopAddress | null {
  if (address.length > 2000 || !URL.canParse(address)) return null;
  const { href, pathname } = new URL(address);
  if (siteOf(href) !== 'depop') return null;
  const segments = pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  const locale = LOCALE.test(segments[0] ?? '') ? (segments.shift() ?? null) : null;
  const [kind, slug, ...rest] = segments;
  if (kind !== 'products' || slug === undefined || rest.length > 0) return null;
  return NO_LISTINGS.has(slug) || slug.length > 200 ? null : { slug, locale };
}
