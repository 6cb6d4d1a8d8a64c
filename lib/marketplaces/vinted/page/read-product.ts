import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PagePrice, PageReading, PageSize, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { readAmount } from '@/lib/marketplaces/page/amounts';
import { conditionOf } from '@/lib/marketplaces/page/condition-words';
import { emptyReading } from '@/lib/marketplaces/page/empty-reading';
import { readInstead } from '@/lib/marketplaces/page/instead';
import { ldText } from '@/lib/marketplaces/page/json-ld-fields';
import { ldAmount, offersOf, type LdOffer } from '@/lib/marketplaces/page/ld-offers';
import { readPageSize } from '@/lib/marketplaces/page/page-size';
import { reportOf } from '@/lib/marketplaces/page/report';
import { isSeveral } from '@/lib/marketplaces/page/several';
import { isSoldWord, showsSold } from '@/lib/marketplaces/page/sold-words';
import { OTHERS, readHero, type Hero } from './hero';
import { readIdentity } from './identity';
import { matchVintedUrl, type VintedAddress } from './match-url';
import { fitsWords, nameOf, readWhosePage, type WhosePage } from './whose-page';

/** What a bare `$` means on the places that have one. */
const DOLLARS: Readonly<Record<string, CurrencyCode>> = { com: 'USD' };

const SOLD_MARKS =
  '[data-testid*="item-status"], [data-testid*="sold"], [data-testid*="reserved"], [role="status"], button[disabled]';
const ANY_WORDS = 'p, span, h2, h3, div, button';
const BUY = '[data-testid*="buy-button"]:not([disabled])';

/**
 * What a listing on Vinted says. The number in the address is its identity: data of another number tells nothing, since
 * the site keeps the data of the first page, and shows another listing where one was taken away.
 *
 * @example `/items/5000000001-nike-aero-court` with 45 EUR and the size "42": EU 42, 4500 EUR, fixed
 */
export function readVintedProduct(document: Document, url: string, isPriceStale = false): PageReading {
  const address = matchVintedUrl(url);
  if (address === null) return emptyReading('vinted', url, 'not_product', 'NOT_PRODUCT');
  const hero = readHero(document);
  const page = readWhosePage(document, address, hero.title);
  const { product } = page;
  const title = hero.title ?? (product === null ? null : ldText(product, 'name')) ?? titleOfHead(page, document);
  // An address without words fits any name.
  const isNamed = hero.title !== null && /-/.test(address.slug) && fitsWords(address.slug, hero.title) !== 'other';
  const isEmpty = hero.price === null && hero.size === null && hero.status === null && product === null && !isNamed;
  const instead = isEmpty ? readInstead(document, 'vinted', url) : null;
  if (instead !== null) return instead;
  if (page.verdict === 'another') return mismatched(url, address);
  const { identity, warnings } = readIdentity(address, hero, { product, title });
  const offer = product === null ? null : (offersOf(product)[0] ?? null);
  const price = choosePrice(isPriceStale ? null : hero.price, offer, page, address);
  const size = readSize(hero, identity.gender);
  const isSold = isSoldHere(document, hero, offer);
  const several = isSeveral(title, identity.styleCode?.all ?? []);
  const reading = {
    ...emptyReading('vinted', url, 'product'),
    identity,
    size,
    price: isSold ? null : price,
    availability: isSold ? 'sold_out' : price === null ? 'unknown' : 'in_stock',
    condition: readCondition(hero, offer),
    warnings: [
      ...(page.verdict === 'moved' || page.jsonLd === 'stale' ? (['STALE_EMBEDDED'] as const) : []),
      ...warnings,
      ...(page.jsonLd === 'invalid' ? (['JSONLD_INVALID'] as const) : []),
      ...(several ? (['BUNDLE'] as const) : []),
      ...doubtsOfSize(size),
      ...doubtsOfPrice(price, isSold, isPriceStale),
    ],
  } as const;
  return {
    ...reading,
    report: reportOf(reading, size === null ? null : 'dom-label', {
      'dom-hero': hero.price === null ? 'absent' : 'found',
      'dom-label': hero.size === null && hero.status === null ? 'absent' : 'found',
      'json-ld': page.jsonLd,
      meta: page.meta?.amount === null || page.meta === null ? 'absent' : 'found',
    }),
  };
}

