import { sameStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import { field, isFields, objectsIn, parseData, type Fields } from '@/lib/marketplaces/page/json-tree';
import { readFlight } from '@/lib/marketplaces/page/next-flight';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import type { NikeAddress } from './match-url';
import { nikeFits } from './fits';
import { nikeCode } from './nike-code';

/** The page's own data, as far as it is about the product of the address. */
export interface NikeData {
  /** `stale`: the data is about another product or colour; `invalid`: it is broken. */
  readonly state: 'fresh' | 'stale' | 'invalid' | 'none';
  readonly product: Fields | null;
  /** What the page's prices are in, by its own word. */
  readonly currency: unknown;
}

type Named = Pick<NikeAddress, 'slug' | 'style'>;

const NOTHING: NikeData = { state: 'none', product: null, currency: null };

/** The data never changes while its element lives, and the page is read again after each of its changes. */
const known = new WeakMap<object, { readonly mark: string; readonly slug: string; readonly data: NikeData }>();

/**
 * The product of `__NEXT_DATA__` whose `styleColor` is the address's: paths differ between builds, and every colour and
 * group (men's, women's) of a shoe stands in the same data. An address without a code means the product the page has
 * selected, if the data or the name says that the page is about it.
 */
export function readNikeData(document: Document, address: Named): NikeData {
  const element = document.querySelector('script#__NEXT_DATA__');
  const text = element?.textContent ?? '';
  if (element !== null && text !== '') return cached(element, text, address, () => [parseData(text), text]);
  const streamed = readFlight(document);
  const mark = String(streamed.length);
  return streamed.length === 0 ? NOTHING : cached(document, mark, address, () => [streamed, JSON.stringify(streamed)]);
}

/** @param read the data, and the text it stands in */
function cached(
  key: object,
  mark: string,
  address: Named,
  read: () => readonly [data: unknown, text: string],
): NikeData {
  const last = known.get(key);
  if (last?.slug === address.slug && last.mark === mark) return last.data;
  const [parsed, text] = read();
  const isNamed = text.toLowerCase().includes(address.slug.split('/')[0] ?? '/');
  const data: NikeData = parsed === null ? { ...NOTHING, state: 'invalid' } : findProduct(parsed, address, isNamed);
  known.set(key, { mark, slug: address.slug, data });
  return data;
}

interface Found {
  readonly code: StyleCode;
  readonly fields: Fields;
  readonly weight: number;
}

function findProduct(data: unknown, address: Named, isNamed: boolean): NikeData {
  const wanted = address.style;
  const found: Found[] = [];
  const selected = new Set<unknown>();
  let currency: unknown = null;
  for (const fields of objectsIn(data)) {
    const chosen = field(fields, 'selectedProduct');
    if (isFields(chosen)) selected.add(chosen);
    currency ??= field(fields, 'currentPrice') === undefined ? null : field(fields, 'currency');
    const code = codeOf(fields);
    if (code !== null && found.length < 400) found.push({ code, fields, weight: weightOf(fields) });
  }
  const own = found.filter(({ code, fields }) => {
    if (wanted !== null) return sameStyleCode(code, wanted);
    return isChosen(fields, selected, found) && (isNamed || fitsName(fields, address.slug));
  });
  const [best] = own.toSorted((a, b) => b.weight - a.weight);
  if (best !== undefined) return { state: 'fresh', product: best.fields, currency };
  const isAnother = found.some(({ weight }) => weight > 0);
  return { ...NOTHING, state: isAnother && !isNamedWithoutCode(wanted, isNamed) ? 'stale' : 'none', currency };
}

/** Data of a launch that names the page, but not which of its products is meant, is no other page's. */
function isNamedWithoutCode(wanted: string | null, isNamed: boolean): boolean {
  return wanted === null && isNamed;
}

function isChosen(fields: Fields, selected: ReadonlySet<unknown>, found: readonly Found[]): boolean {
  if (selected.size > 0) return selected.has(fields);
  const marked = found.filter((each) => isMarked(each.fields));
  if (marked.length > 0) return isMarked(fields) && new Set(marked.map(({ code }) => code)).size === 1;
  return new Set(found.map(({ code }) => code)).size === 1;
}

function isMarked(fields: Fields): boolean {
  return field(fields, 'selected') === true || field(fields, 'isSelected') === true;
}

function fitsName(fields: Fields, slug: string): boolean {
  const title = titleOfData(fields);
  return title !== null && nikeFits(slug, title) !== 'other';
}

/** `productInfo.title`, or the product's own. */
export function titleOfData(product: Fields): string | null {
  const info = field(product, 'productInfo');
  const told = isFields(info) ? (field(info, 'title') ?? field(info, 'fullTitle')) : undefined;
  return plainText(told ?? field(product, 'title') ?? field(product, 'fullTitle'), 200);
}

function codeOf(fields: Fields): StyleCode | null {
  const told = field(fields, 'styleColor');
  return typeof told === 'string' && told.length <= 40 ? nikeCode(told) : null;
}

function weightOf(fields: Fields): number {
  const has = (name: string) => Number(typeof field(fields, name) === 'object' && field(fields, name) !== null);
  return (
    has('prices') * 4 + Number(field(fields, 'currentPrice') !== undefined) * 4 + has('sizes') * 2 + has('productInfo')
  );
}
