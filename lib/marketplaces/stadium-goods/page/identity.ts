import { styleCodesIn } from '@/lib/domain/catalog/style-code';
import type { PageReading, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { genderInName, genderOf } from '@/lib/marketplaces/page/gender';
import { ldGtins, ldText } from '@/lib/marketplaces/page/json-ld-fields';
import { field, isFields, type Fields } from '@/lib/marketplaces/page/json-tree';
import { labelledCode, type LabelledCode } from '@/lib/marketplaces/page/labelled';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { styleCodeOfSlug } from '@/lib/marketplaces/page/slug-code';
import { codeOfTitle } from '@/lib/marketplaces/page/title-code';
import type { StadiumGoodsAddress } from './match-url';
import { isShopNumber, type ProductData } from './product-data';
import { OTHERS } from './rows';
import { isOthers, shownTitle } from './shown-title';

type Identity = PageReading['identity'];
type StyleCodeOfPage = Identity['styleCode'];

const DESCRIPTIONS =
  '[class*="ProductMeta"], [class*="Product__description" i], [class*="product-description" i], [class*="ProductDescription"], [itemprop="description"], .rte, [class*="Rte"], [class*="product__details" i], [class*="product-details" i]';
const MOST_TEXT = 30_000;
const PIECE = 4500;

/** Who the product is: the labelled style on the page; the shop's own number is in the address and in every size's. */
export function readIdentity(
  document: Document,
  address: StadiumGoodsAddress,
  { data, ld }: { readonly data: ProductData; readonly ld: Fields | null },
): { readonly identity: Identity; readonly warnings: readonly PageWarning[] } {
  const { product } = data;
  const told = (name: string, most: number) => (product === null ? null : plainText(field(product, name), most));
  const title = shownTitle(document) ?? told('title', 200) ?? (ld === null ? null : ldText(ld, 'name'));
  const brand = told('vendor', 80) ?? (ld === null ? null : ldText(ld, 'brand', 80));
  const isIgnored = [...data.variants.map(({ sku }) => sku), ...ldNumbers(ld)].some((code) =>
    isShopNumber(code, address),
  );
  const styleCode =
    labelledOnPage(document, address) ??
    labelledInData(product, address) ??
    mpnOf(ld, address) ??
    inTitle(title, brand, address) ??
    inAddress(address);
  return {
    identity: {
      listingId: address.shopNumber,
      slug: address.slug,
      uuid: null,
      gtins: ld === null ? [] : ldGtins(ld).slice(0, 8),
      styleCode,
      brand,
      title,
      gender: genderInName(title) ?? genderInName(address.slug) ?? genderOf(told('type', 40)),
    },
    warnings: [
      ...(styleCode === null ? (['SKU_MISSING'] as const) : []),
      ...(styleCode?.source === 'slug' ? (['SKU_FROM_SLUG'] as const) : []),
      ...(styleCode !== null && styleCode.all.length > 1 ? (['SKU_MULTI'] as const) : []),
      ...(isIgnored ? (['INTERNAL_SKU_IGNORED'] as const) : []),
    ],
  };
}

/** `Style QX4321` in the description, else anywhere in what the page says about the product. */
function labelledOnPage(document: Document, address: StadiumGoodsAddress): StyleCodeOfPage {
  const isLeftOut = (inner: Element): boolean => inner.matches(OTHERS);
  for (const element of [...document.querySelectorAll(DESCRIPTIONS)].slice(0, 20)) {
    const found = isOthers(element) ? null : labelled(ownText(element, PIECE, isLeftOut), address);
    if (found !== null) return toCode(found, 'dom-label', 0.95);
  }
  const page = document.querySelector('main') ?? document.querySelector('body');
  const text = ownText(page, MOST_TEXT, isLeftOut) ?? '';
  for (let at = 0; at < text.length; at += PIECE - 100) {
    const found = labelled(text.slice(at, at + PIECE), address);
    if (found !== null) return toCode(found, 'dom-label', 0.9);
  }
  return null;
}

function labelledInData(product: Fields | null, address: StadiumGoodsAddress): StyleCodeOfPage {
  if (product === null) return null;
  for (const name of ['description', 'body_html', 'content', 'tags']) {
    const told = field(product, name);
    const text = Array.isArray(told) ? told.slice(0, 100).join(' , ') : told;
    if (typeof text !== 'string') continue;
    const words = plainText(text.slice(0, 20_000).replace(/<[^<>]*>/g, ' '), PIECE);
    const found = labelled(words, address);
    if (found !== null) return toCode(found, 'embedded', 0.85);
  }
  return null;
}

/** Without the shop's own numbers, which stand behind the very same words. */
function labelled(text: string | null, { shopNumber }: StadiumGoodsAddress): ReturnType<typeof labelledCode> {
  const left =
    shopNumber === null ? text : (text?.replaceAll(new RegExp(`${shopNumber}(?:[-_ ]?\\d{3})?`, 'g'), ' ') ?? null);
  return labelledCode(left);
}

function mpnOf(ld: Fields | null, address: StadiumGoodsAddress): StyleCodeOfPage {
  for (const raw of ldNumbers(ld)) {
    const [first, ...others] = raw === null || isShopNumber(raw, address) ? [] : styleCodesIn(raw);
    if (raw === null || first?.whole !== true || others.length > 0 || first.shopNumber !== 'no') continue;
    return toCode({ code: first.code, raw }, 'json-ld', 0.8);
  }
  return null;
}

function ldNumbers(ld: Fields | null): readonly (string | null)[] {
  if (ld === null) return [];
  const variants = field(ld, 'hasVariant');
  // Every size of a group may name the group's code; a code that only one of them has is that size's own.
  const told = Array.isArray(variants) ? variants.slice(0, 100).filter(isFields) : [];
  const codes = new Set(told.map((variant) => ldText(variant, 'mpn', 60)));
  return [ldText(ld, 'mpn', 60), ldText(ld, 'sku', 60), ...(codes.size === 1 ? codes : [])];
}

function inTitle(title: string | null, brand: string | null, address: StadiumGoodsAddress): StyleCodeOfPage {
  const found = codeOfTitle(title, brand);
  if (found === null || title === null || isShopNumber(found.code, address)) return null;
  return { canonical: found.code, raw: title, all: found.all, source: 'title', confidence: found.confidence };
}

function inAddress(address: StadiumGoodsAddress): StyleCodeOfPage {
  const { shopNumber, slug } = address;
  const found = styleCodeOfSlug(shopNumber === null ? slug : slug.slice(0, -shopNumber.length - 1));
  return found === null || isShopNumber(found.code, address) ? null : toCode(found, 'slug', 0.6);
}

function toCode(
  { code, raw, all = [code] }: Pick<LabelledCode, 'code' | 'raw'> & Partial<LabelledCode>,
  source: NonNullable<StyleCodeOfPage>['source'],
  confidence: number,
): StyleCodeOfPage {
  return { canonical: code, raw, all, source, confidence };
}
