import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PageReading, PageSize, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { isBundle } from '@/lib/marketplaces/page/bundle';
import { emptyReading } from '@/lib/marketplaces/page/empty-reading';
import { readInstead } from '@/lib/marketplaces/page/instead';
import { readJsonLd } from '@/lib/marketplaces/page/json-ld';
import { field, isFields, type Fields } from '@/lib/marketplaces/page/json-tree';
import { ldText } from '@/lib/marketplaces/page/json-ld-fields';
import { offersOf, type LdOffer } from '@/lib/marketplaces/page/ld-offers';
import { readMeta } from '@/lib/marketplaces/page/meta';
import { knownCurrency } from '@/lib/marketplaces/page/page-money';
import { reportOf } from '@/lib/marketplaces/page/report';
import { endsWithPath } from '@/lib/marketplaces/page/same-path';
import { titleFits } from '@/lib/marketplaces/page/title-fits';
import { readIdentity } from './identity';
import { matchStadiumGoodsUrl, type StadiumGoodsAddress } from './match-url';
import { readProductData, shopCurrency } from './product-data';
import { formVariant, readRows } from './rows';
import { shownTitle } from './shown-title';
import { chosenOf, joinSizes, readSize, toRows, type Listed } from './sizes';

/**
 * What a product page of Stadium Goods says. The style code is a labelled text; the number in the address and in every
 * size's own is the shop's, however much it looks like an old Nike code. The product's price is the lowest of all sizes,
 * those that are sold out included, so that only a size's own price counts.
 *
 * @example `/products/gazette-…-130001` with "Style QX4321" and the size 9 chosen at 35800: QX4321, US M 9, 35800 USD
 */
export function readStadiumGoodsProduct(document: Document, url: string, arePricesStale = false): PageReading {
  const address = matchStadiumGoodsUrl(url);
  if (address === null) return emptyReading('stadium-goods', url, 'not_product', 'NOT_PRODUCT');
  const { products, isInvalid } = readJsonLd(document);
  const ld = ownLd(products, address, shownTitle(document));
  const offers = ld === null ? [] : offersWithin(ld);
  const currency = currencyOf(document, offers, address);
  const data = readProductData(document, address, currency);
  const rows = arePricesStale ? [] : readRows(document, currency);
  const { identity, warnings } = readIdentity(document, address, { data, ld });
  const isBare = data.product === null && rows.length === 0 && ld === null;
  const instead = isBare ? readInstead(document, 'stadium-goods', url) : null;
  if (instead !== null) return instead;
  if (isBare && identity.styleCode === null) return emptyReading('stadium-goods', url, 'not_product', 'NOT_PRODUCT');
  const listed = joinSizes(data.variants, rows);
  const market = readMarket(listed, offers, { document, address, gender: identity.gender });
  const several = isBundle(identity.title, identity.styleCode?.all ?? []);
  const reading = {
    ...emptyReading('stadium-goods', url, 'product'),
    identity,
    ...market,
    condition: /\b(?:used|pre-?owned|worn)\b/i.test(identity.title ?? '') ? 'used' : readCondition(offers),
    warnings: [
      ...(data.state === 'stale' ? (['STALE_EMBEDDED'] as const) : []),
      ...warnings,
      ...(isInvalid ? (['JSONLD_INVALID'] as const) : []),
      ...(several ? (['BUNDLE'] as const) : []),
      ...market.warnings,
    ],
  } as const;
  return {
    ...reading,
    report: reportOf(reading, reading.size?.selected === true ? market.sizeLayer : null, {
      embedded: data.state,
      'dom-row': rows.length === 0 ? 'absent' : 'found',
      'dom-label': identity.styleCode?.source === 'dom-label' ? 'found' : 'absent',
      'json-ld': ld !== null ? 'found' : products.length > 0 ? 'stale' : isInvalid ? 'invalid' : 'absent',
    }),
  };
}

