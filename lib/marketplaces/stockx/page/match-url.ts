/** An address on stockx.com that may be a product's: lists are one segment as well, so that the page has to say. */
export interface StockxAddress {
  /** `urlKey`: what names the product in the address, in lower case. It holds no style code. */
  readonly slug: string;
  /** `en-gb` of `/en-gb/…`; null on the plain address. It says nothing about the currency. */
  readonly locale: string | null;
}

const HOSTS = new Set(['stockx.com', 'www.stockx.com']);
const LOCALE = /^[a-z]{2}(?:-[a-z]{2})?$/;

/** One segment, as products are, but never one. */
const LISTS = new Set(
  'sneakers shoes accessories apparel streetwear handbags bags watches electronics collectibles trading-cards deals search news about help login logout signup register brands category categories buying selling buy sell profile account settings following portfolio favorites cart checkout gift-cards size-guide how-it-works press jobs careers terms privacy app'.split(
    ' ',
  ),
);

/** Flows in which something is bought or offered already. */
const FLOWS = new Set(['buy', 'sell']);

/**
 * Reads the address of what may be a product page: one segment behind the locale.
 *
 * @example `matchStockxUrl('https://stockx.com/en-gb/nike-dunk-low?size=10')` is
 * `{ slug: 'nike-dunk-low', locale: 'en-gb' }`; `/buy/nike-dunk-low` and `/sneakers` are null
 */
export function matchStockxUrl(address: string): StockxAddress | null {
  const { locale, segments } = segmentsOf(address);
  const [slug, ...rest] = segments;
  return slug === undefined || rest.length > 0 || LISTS.has(slug) || slug.length > 200 ? null : { slug, locale };
}

/** The product a buying or selling flow is about: `/buy/<slug>`, `/sell/<slug>`, `/buy/<uuid>/<slug>`. */
export function stockxFlowSlug(address: string): string | null {
  const [flow = '', ...rest] = segmentsOf(address).segments;
  const slug = rest.at(-1);
  return FLOWS.has(flow) && rest.length <= 2 && slug !== undefined && slug.length <= 200 ? slug : null;
}

function segmentsOf(address: string): { readonly locale: string | null; readonly segments: readonly string[] } {
  const none = { locale: null, segments: [] };
  if (address.length > 2000 || !URL.canParse(address)) return none;
  const { protocol, host, pathname } = new URL(address);
  if (protocol !== 'https:' || !HOSTS.has(host)) return none;
  const segments = pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  const locale = LOCALE.test(segments[0] ?? '') ? (segments.shift() ?? null) : null;
  return { locale, segments };
}
