import type { LayerState, PagePrice } from '@/lib/marketplaces/contract/page-reading';
import { inlineData } from '@/lib/marketplaces/page/inline-data';
import { field, isFields, objectsIn, type Fields } from '@/lib/marketplaces/page/json-tree';
import { knownCurrency } from '@/lib/marketplaces/page/page-money';
import { readFlight } from '@/lib/marketplaces/page/next-flight';
import { plainText } from '@/lib/marketplaces/page/plain-text';

/** One size of the page's data. */
export interface DataSize {
  readonly label: string;
  /** Null: none is left. */
  readonly price: PagePrice | null;
}

/** The page's own data, as far as it is about the product of the address. */
export interface Embedded {
  readonly state: LayerState;
  readonly product: Fields | null;
  /** Null: the data says nothing about sizes. */
  readonly sizes: readonly DataSize[] | null;
}

/** Of which one stands in every script that matters here. */
const KEYS = ['"sku"', 'productVariants', 'lowestPriceCents', 'newSizes'];

const MOST_SIZES = 80;
const MOST_VARIANTS = 600;

/**
 * Template and sizes, looked for by shape in scripts of every kind: where they stand has changed more than once. Data
 * that names another product, or stands beside such data, is that product's.
 *
 * @param isElsewhere the page's head is about another address: data that names none is not this product's then
 */
export function readEmbedded(document: Document, slug: string, isElsewhere: boolean): Embedded {
  const streamed = readFlight(document);
  const inline = new Set(KEYS.flatMap((key) => inlineData(document, key)));
  const all = [...inline, ...(streamed.length === 0 ? [] : [streamed])].map((data) => lookInto(data, slug));
  const product = all.find(({ own }) => own !== null)?.own ?? null;
  // Data in several scripts belongs together: beside a template of another product, what names none is that one's.
  const isAnothers = isElsewhere || (product === null && all.some((found) => found.sawAnother));
  const fresh = all.filter(({ own, sawAnother }) => own !== null || !(sawAnother || isAnothers));
  const sawAnother = all.some((found) => !fresh.includes(found) && (found.sawAnother || found.variants !== null));
  const listed = fresh.flatMap(({ variants }) => (variants === null ? [] : [variants]));
  const sizes = listed.length === 0 ? null : toSizes(listed.flat());
  if (product === null && sizes === null) return { state: sawAnother ? 'stale' : 'absent', product: null, sizes: null };
  return { state: 'found', product, sizes };
}

/** What stands below these is about other products, whether it says so or not. */
const OTHERS = new Set(
  'related relatedProducts recommended recommendedProducts recommendations similar similarProducts recentlyViewed suggestions alsoLike youMayAlsoLike carousel'.split(
    ' ',
  ),
);

interface Found {
  readonly own: Fields | null;
  readonly sawAnother: boolean;
  readonly variants: readonly unknown[] | null;
}

function lookInto(data: unknown, slug: string): Found {
  let own: Fields | null = null;
  let sawAnother = false;
  let variants: readonly unknown[] | null = Array.isArray(data) && data.some(isVariant) ? (data as unknown[]) : null;
  for (const fields of objectsIn(data, OTHERS)) {
    const name = field(fields, 'slug') ?? field(fields, 'productTemplateSlug');
    if (typeof name === 'string' && isTemplate(fields)) {
      if (name.toLowerCase() !== slug) sawAnother = true;
      // The fullest one: lists of related products name the product itself as well, with less about it.
      else if (own === null || Object.keys(fields).length > Object.keys(own).length) own = fields;
    }
    if (typeof name === 'string' && name.toLowerCase() !== slug) continue;
    const told = field(fields, 'productVariants') ?? field(fields, 'newSizes');
    if (variants === null && Array.isArray(told)) variants = told as unknown[];
  }
  return { own, sawAnother, variants };
}

function isTemplate(fields: Fields): boolean {
  const hasCode = typeof field(fields, 'sku') === 'string';
  return hasCode || ['productVariants', 'newSizes', 'sizeOptions'].some((name) => Array.isArray(field(fields, name)));
}

function isVariant(value: unknown): boolean {
  const hasSize = isFields(value) && (field(value, 'size') ?? field(value, 'sizeOption')) !== undefined;
  return hasSize && field(value, 'lowestPriceCents') !== undefined;
}

/** New pairs in a good box, the cheapest of each size; zero means none. */
function toSizes(variants: readonly unknown[]): readonly DataSize[] {
  const cheapest = new Map<string, PagePrice | null>();
  for (const variant of variants.slice(0, MOST_VARIANTS).filter(isFields)) {
    const label = labelOf(variant);
    if (label === null || !isNewAndGood(variant)) continue;
    const price = priceOf(variant);
    const known = cheapest.get(label) ?? null;
    if (known === null || (price !== null && price.minor < known.minor)) cheapest.set(label, price);
  }
  return [...cheapest].slice(0, MOST_SIZES).map(([label, price]) => ({ label, price }));
}

function labelOf(variant: Fields): string | null {
  const option = field(variant, 'sizeOption') ?? field(variant, 'size');
  const told = isFields(option)
    ? (field(option, 'presentation') ?? field(option, 'display') ?? field(option, 'value'))
    : option;
  return plainText(typeof told === 'number' ? String(told) : told, 20);
}

function isNewAndGood(variant: Fields): boolean {
  const shoe = field(variant, 'shoeCondition') ?? 'new_no_defects';
  const box = field(variant, 'boxCondition') ?? 'good_condition';
  return shoe === 'new_no_defects' && box === 'good_condition';
}

/** How the sizes said it until 2021. */
function priceOfOption(option: unknown): unknown {
  return isFields(option) && field(option, 'isAvailable') !== false ? field(option, 'price') : undefined;
}

function priceOf(variant: Fields): PagePrice | null {
  const stock = field(variant, 'stockStatus');
  if (stock === 'not_in_stock' || field(variant, 'isAvailable') === false) return null;
  const lowest = field(variant, 'lowestPriceCents') ?? priceOfOption(field(variant, 'lowestPriceOption'));
  const raw = isFields(lowest) ? (field(lowest, 'amount') ?? field(lowest, 'value')) : lowest;
  const told = isFields(lowest) ? field(lowest, 'currency') : field(variant, 'currency');
  const minor = typeof raw === 'string' && /^\d{1,12}$/.test(raw) ? Number(raw) : raw;
  if (typeof minor !== 'number' || !Number.isSafeInteger(minor) || minor <= 0) return null;
  const currency = told === undefined || told === null ? 'USD' : knownCurrency(told);
  // An amount in a currency the companion does not keep is not shown as one in another.
  return currency === null ? null : { minor, currency };
}
