import type { LayerState, PageReading, PageSize, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { emptyReading } from '@/lib/marketplaces/page/empty-reading';
import { readInstead } from '@/lib/marketplaces/page/instead';
import { field } from '@/lib/marketplaces/page/json-tree';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { reportOf } from '@/lib/marketplaces/page/report';
import { styleCodeOfSlug } from '@/lib/marketplaces/page/slug-code';
import { releaseOfTemplate } from '@/lib/marketplaces/page/template-release';
import { readEmbedded, type Embedded } from './embedded';
import { hasTiles, readHero, type Hero } from './hero';
import { readIdentity } from './identity';
import { matchGoatUrl, type GoatAddress } from './match-url';
import { offersOfBar, offersOfData, type Offer } from './offers';
import { readSize, systemOf, type SizeContext } from './sizes';

export interface ReadOptions {
  /** The buy bar still shows another product: it counts as not drawn yet. */
  readonly isBarStale?: boolean;
}

/**
 * What a product page of goat.com says. Identity comes from the page's own data when that is about this very address,
 * else from the end of the address; prices only from the buy bar, or from the data's list of sizes when it is filled:
 * every other amount in the data is the retail price or a limit for offers.
 *
 * @param url the address now, which after a navigation inside the page is newer than the page's data
 * @example `/sneakers/aero-…-zx1234-567?size=10` with "$189" at 10: style code ZX1234-567, US M 10, 18900 USD
 */
export function readGoatProduct(document: Document, url: string, options: ReadOptions = {}): PageReading {
  const address = matchGoatUrl(url);
  if (address === null) return emptyReading('goat', url, 'not_product', 'NOT_PRODUCT');
  const hero = readHero(document);
  const embedded = readEmbedded(document, address.slug);
  const isBare = hero.title === null && embedded.product === null && hero.bar === null;
  const instead = isBare ? readInstead(document, 'goat', url) : null;
  if (instead !== null) return instead;
  // A list may stand on an address like a product's; those end with a style code.
  if (isBare && hasTiles(document) && styleCodeOfSlug(address.slug) === null)
    return emptyReading('goat', url, 'not_product', 'NOT_PRODUCT');
  const { identity, warnings } = readIdentity(address, embedded, hero.title);
  const unit = embedded.product === null ? null : plainText(field(embedded.product, 'sizeUnit'), 10);
  const context: SizeContext = { kind: address.kind, gender: identity.gender, unit };
  const bar = options.isBarStale === true ? null : hero.bar;
  const offers = readOffers(bar === null ? null : offersOfBar(bar, embedded.product, address.locale), {
    embedded,
    address,
    query: new URL(url).searchParams,
  });
  const market = readMarket(offers, context, warnings);
  const release = releaseOfTemplate(embedded.product);
  const reading = { ...emptyReading('goat', url, 'product'), identity, ...market, release };
  const sizeSource = market.size?.selected === true ? 'dom-row' : null;
  return { ...reading, report: reportOf(reading, sizeSource, layersOf(address, hero, embedded.state, market)) };
}

interface Offers {
  /** Null: nothing says what anything costs. */
  readonly listed: readonly Offer[] | null;
  readonly source: 'dom-row' | 'embedded';
  /** The size in the address. */
  readonly wanted: string | null;
  readonly isUsed: boolean;
}

function readOffers(
  ofBar: readonly Offer[] | null,
  page: { readonly embedded: Embedded; readonly address: GoatAddress; readonly query: URLSearchParams },
): Offers {
  const ofData = ofBar === null ? offersOfData(page.embedded, page.address.locale) : [];
  return {
    listed: ofBar ?? (ofData.length === 0 ? null : ofData),
    source: ofBar === null ? 'embedded' : 'dom-row',
    wanted: plainText(page.query.get('size'), 20),
    isUsed: page.query.get('tab') === 'used',
  };
}

type Market = Pick<PageReading, 'size' | 'price' | 'perSize' | 'availability' | 'condition' | 'warnings'>;

function readMarket(
  { listed, source, wanted, isUsed }: Offers,
  context: SizeContext,
  known: readonly PageWarning[],
): Market {
  // Prices of worn pairs would be compared with those of new ones.
  const offers = isUsed ? null : listed;
  const { label, offer } = chooseSize(offers ?? [], wanted, context);
  const size = toSize(label, context);
  const price = choosePrice(offers ?? [], label, offer);
  const chosen = label === null ? (offers ?? []) : offer === undefined ? [] : [offer];
  const isOut = chosen.length > 0 && chosen.every((one) => one.isOut);
  const warnings = new Set<PageWarning>(known);
  if (label === null) warnings.add('SIZE_UNSELECTED');
  if (label !== null && size.system === null && context.kind === 'sneakers') warnings.add('SIZE_SYSTEM_UNKNOWN');
  if (isOut) warnings.add('SOLD_OUT');
  else if (offers === null && !isUsed) warnings.add('PRICE_PENDING');
  else if (price === null) warnings.add('PRICE_MISSING');
  const isAmbiguous = (offers ?? []).some((one) => one.price === 'ambiguous' || one.price?.currency === null);
  if (isAmbiguous) warnings.add('CURRENCY_AMBIGUOUS');
  return {
    size,
    price: price === null ? null : { ...price, kind: label === null ? 'lowest_ask_any' : 'buy_now_size', source },
    perSize: (offers ?? []).map((one) => toRow(one, context)),
    availability: isOut ? 'sold_out' : price === null ? 'unknown' : 'in_stock',
    condition: isUsed ? 'used' : 'new',
    // Without any price the size that is missing matters to nobody yet.
    warnings: [...warnings].filter((one) => one !== 'SIZE_UNSELECTED' || price !== null),
  };
}

/** The size in the bar's middle; the bar's first is there before anybody chose, so the address goes before that one. */
function chooseSize(
  offers: readonly Offer[],
  wanted: string | null,
  context: SizeContext,
): { readonly label: string | null; readonly offer: Offer | undefined } {
  const active = offers.filter((one) => one.isActive);
  const middle = active.length === 1 && active[0] !== offers[0] ? active[0] : undefined;
  if (middle !== undefined) return { label: middle.label, offer: middle };
  if (wanted === null) return { label: null, offer: undefined };
  const { value } = readSize(wanted, context);
  const offer = offers.find(
    (one) => one.label === wanted || (value !== null && readSize(one.label, context).value === value),
  );
  return { label: offer?.label ?? wanted, offer };
}

function toSize(label: string | null, context: SizeContext): PageSize {
  if (label !== null) return { ...readSize(label, context), selected: true };
  const { sex } = readSize('', context);
  return { raw: '', system: systemOf(context), sex, value: null, us: null, selected: false };
}

function choosePrice(offers: readonly Offer[], label: string | null, chosen: Offer | undefined) {
  if (label !== null) return pricedOnly(chosen?.price ?? null);
  const prices = offers.map((one) => pricedOnly(one.price)).filter((price) => price !== null);
  // Amounts in two currencies have no lowest.
  if (new Set(prices.map((price) => price.currency)).size > 1) return null;
  return prices.reduce<(typeof prices)[number] | null>(
    (lowest, price) => (lowest === null || price.minor < lowest.minor ? price : lowest),
    null,
  );
}

function pricedOnly(price: Offer['price']) {
  return price === 'ambiguous' ? null : price;
}

function toRow(offer: Offer, context: SizeContext): PageReading['perSize'][number] {
  const price = pricedOnly(offer.price);
  const { sex, us } = readSize(offer.label, context);
  // An amount that cannot be read is no word of its being gone.
  return { label: offer.label, sex, value: us, price, inStock: !offer.isOut };
}

/** How every layer stood. Slugs end with the style code as a rule, so that one without it is told as well. */
function layersOf(
  address: GoatAddress,
  hero: Hero,
  embedded: Embedded['state'],
  market: Market,
): PageReading['report']['layers'] {
  const data = { fresh: 'found', stale: 'stale', invalid: 'invalid', none: 'absent' } as const;
  const has = (isThere: boolean): LayerState => (isThere ? 'found' : 'absent');
  return {
    embedded: data[embedded],
    'dom-hero': has(hero.title !== null),
    'dom-row': has(market.perSize.length > 0),
    slug: has(styleCodeOfSlug(address.slug) !== null),
  };
}
