import { field, isFields, objectsIn, parseData, type Fields } from '@/lib/marketplaces/page/json-tree';
import { readFlight } from '@/lib/marketplaces/page/next-flight';

/** The page's own data, as far as it is about the product of the address. */
export interface Embedded {
  /** `stale`: it is about another product, and stays in the page after a navigation inside it; `invalid`: it is broken. */
  readonly state: 'fresh' | 'stale' | 'invalid' | 'none';
  readonly product: Fields | null;
  /** What stands beside the product as its offers, one for each size and condition; empty as a rule. */
  readonly offers: readonly unknown[];
}

const NOTHING: Embedded = { state: 'none', product: null, offers: [] };

/** The data never changes while its element lives, and the page is read again after each of its changes. */
const known = new WeakMap<object, { readonly text: string; readonly slug: string; readonly embedded: Embedded }>();

/**
 * The object of `__NEXT_DATA__`, or of the streamed chunks, whose slug is the address's. Looked for by shape, never by its path: paths move between
 * builds of the site, and other products' data stand in the same tree.
 */
export function readEmbedded(document: Document, slug: string): Embedded {
  const element = document.querySelector('script#__NEXT_DATA__');
  const text = element?.textContent ?? '';
  if (element !== null && text !== '') return cached(element, text, slug, () => parseData(text));
  const streamed = readFlight(document);
  return streamed.length === 0 ? NOTHING : cached(document, String(streamed.length), slug, () => streamed);
}

function cached(key: object, text: string, slug: string, parse: () => unknown): Embedded {
  const last = known.get(key);
  if (last?.slug === slug && last.text === text) return last.embedded;
  const data = parse();
  const embedded: Embedded = data === null ? { ...NOTHING, state: 'invalid' } : findProduct(data, slug);
  known.set(key, { text, slug, embedded });
  return embedded;
}

function findProduct(data: unknown, slug: string): Embedded {
  let found: Fields | null = null;
  let sawAnother = false;
  const parents: Fields[] = [];
  for (const fields of objectsIn(data)) {
    if (isFields(field(fields, 'productTemplate') ?? field(fields, 'product'))) parents.push(fields);
    const own = field(fields, 'slug');
    if (typeof own !== 'string' || !isProduct(fields)) continue;
    if (own.toLowerCase() !== slug) sawAnother ||= field(fields, 'singleGender') !== undefined;
    // The fullest one: lists of related products name the product itself as well, with less about it.
    else if (found === null || Object.keys(fields).length > Object.keys(found).length) found = fields;
  }
  if (found !== null) return { state: 'fresh', product: found, offers: offersBeside(found, parents) };
  return sawAnother ? { ...NOTHING, state: 'stale' } : NOTHING;
}

function offersBeside(product: Fields, parents: readonly Fields[]): readonly unknown[] {
  const parent = parents.find((each) => [field(each, 'productTemplate'), field(each, 'product')].includes(product));
  const offers = parent === undefined ? null : field(parent, 'offers');
  const listed = isFields(offers) ? field(offers, 'offerData') : offers;
  return Array.isArray(listed) ? (listed as unknown[]) : [];
}

function isProduct(fields: Fields): boolean {
  return typeof field(fields, 'sku') === 'string' || Array.isArray(field(fields, 'sizeOptions'));
}