/** The product whose address is this one; one without an address is the page's, unless it is called something else. */
function ownLd(products: readonly Fields[], { slug }: StadiumGoodsAddress, title: string | null): Fields | null {
  const named = products.map((product) => ({
    product,
    url: ldText(product, 'url', 500) ?? ldText(product, '@id', 500),
    name: ldText(product, 'name'),
  }));
  const own = named.find(({ url }) => endsWithPath(url, slug));
  const isCalledSo = (name: string | null) =>
    name === null || name === title || titleFits(slug.replace(/-\d{5,7}$/, ''), name) !== 'other';
  const unnamed = named.find(({ url, name }) => (url === null || !/\/products\//.test(url)) && isCalledSo(name));
  return (own ?? unnamed)?.product ?? null;
}

/** A group's offers stand at its variants. */
function offersWithin(ld: Fields): readonly LdOffer[] {
  const variants = field(ld, 'hasVariant');
  const below = Array.isArray(variants) ? (variants as unknown[]).slice(0, 100).filter(isFields) : [];
  return [...offersOf(ld), ...below.flatMap((variant) => offersOf(variant))];
}

/** The shop's own word for it; the plain address is in dollars. */
function currencyOf(
  document: Document,
  offers: readonly LdOffer[],
  { locale }: StadiumGoodsAddress,
): CurrencyCode | null {
  const inData = offers
    .map(({ price, from }) => (price ?? from)?.currency)
    .find((code) => code !== undefined && code !== null);
  return (
    shopCurrency(document) ??
    inData ??
    knownCurrency(readMeta(document).currency) ??
    (locale === null || /^en(?:-us)?$/.test(locale) ? 'USD' : null)
  );
}

type Market = Pick<PageReading, 'size' | 'price' | 'perSize' | 'availability' | 'warnings'> & {
  readonly sizeLayer: 'dom-row' | 'embedded';
};

interface MarketContext {
  readonly document: Document;
  readonly address: StadiumGoodsAddress;
  readonly gender: PageReading['identity']['gender'];
}

function readMarket(listed: readonly Listed[], offers: readonly LdOffer[], context: MarketContext): Market {
  const { document, address, gender } = context;
  const chosen = chosenOf(listed, [address.variantId, formVariant(document)]);
  const size = toSize(chosen, listed, gender);
  const price = chosen === null ? lowestLeft(listed, offers) : priceOf(chosen);
  const isOut =
    chosen === null ? listed.length > 0 && listed.every(({ isLeft }) => isLeft === false) : chosen.isLeft === false;
  const isGone =
    isOut || (listed.length === 0 && offers.length > 0 && offers.every((offer) => offer.availability === 'sold_out'));
  const warnings: PageWarning[] = [];
  if (chosen === null && price !== null && listed.length > 0) warnings.push('SIZE_UNSELECTED');
  if (isGone) warnings.push('SOLD_OUT');
  else if (price === null) warnings.push('PRICE_MISSING');
  else if (price.currency === null) warnings.push('CURRENCY_AMBIGUOUS');
  return {
    size,
    price: isGone ? null : price,
    perSize: toRows(listed, gender),
    availability: isGone ? 'sold_out' : price === null || chosen?.isLeft === null ? 'unknown' : 'in_stock',
    warnings,
    sizeLayer: chosen?.isChosen === true ? 'dom-row' : 'embedded',
  };
}

function toSize(chosen: Listed | null, listed: readonly Listed[], gender: MarketContext['gender']): PageSize | null {
  if (chosen !== null) return { ...readSize(chosen.label, gender), selected: true };
  if (listed.length === 0) return null;
  const { sex } = readSize('9', gender);
  const isAllWomen = listed.every(({ label }) => /\dW$/i.test(label));
  return { raw: '', system: 'US', sex: isAllWomen ? 'W' : sex, value: null, us: null, selected: false };
}

function priceOf({ price, source, isLeft }: Listed): PageReading['price'] {
  return price === null || isLeft === false ? null : { ...price, kind: 'fixed', source };
}

/** The lowest of what is left: what is sold out may be cheaper, and nobody can have it. */
function lowestLeft(listed: readonly Listed[], offers: readonly LdOffer[]): PageReading['price'] {
  const left = listed.flatMap(({ price, source, isLeft }) =>
    price !== null && isLeft === true ? [{ ...price, source }] : [],
  );
  const told =
    listed.length > 0
      ? left
      : offers.flatMap(({ price, availability }) =>
          price !== null && availability === 'in_stock' ? [{ ...price, source: 'json-ld' as const }] : [],
        );
  if (new Set(told.map(({ currency }) => currency)).size > 1) return null;
  const lowest = told.reduce<(typeof told)[number] | null>(
    (least, one) => (least === null || one.minor < least.minor ? one : least),
    null,
  );
  return lowest === null ? null : { ...lowest, kind: 'lowest_ask_any' };
}

/** The shop sells new pairs and says so when one is not. */
function readCondition(offers: readonly LdOffer[]): PageReading['condition'] {
  const told = offers.map((offer) => offer.condition).find((condition) => condition !== 'unknown');
  return told ?? 'new';
}
