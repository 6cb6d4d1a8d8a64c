import { parseStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import { withoutBrand } from '@/lib/marketplaces/page/brand-words';
import { readJsonLd } from '@/lib/marketplaces/page/json-ld';
import { ldText } from '@/lib/marketplaces/page/json-ld-fields';
import type { Fields } from '@/lib/marketplaces/page/json-tree';
import { labelledCode } from '@/lib/marketplaces/page/labelled';
import { readMeta, type PageMeta } from '@/lib/marketplaces/page/meta';
import { codeOfTitle } from '@/lib/marketplaces/page/title-code';
import { stockxFits } from './fits';
import { matchStockxUrl } from './match-url';

/** What the page's head says, as far as it is about the product of the address: navigations may leave it behind. */
export interface OwnHead {
  readonly meta: PageMeta | null;
  readonly product: Fields | null;
  readonly name: string | null;
  readonly brand: string | null;
  readonly isInvalid: boolean;
  /** Tags, and a description for search engines, that are about another address. */
  readonly isStale: boolean;
  readonly isProductStale: boolean;
}

/** @param isFresh the page's data is about this product: what says neither an address nor a name came along with it */
export function readOwnHead(document: Document, slug: string, isFresh: boolean): OwnHead {
  const meta = readMeta(document);
  const isOwn =
    isAbout(meta.canonical ?? meta.ogUrl, meta.ogTitle ?? meta.title, slug, isFresh) &&
    !isElsewhere(meta.ogUrl, slug) &&
    !(meta.ogTitle !== null && isOtherName(slug, meta.ogTitle));
  const { products, isInvalid } = readJsonLd(document);
  const product =
    products.find((each) => isAbout(ldText(each, 'url', 2000), ldText(each, 'name'), slug, isFresh)) ?? null;
  return {
    meta: isOwn ? meta : null,
    product,
    name: product === null ? null : ldText(product, 'name'),
    brand: (product === null ? null : ldText(product, 'brand', 80)) ?? (isOwn ? meta.brand : null),
    isInvalid,
    isStale: !isOwn && (meta.canonical ?? meta.ogUrl ?? meta.ogTitle) !== null,
    isProductStale: product === null && products.length > 0,
  };
}

/** An address says it; without one a name must resemble the address's. */
function isAbout(url: string | null, name: string | null, slug: string, isFresh: boolean): boolean {
  if (url !== null) return slugOf(url) === slug;
  return name === null ? isFresh : stockxFits(slug, name) !== 'other';
}

/** Tags are drawn one after the other: the address may be this product's already, and the rest a former one's. */
function isElsewhere(url: string | null, slug: string): boolean {
  return url !== null && slugOf(url) !== slug;
}

/** A name of which most of the address's own words are missing. */
function isOtherName(slug: string, name: string): boolean {
  const words = withoutBrand(slug).split('-');
  const told = new Set(name.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return words.filter((word) => told.has(word)).length * 2 < words.length;
}

function slugOf(url: string): string | null {
  const whole = url.startsWith('/') && !url.startsWith('//') ? `https://stockx.com${url}` : url;
  return matchStockxUrl(whole)?.slug ?? null;
}

/** Keywords hold `style zx1234-567, colorway …`, the title `… - ZX1234-567 - US`, the description the bare code. */
export function codesOfMeta(
  meta: PageMeta | null,
): { readonly raw: string; readonly codes: readonly StyleCode[] } | null {
  if (meta === null) return null;
  const labelled = labelledCode(meta.keywords) ?? labelledCode(meta.description);
  if (labelled !== null) return { raw: labelled.raw, codes: labelled.all };
  for (const part of (meta.title ?? '').split(/ [-|–—] /).slice(0, 8)) {
    const code = parseStyleCode(part);
    if (code !== null && /\d/.test(part)) return { raw: part, codes: [code] };
  }
  const found = codeOfTitle(meta.description, meta.brand);
  return found === null || found.all.length > 1 ? null : { raw: found.code, codes: found.all };
}
