import { currencyDecimals, type CurrencyCode } from '@/lib/domain/money/currency';
import type { LayerState, PagePrice } from '@/lib/marketplaces/contract/page-reading';
import { inlineData } from '@/lib/marketplaces/page/inline-data';
import { field, isFields, objectsIn, parseData, type Fields } from '@/lib/marketplaces/page/json-tree';
import { ldAmount } from '@/lib/marketplaces/page/ld-offers';
import { knownCurrency } from '@/lib/marketplaces/page/page-money';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { titleFits } from '@/lib/marketplaces/page/title-fits';
import type { StadiumGoodsAddress } from './match-url';

/** One size of the product's own data. */
export interface Variant {
  readonly id: string | null;
  readonly label: string;
  readonly price: PagePrice | null;
  /** Null: the data does not say. */
  readonly isAvailable: boolean | null;
  readonly sku: string | null;
}

/** The product's own data, as far as it is about the product of the address. */
export interface ProductData {
  readonly product: Fields | null;
  readonly variants: readonly Variant[];
  readonly state: LayerState;
}

const MOST_VARIANTS = 120;

/** Attributes in which themes keep the product's data. */
const ATTRIBUTES = ['data-product', 'data-product-json', 'data-product-variants', 'data-variants', 'data-json-product'];

/**
 * The object with variants whose handle is the address's. Looked for by shape in scripts of every kind and in attributes,
 * since themes keep it in different places; recommended products look the same.
 */
export function readProductData(
  document: Document,
  address: StadiumGoodsAddress,
  currency: CurrencyCode | null,
): ProductData {
  const candidates = [...inlineData(document, 'variants'), ...attributeData(document)]
    .flatMap((data) => (Array.isArray(data) && looksLikeVariants(data) ? [{ variants: data }] : [...objectsIn(data)]))
    .filter((fields) => variantsIn(fields).length > 0);
  const judged = candidates.map((product) => ({ product, fit: fitOf(product, address) }));
  const best = judged.find(({ fit }) => fit === 'own') ?? judged.find(({ fit }) => fit === 'likely');
  const unsure = judged.length === 1 && judged[0]?.fit === 'unsaid' ? judged[0] : undefined;
  const found = best ?? unsure;
  if (found === undefined) return { product: null, variants: [], state: judged.length > 0 ? 'stale' : 'absent' };
  // The same product may stand there twice, once without what is left of it.
  const fuller =
    judged.find(({ fit, product }) => fit === found.fit && variantsIn(product).some(saysAvailability)) ?? found;
  return { product: fuller.product, variants: toVariants(fuller.product, currency), state: 'found' };
}

/** Whether a number is the shop's own for this product, whatever shape it has. */
export function isShopNumber(code: string | null, { shopNumber }: StadiumGoodsAddress): boolean {
  return code !== null && shopNumber !== null && code.replace(/[^0-9]/g, '').startsWith(shopNumber);
}

function fitOf(product: Fields, address: StadiumGoodsAddress): 'own' | 'likely' | 'unsaid' | 'other' {
  const handle = field(product, 'handle');
  if (typeof handle === 'string') return handle.toLowerCase() === address.slug ? 'own' : 'other';
  const skus = variantsIn(product).map((variant) => plainText(field(variant, 'sku'), 40));
  if (skus.some((sku) => isShopNumber(sku, address))) return 'likely';
  const title = plainText(field(product, 'title') ?? field(product, 'name'), 200);
  if (title === null) return skus.some((sku) => sku !== null) && address.shopNumber !== null ? 'other' : 'unsaid';
  return titleFits(address.slug.replace(/-\d{5,7}$/, ''), title) === 'other' ? 'other' : 'likely';
}

