import { field, isFields, objectsIn, parseData, type Fields } from '@/lib/marketplaces/page/json-tree';
import { readFlight } from '@/lib/marketplaces/page/next-flight';

/** The page's own data, as far as it is about the product of the address. */
export interface StockxData {
  /** `stale`: it is about another product, and stays in the page after a navigation inside it; `invalid`: it is broken. */
  readonly state: 'fresh' | 'stale' | 'invalid' | 'none';
  readonly product: Fields | null;
  /** The product the page was loaded for, when it is another one. */
  readonly former: Fields | null;
  /** What the page counts in, by its own word; it holds for the visit, whichever product is shown. */
  readonly currency: unknown;
}

const NOTHING: StockxData = { state: 'none', product: null, former: null, currency: null };

/** The data never changes while its element lives, and the page is read again after each of its changes. */
const known = new WeakMap<object, { readonly text: string; readonly slug: string; readonly data: StockxData }>();

/**
 * The object whose `urlKey` is the address's, in `__NEXT_DATA__`, the older assigned query state or the streamed chunks.
 * Looked for by shape, never by its path: paths have moved between builds, and related products stand in the same tree.
 */
export function readStockxData(document: Document, slug: string): StockxData {
  const scripts = document.querySelectorAll('script#__NEXT_DATA__, script[data-name="query"]');
  const read = [...scripts].slice(0, 4).map((script) => ofScript(script, slug));
  const best = read.find(({ state }) => state === 'fresh') ?? read.find(({ state }) => state === 'stale');
  if (best !== undefined) return best;
  const streamed = readFlight(document);
  return streamed.length === 0 ? (read[0] ?? NOTHING) : cached(document, String(streamed.length), slug, () => streamed);
}

function ofScript(script: Element, slug: string): StockxData {
  const text = script.textContent ?? '';
  return text === '' ? NOTHING : cached(script, text, slug, () => parseData(unassigned(text)));
}

function cached(key: object, text: string, slug: string, parse: () => unknown): StockxData {
  const last = known.get(key);
  if (last?.slug === slug && last.text === text) return last.data;
  const parsed = parse();
  const data = parsed === null ? { ...NOTHING, state: 'invalid' as const } : findProduct(parsed, slug);
  known.set(key, { text, slug, data });
  return data;
}

/** `window.__STATE__ = {…};` as well as bare data. */
function unassigned(text: string): string {
  const start = text.search(/[[{]/);
  if (start <= 0) return text;
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return text.slice(start, end + 1);
}

/** Most of the data by far, and nothing in it is a product. */
const LEAVES = new Set(['variants', 'traits', 'media', 'breadcrumbs', 'availableSizeConversions', 'queryKey']);

interface Candidate {
  readonly fields: Fields;
  readonly weight: number;
}

function findProduct(data: unknown, slug: string): StockxData {
  let own: Candidate | null = null;
  let other: Candidate | null = null;
  let currency: unknown = null;
  for (const fields of objectsIn(data, LEAVES)) {
    const localization = field(fields, 'localization');
    if (currency === null && isFields(localization)) currency = field(localization, 'currency') ?? null;
    const key = field(fields, 'urlKey');
    const weight = typeof key === 'string' ? weightOf(fields) : 0;
    if (weight === 0 || typeof key !== 'string') continue;
    if (key.toLowerCase() === slug) own = heavier(own, { fields, weight });
    else other = heavier(other, { fields, weight });
  }
  const former = other !== null && other.weight >= FULL ? other.fields : null;
  // A page names its related products too, with less about them than about the one it was loaded for.
  if (own !== null && (former === null || own.weight >= FULL))
    return { state: 'fresh', product: own.fields, former: null, currency };
  // What is told about others alone is not nothing; but only a full one was the product of the page.
  return { state: other === null ? 'none' : 'stale', product: null, former, currency };
}

/** Sizes and at least one of style and traits: nothing that is merely mentioned has them. */
const FULL = 5;

function weightOf(fields: Fields): number {
  const variants = field(fields, 'variants');
  const hasSizes = Array.isArray(variants) && variants.length > 0;
  const traits = Array.isArray(field(fields, 'traits')) ? 2 : 0;
  return (hasSizes ? 4 : 0) + traits + (typeof field(fields, 'styleId') === 'string' ? 1 : 0);
}

function heavier(one: Candidate | null, two: Candidate): Candidate {
  return one === null || two.weight > one.weight ? two : one;
}