/**
 * The price on the screen; where the data of this very number names another one in the same money, that one is the
 * listing's, and what shows is something added to it.
 */
function choosePrice(
  shown: Hero['price'],
  offer: LdOffer | null,
  { meta }: WhosePage,
  { place }: VintedAddress,
): PageReading['price'] {
  const onScreen = shown === null ? null : readAmount(shown.text, DOLLARS[place] ?? null);
  const told = offer?.price ?? offer?.from ?? null;
  if (onScreen !== null && (told === null || told.currency !== onScreen.currency || told.minor === onScreen.minor))
    return toPrice(onScreen, 'dom-hero');
  if (told !== null) return toPrice(told, 'json-ld');
  const inHead = meta === null ? null : ldAmount(meta.amount, meta.currency);
  return inHead === null ? null : toPrice(inHead, 'meta');
}

function toPrice(price: PagePrice, source: 'dom-hero' | 'json-ld' | 'meta'): PageReading['price'] {
  return { ...price, kind: 'fixed', source };
}

/** A bare number from 34 on is European; below that it may be British or a child's, and nothing says which. */
function readSize({ size }: Hero, gender: PageReading['identity']['gender']): PageSize | null {
  if (size === null) return null;
  const read = readPageSize(size, { system: null, gender });
  const isChild = read.system === 'JP' && !/jp|cm/i.test(size);
  return { ...read, raw: size.slice(0, 60), system: isChild ? null : read.system, selected: true };
}

function doubtsOfSize(size: PageSize | null): readonly PageWarning[] {
  return size !== null && size.system === null && size.value !== null ? ['SIZE_SYSTEM_UNKNOWN'] : [];
}

function doubtsOfPrice(price: PageReading['price'], isSold: boolean, isPriceStale: boolean): readonly PageWarning[] {
  if (isSold) return ['SOLD_OUT'];
  if (price === null) return [isPriceStale ? 'PRICE_PENDING' : 'PRICE_MISSING'];
  return price.currency === null ? ['CURRENCY_AMBIGUOUS'] : [];
}

/** Sold or reserved: said in the data, or by a word that stands alone where nobody can buy any more. */
function isSoldHere(document: Document, hero: Hero, offer: LdOffer | null): boolean {
  if (offer?.availability === 'sold_out' || isSoldWord(hero.status)) return true;
  if (showsSold(document, SOLD_MARKS, OTHERS)) return true;
  return document.querySelector(BUY) === null && showsSold(document, ANY_WORDS, OTHERS);
}

/** Every word for the condition that is none for new is a degree of wear. */
function readCondition({ status }: Hero, offer: LdOffer | null): PageReading['condition'] {
  const shown = isSoldWord(status) ? 'unknown' : conditionOf(status, 'used');
  return shown === 'unknown' ? (offer?.condition ?? 'unknown') : shown;
}

/** The head's name is the first page's after a navigation inside the page. */
function titleOfHead({ meta, verdict }: WhosePage, document: Document): string | null {
  return verdict === 'here' ? nameOf(meta?.ogTitle ?? meta?.title ?? document.title) : null;
}

/** The page is another listing's: nothing of it may be told for this one. */
function mismatched(url: string, { listingId, slug }: VintedAddress): PageReading {
  const empty = emptyReading('vinted', url, 'product', 'LISTING_MISMATCH');
  return {
    ...empty,
    identity: { ...empty.identity, listingId, slug },
    report: { ...empty.report, layers: { 'json-ld': 'stale' } },
  };
}
