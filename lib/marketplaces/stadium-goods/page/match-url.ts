import { siteOf } from '@/lib/domain/sites/site';

/** A product's own address on stadiumgoods.com. */
export interface StadiumGoodsAddress {
  /** What names the product in the address, in lower case; the shop's own number stands at its end. */
  readonly slug: string;
  /** The number at the end of the address (`130001`), which is the shop's own and no style code. */
  readonly shopNumber: string | null;
  /** `?variant=`: the size somebody chose; the page rewrites it in place. */
  readonly variantId: string | null;
  /** The market of the address (`en-gb`); null on the plain one. */
  readonly locale: string | null;
}

const LOCALE = /^[a-z]{2}(?:-[a-z]{2})?$/;

/** The addresses before the shop moved: `/<name>-<style code>`. */
const OLD_ADDRESS = /-(?:[a-z]{2}\d{4}(?:-\d{3})?|\d{6}-\d{3}|\d{4}[a-z]\d{3}-\d{3})$/;

/**
 * Reads the address of a product page: `/products/<handle>`, also below a market or a collection.
 *
 * @example `matchStadiumGoodsUrl('https://www.stadiumgoods.com/products/samba-130001?variant=7')` is
 * `{ slug: 'samba-130001', shopNumber: '130001', variantId: '7', locale: null }`; `/collections/nike` is null
 */
export function matchStadiumGoodsUrl(address: string): StadiumGoodsAddress | null {
  if (address.length > 2000 || !URL.canParse(address)) return null;
  const { href, pathname, searchParams } = new URL(address);
  if (siteOf(href) !== 'stadium-goods') return null;
  const segments = pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  const locale = LOCALE.test(segments[0] ?? '') ? (segments.shift() ?? null) : null;
  const slug = handleOf(segments);
  if (slug === null || slug.length > 200) return null;
  const variant = searchParams.get('variant') ?? '';
  return {
    slug,
    shopNumber: /-(\d{5,7})$/.exec(slug)?.[1] ?? null,
    variantId: /^\d{1,20}$/.test(variant) ? variant : null,
    locale,
  };
}

function handleOf(segments: readonly string[]): string | null {
  const [first, second, third, fourth] = segments;
  if (first === 'products' && second !== undefined && segments.length === 2) return second;
  if (first === 'collections' && third === 'products' && fourth !== undefined && segments.length === 4) return fourth;
  return first !== undefined && segments.length === 1 && OLD_ADDRESS.test(first) ? first : null;
}
