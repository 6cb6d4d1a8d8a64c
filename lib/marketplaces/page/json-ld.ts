import { field, isFields, parseData, type Fields } from './json-tree';

/** The products a page describes for search engines, the page's own before those of its lists. */
export interface JsonLd {
  /** `Product` and `ProductGroup`; the variants of a group stay inside it. */
  readonly products: readonly Fields[];
  /** At least one block is there that cannot be read. */
  readonly isInvalid: boolean;
}

const MOST_BLOCKS = 40;
const MOST_OBJECTS = 4000;
const MOST_PRODUCTS = 60;

/** Where a page's own product may stand; what it is related to or similar to is somebody else's. */
const OWN_PLACES = ['@graph', 'mainEntity', 'mainEntityOfPage'];
const LIST_PLACES = ['itemListElement', 'item'];

const known = new WeakMap<Document, { readonly texts: string; readonly found: JsonLd }>();

/**
 * Reads `script[type="application/ld+json"]` in every shape seen in the wild: a bare object, a list, `@graph`, `@type` as
 * a list, products below `mainEntity` or in an `ItemList`, several blocks, broken blocks among sound ones.
 */
export function readJsonLd(document: Document): JsonLd {
  const texts = [...document.querySelectorAll('script[type="application/ld+json" i]')]
    .slice(0, MOST_BLOCKS)
    .map((block) => block.textContent ?? '');
  const joined = texts.join('\n\0');
  const last = known.get(document);
  if (last?.texts === joined) return last.found;
  const found = productsOf(texts);
  known.set(document, { texts: joined, found });
  return found;
}

function productsOf(texts: readonly string[]): JsonLd {
  const blocks = texts.filter((text) => text.trim() !== '').map((text) => parseData(unwrapped(text)));
  const roots = blocks.filter((block) => typeof block === 'object' && block !== null);
  const own: Fields[] = [];
  const listed: Fields[] = [];
  let left = MOST_OBJECTS;
  const visit = (value: unknown, into: Fields[], depth: number): void => {
    left -= 1;
    if (left < 0 || depth > 8) return;
    if (Array.isArray(value)) for (const each of value.slice(0, 500)) visit(each, into, depth + 1);
    if (!isFields(value)) return;
    if (isProduct(value)) into.push(value);
    for (const place of OWN_PLACES) visit(field(value, place), into, depth + 1);
    for (const place of LIST_PLACES) visit(field(value, place), listed, depth + 1);
  };
  for (const root of roots) visit(root, own, 0);
  return { products: [...own, ...listed].slice(0, MOST_PRODUCTS), isInvalid: roots.length < blocks.length };
}

/** Some templates wrap the block in a comment, as was once needed. */
function unwrapped(text: string): string {
  return text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?$/, '')
    .trim();
}

function isProduct(fields: Fields): boolean {
  const told = field(fields, '@type');
  const types = Array.isArray(told) ? told.slice(0, 10) : [told];
  return types.some(
    (type) => typeof type === 'string' && /^(?:https?:\/\/schema\.org\/)?Product(?:Group)?$/.test(type),
  );
}