function* readAttributes(document: Document): Generator<string> {
  for (const name of ATTRIBUTES) {
    for (const element of [...document.querySelectorAll(`[${name}]`)].slice(0, 10)) {
      const text = element.getAttribute(name) ?? '';
      if (/^\s*[[{]/.test(text)) yield text;
    }
  }
}

function attributeData(document: Document): readonly unknown[] {
  return [...readAttributes(document)].map(parseData).filter((data) => data !== null);
}

function looksLikeVariants(list: readonly unknown[]): boolean {
  return list.length > 0 && list.slice(0, 5).every((one) => isFields(one) && isVariant(one));
}

/** A list, or a list of `nodes`, as the shop's two interfaces write them. */
function variantsIn(product: Fields): readonly Fields[] {
  const told = field(product, 'variants');
  const nodes = isFields(told) ? (field(told, 'nodes') ?? field(told, 'edges')) : told;
  if (!Array.isArray(nodes)) return [];
  return (nodes as unknown[])
    .slice(0, MOST_VARIANTS)
    .map((node) => (isFields(node) && isFields(field(node, 'node')) ? field(node, 'node') : node))
    .filter(isFields)
    .filter(isVariant);
}

function isVariant(fields: Fields): boolean {
  const hasPrice = field(fields, 'price') !== undefined;
  return (
    hasPrice && ['title', 'option1', 'public_title', 'name'].some((name) => typeof field(fields, name) === 'string')
  );
}

function saysAvailability(variant: Fields): boolean {
  return availabilityOf(variant) !== null;
}

function availabilityOf(variant: Fields): boolean | null {
  const told = field(variant, 'available') ?? field(variant, 'availableForSale');
  return typeof told === 'boolean' ? told : null;
}

function toVariants(product: Fields, currency: CurrencyCode | null): readonly Variant[] {
  const sizeAt = sizeOption(product);
  return variantsIn(product).flatMap((variant) => {
    const named = sizeAt === null ? null : field(variant, `option${sizeAt}`);
    const label = plainText(
      named ?? field(variant, 'title') ?? field(variant, 'public_title') ?? field(variant, 'option1'),
      40,
    );
    if (label === null || /^default title$/i.test(label)) return [];
    return [
      {
        id: idOf(field(variant, 'id')),
        label,
        price: priceOf(field(variant, 'price'), currency),
        isAvailable: availabilityOf(variant),
        sku: plainText(field(variant, 'sku'), 40),
      },
    ];
  });
}

/** Which of a variant's options is the size; null when the data does not name its options. */
function sizeOption(product: Fields): 1 | 2 | 3 | null {
  const options = field(product, 'options');
  if (!Array.isArray(options)) return null;
  const names = (options as unknown[]).slice(0, 3).map((one) => (isFields(one) ? field(one, 'name') : one));
  const at = names.findIndex((name) => typeof name === 'string' && /size/i.test(name));
  return at === 0 ? 1 : at === 1 ? 2 : at === 2 ? 3 : null;
}

function idOf(raw: unknown): string | null {
  const text = typeof raw === 'number' && Number.isSafeInteger(raw) ? String(raw) : raw;
  return typeof text === 'string' ? (/(\d{1,20})$/.exec(text)?.[1] ?? null) : null;
}

/** A whole number is hundredths, whatever the currency; a text or an object is written in full. */
function priceOf(raw: unknown, currency: CurrencyCode | null): PagePrice | null {
  if (isFields(raw)) return ldAmount(field(raw, 'amount'), field(raw, 'currencyCode') ?? field(raw, 'currency'));
  if (typeof raw === 'string') {
    const read = raw.includes('.') ? ldAmount(raw, currency ?? 'USD') : null;
    return read === null ? null : { minor: read.minor, currency };
  }
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw) || raw <= 0) return null;
  const decimals = currency === null ? 2 : currencyDecimals(currency);
  const minor = decimals === 2 ? raw : decimals === 0 ? raw / 100 : raw * 10;
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}

/** The currency the page's amounts are in, as far as the shop's own script says so. */
export function shopCurrency(document: Document): CurrencyCode | null {
  for (const script of [...document.querySelectorAll('script:not([src])')].slice(0, 200)) {
    const text = script.textContent ?? '';
    const at = text.length > 2_000_000 ? -1 : text.indexOf('Shopify.currency');
    const [, code] = /"active"\s*:\s*"([A-Za-z]{3})"/.exec(at < 0 ? '' : text.slice(at, at + 200)) ?? [];
    if (code !== undefined) return knownCurrency(code);
  }
  return null;
}
