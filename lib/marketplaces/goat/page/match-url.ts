/** A product's own address on goat.com. */
export interface GoatAddress {
  /** What names the product in the address, in lower case; it ends with the style code. */
  readonly slug: string;
  readonly kind: 'sneakers' | 'apparel';
  /** `en-ca` of `/en-ca/sneakers/…`; null on the plain (American) address. */
  readonly locale: string | null;
}

const LOCALE = /^[a-z]{2}-[a-z]{2}$/;

/** One segment, as products are, but lists. */
const LISTS = new Set(['brand', 'silhouette', 'search', 'collections', 'new', 'used', 'sale', 'all']);

/**
 * Reads the address of a product page: exactly one segment after `sneakers` or `apparel`.
 *
 * @example `matchGoatUrl('https://www.goat.com/en-ca/sneakers/dunk-low-dd1391-100?size=10')` is
 * `{ slug: 'dunk-low-dd1391-100', kind: 'sneakers', locale: 'en-ca' }`; `/sneakers/brand/nike` is null
 */
export function matchGoatUrl(address: string): GoatAddress | null {
  if (address.length > 2000 || !URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  if (protocol !== 'https:' || host !== 'www.goat.com') return null;
  const segments = pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  const locale = LOCALE.test(segments[0] ?? '') ? (segments.shift() ?? null) : null;
  const [kind, slug, ...rest] = segments;
  if ((kind !== 'sneakers' && kind !== 'apparel') || slug === undefined || rest.length > 0) return null;
  return LISTS.has(slug) || slug.length > 200 ? null : { slug, kind, locale };
}
