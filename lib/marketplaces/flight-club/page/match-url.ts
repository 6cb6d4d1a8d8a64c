import { siteOf } from '@/lib/domain/sites/site';

/** An address on flightclub.com that may be a product's: lists have one segment as well, so the page has the last word. */
export interface FlightClubAddress {
  /** What names the product in the address, in lower case. */
  readonly slug: string;
  /** It ends as product addresses do: with a style code or with the shop's own number. */
  readonly isSure: boolean;
}

/** One segment, as products are. */
const LISTS = new Set(
  (
    'sneakers apparel accessories new-arrivals new-releases best-sellers instant-ship search brands men women youth kids ' +
    'infant sale all nike adidas air-jordans jordan jordans yeezy new-balance asics puma vans converse other-brands ' +
    'about faq contact cart account login sign-in sign-up register checkout wishlist blog careers stores consign sell ' +
    'selling privacy terms shipping returns authenticity gift-cards sitemap trending under-retail collections'
  ).split(' '),
);

const LOCALE = /^[a-z]{2}-[a-z]{2}$/;
const LIST_QUERY = ['limit', 'p', 'page', 'sort', 'brand', 'query'];

/** Two to three figures groups and letters as brands write them, or the six figures of the shop's own number. */
const ENDS_LIKE_A_PRODUCT =
  /-(?:\d{6}|[a-z]{1,3}\d{3,5}[a-z0-9]{0,5}|(?:[a-z]{2}\d{4}|\d{6,7}|\d{4}[a-z]\d{3})-[a-z0-9]{2,4})$/;

/**
 * Reads the address of a product page: exactly one segment, which is no list's.
 *
 * @example `matchFlightClubUrl('https://www.flightclub.com/dunk-low-dd1391-100')` is
 * `{ slug: 'dunk-low-dd1391-100', isSure: true }`; `/air-jordans?id=34&limit=90` is null
 */
export function matchFlightClubUrl(address: string): FlightClubAddress | null {
  if (address.length > 2000 || !URL.canParse(address)) return null;
  const { href, pathname, searchParams } = new URL(address);
  if (siteOf(href) !== 'flight-club') return null;
  const segments = pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  if (LOCALE.test(segments[0] ?? '')) segments.shift();
  const [slug, ...rest] = segments;
  if (slug === undefined || rest.length > 0 || slug.length > 200 || LISTS.has(slug)) return null;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(slug)) return null;
  const isSure = ENDS_LIKE_A_PRODUCT.test(slug);
  return !isSure && LIST_QUERY.some((name) => searchParams.has(name)) ? null : { slug, isSure };
}
