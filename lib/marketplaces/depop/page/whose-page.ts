import type { LayerState } from '@/lib/marketplaces/contract/page-reading';
import { readJsonLd } from '@/lib/marketplaces/page/json-ld';
import { ldText } from '@/lib/marketplaces/page/json-ld-fields';
import type { Fields } from '@/lib/marketplaces/page/json-tree';
import { offersOf } from '@/lib/marketplaces/page/ld-offers';
import { readMeta, type PageMeta } from '@/lib/marketplaces/page/meta';
import { titleFits } from '@/lib/marketplaces/page/title-fits';

/** Whose the page's parts are: its data is that of the first page loaded, what shows may be another listing's. */
export interface WhosePage {
  /** The structured data, when nothing says that it is another listing's. */
  readonly product: Fields | null;
  readonly jsonLd: LayerState;
  readonly meta: PageMeta | null;
  /** `here`: nothing says otherwise. `moved`: this listing shows beside former data. `another`: another one shows. */
  readonly verdict: 'here' | 'moved' | 'another';
}

/** What the screen says, to hold the data against. */
export interface Shown {
  readonly title: string | null;
  readonly description: string | null;
}

export function readWhosePage(document: Document, slug: string, shown: Shown): WhosePage {
  const shownTitle = shown.title;
  const { products, isInvalid } = readJsonLd(document);
  const meta = readMeta(document);
  const ofMeta = listingIn(meta.canonical) ?? listingIn(meta.ogUrl);
  const isMetaOther = ofMeta !== null && ofMeta !== slug;
  const named = products.map((product) => ({ product, own: listingOf(product) }));
  const own = named.find((one) => one.own === slug);
  const unnamed = named.find((one) => one.own === null);
  const isDataOther = own === undefined && named.some((one) => one.own !== null);
  const ownMeta = isMetaOther ? null : meta;
  if (own !== undefined) return { product: own.product, jsonLd: 'found', meta: ownMeta, verdict: 'here' };
  if (!isDataOther && !isMetaOther) {
    const product = unnamed?.product ?? null;
    const isStale = product !== null && contradicts(product, shown, slug);
    const state = product === null ? (isInvalid ? 'invalid' : 'absent') : isStale ? 'stale' : 'found';
    return { product: isStale ? null : product, jsonLd: state, meta, verdict: 'here' };
  }
  const former = named.find((one) => one.own !== slug)?.product;
  const formerName = former === undefined ? meta.ogTitle : ldText(former, 'name');
  const isNew = shownTitle !== null && formerName !== null && !isSameName(formerName, shownTitle);
  const hasMoved = isNew && fitsWords(slug, shownTitle) !== 'other';
  return { product: null, jsonLd: 'stale', meta: ownMeta, verdict: hasMoved ? 'moved' : 'another' };
}

/**
 * How well a name fits the words of the address, between the seller and the letters made by chance. Never exactly: many
 * listings are called the same.
 */
export function fitsWords(slug: string, title: string): 'similar' | 'other' {
  const words = wordsOf(slug);
  if (words === '') return 'other';
  const fits = titleFits(words, title) !== 'other';
  // A long name is cut in the address.
  const first = title.split(/\s+/).slice(0, 8).join(' ');
  return fits || titleFits(words, first) !== 'other' ? 'similar' : 'other';
}

/** @example `wordsOf('seller1-nike-aero-court-9f3a')` is `nike-aero-court` */
export function wordsOf(slug: string): string {
  return slug.split('-').slice(1, -1).join('-');
}

/** Words on the screen that are not the data's, though the data says nothing of the address: it is the page before's. */
function contradicts(product: Fields, { title, description }: Shown, slug: string): boolean {
  const name = ldText(product, 'name');
  const told = ldText(product, 'description', 3000);
  if (name === null && told !== null && description !== null) return !isSameName(told, description);
  if (name === null || title === null || isSameName(name, title)) return false;
  return fitsWords(slug, name) === 'other';
}

function listingOf(product: Fields): string | null {
  for (const { url } of offersOf(product).slice(0, 5)) {
    const listing = listingIn(url);
    if (listing !== null) return listing;
  }
  return listingIn(ldText(product, 'url', 500)) ?? listingIn(ldText(product, '@id', 500));
}

function listingIn(url: string | null): string | null {
  return /\/products\/([a-z0-9_.~-]{3,200})\/?(?:[?#].*)?$/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null;
}

function isSameName(name: string, shown: string): boolean {
  // The beginning tells: either may be cut.
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .slice(0, 60);
  return plain(name).includes(plain(shown)) || plain(shown).includes(plain(name));
}
