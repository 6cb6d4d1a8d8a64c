import type { PageReading, PageSize, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { readAmount } from '@/lib/marketplaces/page/amounts';
import { conditionOf } from '@/lib/marketplaces/page/condition-words';
import { emptyReading } from '@/lib/marketplaces/page/empty-reading';
import { genderInName } from '@/lib/marketplaces/page/gender';
import { readInstead } from '@/lib/marketplaces/page/instead';
import { ldText } from '@/lib/marketplaces/page/json-ld-fields';
import { conditionOfLd, ldAmount, offersOf, type LdOffer } from '@/lib/marketplaces/page/ld-offers';
import { field } from '@/lib/marketplaces/page/json-tree';
import { codeInListing } from '@/lib/marketplaces/page/listing-code';
import { readPageSize } from '@/lib/marketplaces/page/page-size';
import { likelyCurrency } from '@/lib/marketplaces/page/page-money';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { reportOf } from '@/lib/marketplaces/page/report';
import { isSeveral } from '@/lib/marketplaces/page/several';
import { showsSold } from '@/lib/marketplaces/page/sold-words';
import { OTHERS, readHero, type Hero } from './hero';
import { matchDepopUrl, type DepopAddress } from './match-url';
import { fitsWords, readWhosePage, wordsOf, type WhosePage } from './whose-page';

const SOLD_MARKS = '[data-testid*="sold"], [class*="sold"], [class*="Sold"], [role="status"], button[disabled]';

/**
 * What a listing on Depop says. It is one pair in one size; a style code stands in the seller's words or nowhere. Sizes
 * name their system ("UK 9"), and a bare number has none.
 *
 * @example `/products/seller1-nike-aero-court-9f3a/` with 60 GBP and "Size UK 9": UK 9, 6000 GBP, fixed
 */
export function readDepopProduct(document: Document, url: string, isPriceStale = false): PageReading {
  const address = matchDepopUrl(url);
  if (address === null) return emptyReading('depop', url, 'not_product', 'NOT_PRODUCT');
  const hero = readHero(document);
  const page = readWhosePage(document, address.slug, hero);
  const isNamed = hero.title !== null && fitsWords(address.slug, hero.title) !== 'other';
  const isEmpty = hero.size === null && hero.price === null && page.product === null && !isNamed;
  const instead = isEmpty ? readInstead(document, 'depop', url) : null;
  if (instead !== null) return instead;
  if (page.verdict === 'another') return mismatched(url, address);
  const { identity, warnings } = readIdentity(address, hero, page);
  const offer = page.product === null ? null : (offersOf(page.product)[0] ?? null);
  const price = choosePrice({ ...hero, isPriceStale }, offer, page.meta, address);
  const size = readSize(hero, identity.gender);
  const isSold = offer?.availability === 'sold_out' || isSoldHere(document);
  const several = isSeveral(identity.title, identity.styleCode?.all ?? []);
  const reading = {
    ...emptyReading('depop', url, 'product'),
    identity,
    size,
    price: isSold ? null : price,
    shipping: offer?.shipping ?? null,
    availability: isSold ? 'sold_out' : price === null ? 'unknown' : 'in_stock',
    condition: readCondition(hero, offer, page),
    warnings: [
      ...(page.jsonLd === 'stale' ? (['STALE_EMBEDDED'] as const) : []),
      ...warnings,
      ...(page.jsonLd === 'invalid' ? (['JSONLD_INVALID'] as const) : []),
      ...(several ? (['BUNDLE'] as const) : []),
      ...(size !== null && size.system === null && size.value !== null ? (['SIZE_SYSTEM_UNKNOWN'] as const) : []),
      ...doubtsOfPrice(price, isSold, isPriceStale),
    ],
  } as const;
  return {
    ...reading,
    report: reportOf(reading, size === null ? null : 'dom-label', {
      'dom-hero': hero.price === null ? 'absent' : 'found',
      'dom-label': hero.size === null ? 'absent' : 'found',
      'json-ld': page.jsonLd,
      meta: page.meta === null || page.meta.amount === null ? 'absent' : 'found',
    }),
  };
}

/** A mark for it, or the word alone where nothing can be bought. */
function isSoldHere(document: Document): boolean {
  if (showsSold(document, SOLD_MARKS, OTHERS)) return true;
  const buttons = [...document.querySelectorAll('button:not([disabled])')].slice(0, 100);
  const canBuy = buttons.some((button) =>
    /^(?:buy now|add to (?:bag|basket|cart)|make offer)$/i.test(ownText(button, 30) ?? ''),
  );
  return !canBuy && showsSold(document, 'main p, main span, main div', OTHERS);
}

function readIdentity(
  { slug }: DepopAddress,
  hero: Hero,
  { product, meta, verdict }: WhosePage,
): { readonly identity: PageReading['identity']; readonly warnings: readonly PageWarning[] } {
  const told = (name: string, most = 200) => (product === null ? null : ldText(product, name, most));
  // The head's words are the first page's after a navigation inside the page.
  const head = verdict === 'here' ? meta : null;
  const title = hero.title ?? told('name') ?? head?.ogTitle?.replace(/\s*[|-]\s*Depop.*$/i, '') ?? null;
  const description =
    hero.description ?? told('description', 3000) ?? head?.description?.replace(/\s*Sold by @.*$/i, '') ?? null;
  const brand = told('brand', 80) ?? head?.brand ?? null;
  const { styleCode, warnings } = codeInListing({ title, description, words: wordsOf(slug), brand });
  return {
    identity: {
      listingId: slug,
      slug,
      uuid: null,
      gtins: [],
      styleCode,
      brand,
      title,
      gender: genderInName(title),
    },
    warnings,
  };
}

/** The price on the screen, else that of the data. */
function choosePrice(
  { price: shown, isPriceStale }: Pick<Hero, 'price'> & { readonly isPriceStale: boolean },
  offer: LdOffer | null,
  meta: WhosePage['meta'],
  { locale }: DepopAddress,
): PageReading['price'] {
  const likely = likelyCurrency(offer?.price?.currency ?? meta?.currency, locale === 'us' ? null : 'elsewhere');
  const onScreen = shown === null || isPriceStale ? null : readAmount(shown.text, likely);
  if (onScreen !== null) return { ...onScreen, kind: 'fixed', source: 'dom-hero' };
  // While the screen still shows the page before, data without an address may be that page's as well.
  if (isPriceStale) return null;
  const told = offer?.price ?? offer?.from ?? null;
  if (told !== null) return { ...told, kind: 'fixed', source: 'json-ld' };
  const inHead = meta === null ? null : ldAmount(meta.amount, meta.currency);
  return inHead === null ? null : { ...inHead, kind: 'fixed', source: 'meta' };
}

function readSize({ size }: Hero, gender: PageReading['identity']['gender']): PageSize | null {
  if (size === null) return null;
  const read = readPageSize(size, { system: null, gender });
  return { ...read, raw: size.slice(0, 60), selected: true };
}

function doubtsOfPrice(price: PageReading['price'], isSold: boolean, isPriceStale: boolean): readonly PageWarning[] {
  if (isSold) return ['SOLD_OUT'];
  if (price === null) return [isPriceStale ? 'PRICE_PENDING' : 'PRICE_MISSING'];
  return price.currency === null ? ['CURRENCY_AMBIGUOUS'] : [];
}

function readCondition(hero: Hero, offer: LdOffer | null, { product }: WhosePage): PageReading['condition'] {
  const shown = conditionOf(hero.condition, 'used');
  if (shown !== 'unknown') return shown;
  const ofProduct = product === null ? 'unknown' : conditionOfLd(field(product, 'itemCondition'));
  return ofProduct === 'unknown' ? (offer?.condition ?? 'unknown') : ofProduct;
}

/** The page is another listing's: nothing of it may be told for this one. */
function mismatched(url: string, { slug }: DepopAddress): PageReading {
  const empty = emptyReading('depop', url, 'product', 'LISTING_MISMATCH');
  const report = { ...empty.report, layers: { 'json-ld': 'stale' } } as const;
  return { ...empty, identity: { ...empty.identity, listingId: slug, slug }, report };
}
