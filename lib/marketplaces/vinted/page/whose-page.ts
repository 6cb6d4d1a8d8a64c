import type { LayerState } from '@/lib/marketplaces/contract/page-reading';
import { readJsonLd } from '@/lib/marketplaces/page/json-ld';
import { ldText } from '@/lib/marketplaces/page/json-ld-fields';
import type { Fields } from '@/lib/marketplaces/page/json-tree';
import { offersOf } from '@/lib/marketplaces/page/ld-offers';
import { readMeta, type PageMeta } from '@/lib/marketplaces/page/meta';
import { titleFits } from '@/lib/marketplaces/page/title-fits';
import type { VintedAddress } from './match-url';

/** Whose the page's parts are: its data is that of the first page loaded, what shows may be another listing's. */
export interface WhosePage {
  /** The structured data about this very listing. */
  readonly product: Fields | null;
  readonly jsonLd: LayerState;
  /** The head's tags, when they are not another listing's. */
  readonly meta: PageMeta | null;
  /**
   * `here`: nothing says otherwise. `moved`: the data is a former listing's, and what shows is this one's. `another`:
   * the page shows another listing, as it does when the one of the address was taken away.
   */
  readonly verdict: 'here' | 'moved' | 'another';
}

/** @param shownTitle the name on the screen */
export function readWhosePage(document: Document, address: VintedAddress, shownTitle: string | null): WhosePage {
  const { products, isInvalid } = readJsonLd(document);
  const meta = readMeta(document);
  const ofMeta = itemIn(meta.canonical) ?? itemIn(meta.ogUrl);
  const isMetaOther = ofMeta !== null && ofMeta !== address.listingId;
  const named = products.map((product) => ({ product, id: idOf(product) }));
  const own = named.find(({ id }) => id === address.listingId);
  const other = named.find(({ id }) => id !== null && id !== address.listingId);
  const unnamed = named.find(({ id }) => id === null);
  const ownMeta = isMetaOther ? null : meta;
  if (own !== undefined) return { product: own.product, jsonLd: 'found', meta: ownMeta, verdict: 'here' };
  if (other === undefined && !isMetaOther) {
    const product = unnamed?.product ?? null;
    const contradicts = product !== null && shownTitle !== null && !isSameName(ldText(product, 'name'), shownTitle);
    const state = product === null ? (isInvalid ? 'invalid' : 'absent') : contradicts ? 'stale' : 'found';
    return { product: contradicts ? null : product, jsonLd: state, meta, verdict: 'here' };
  }
  const formerName = other === undefined ? nameOf(meta.ogTitle ?? meta.title) : ldText(other.product, 'name');
  const isNew = shownTitle !== null && formerName !== null && !isSameName(formerName, shownTitle);
  const hasMoved = isNew && fitsWords(address.slug, shownTitle) !== 'other';
  return { product: null, jsonLd: 'stale', meta: ownMeta, verdict: hasMoved ? 'moved' : 'another' };
}

/**
 * How well a name fits the words of the address. Never exactly: many listings are called the same, so that a name alone
 * does not tell one from another. An address without words fits any.
 */
export function fitsWords(slug: string, title: string): 'similar' | 'other' {
  const words = slug.replace(/^\d+-?/, '');
  if (words === '') return 'similar';
  return titleFits(words, title) === 'other' ? 'other' : 'similar';
}

/** The name of a page without that of the site. */
export function nameOf(title: string | null): string | null {
  const name = title?.replace(/\s*[|–-]\s*Vinted.*$/i, '').trim();
  return name === undefined || name === '' ? null : name;
}

function idOf(product: Fields): string | null {
  for (const { url } of offersOf(product).slice(0, 5)) {
    const id = itemIn(url);
    if (id !== null) return id;
  }
  return itemIn(ldText(product, 'url', 500)) ?? itemIn(ldText(product, '@id', 500));
}

/** The number alone: one listing stands on the addresses of several countries. */
function itemIn(url: string | null): string | null {
  return /\/items\/(\d{4,15})(?![\d])/.exec(url ?? '')?.[1] ?? null;
}

function isSameName(name: string | null, shown: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return name === null || plain(name) === plain(shown) || plain(shown).includes(plain(name));
}
