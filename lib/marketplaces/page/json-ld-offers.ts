import type { PagePrice, PageReading } from '@/lib/marketplaces/contract/page-reading';
import { ldText } from './json-ld-fields';
import { field, isFields, type Fields } from './json-tree';
import { dataPrice } from './page-money';

/** What one thing costs by the page's description for search engines. */
export interface LdOffer {
  /** Null where there is none, or not in a currency the companion keeps. */
  readonly price: PagePrice | null;
  /** `lowest`: the lowest of several (`AggregateOffer`), so not that of the size that is chosen. */
  readonly kind: 'one' | 'lowest';
  readonly availability: PageReading['availability'];
  readonly condition: PageReading['condition'];
  readonly url: string | null;
  readonly name: string | null;
  readonly sku: string | null;
  /** `size` of the variant it stands in. */
  readonly size: string | null;
  /** The offer itself, for what only one site says (`shippingDetails`). */
  readonly fields: Fields;
}

const MOST_OFFERS = 200;

/**
 * Every offer of a product, those of a group's variants included, an aggregate before the offers inside it.
 *
 * @example `{ offers: { '@type': 'AggregateOffer', lowPrice: 141, priceCurrency: 'USD' } }` gives one offer of kind
 * `lowest` with 14100 USD
 */
export function offersOf(product: Fields): readonly LdOffer[] {
  const variants = listOf(field(product, 'hasVariant')).filter(isFields);
  return [product, ...variants].flatMap((owner) => ofOwner(owner)).slice(0, MOST_OFFERS);
}

function ofOwner(owner: Fields): LdOffer[] {
  return listOf(field(owner, 'offers'))
    .filter(isFields)
    .flatMap((offer) => [toOffer(offer, owner), ...inside(offer, owner)]);
}

function inside(offer: Fields, owner: Fields): LdOffer[] {
  const currency = field(offer, 'priceCurrency');
  return listOf(field(offer, 'offers'))
    .filter(isFields)
    .map((each) => toOffer({ priceCurrency: currency, ...each }, owner));
}

function toOffer(offer: Fields, owner: Fields): LdOffer {
  const lowest = field(offer, 'lowPrice');
  const [specification] = listOf(field(offer, 'priceSpecification')).filter(isFields);
  const told = field(offer, 'price') ?? lowest ?? (specification && field(specification, 'price'));
  const currency = field(offer, 'priceCurrency') ?? (specification && field(specification, 'priceCurrency'));
  const type = field(offer, '@type');
  return {
    price: dataPrice(told, currency),
    kind: lowest !== undefined || type === 'AggregateOffer' ? 'lowest' : 'one',
    availability: availabilityOf(field(offer, 'availability')),
    condition: conditionOf(field(offer, 'itemCondition')),
    url: ldText(offer, 'url', 2000),
    name: ldText(offer, 'name') ?? ldText(owner, 'name'),
    sku: ldText(offer, 'sku', 80) ?? ldText(owner, 'sku', 80),
    size: ldText(owner, 'size', 60),
    fields: offer,
  };
}

/** `https://schema.org/InStock`, `http://…` or bare. */
export function availabilityOf(told: unknown): PageReading['availability'] {
  const word = lastWord(told);
  if (/^(?:instock|limitedavailability|onlineonly|instoreonly|presale|preorder|backorder)$/.test(word))
    return 'in_stock';
  return /^(?:outofstock|soldout|discontinued|reserved|oos)$/.test(word) ? 'sold_out' : 'unknown';
}

export function conditionOf(told: unknown): PageReading['condition'] {
  const word = lastWord(told);
  if (word === 'newcondition' || word === 'new') return 'new';
  return /^(?:used|refurbished|damaged)(?:condition)?$/.test(word) ? 'used' : 'unknown';
}

function lastWord(told: unknown): string {
  if (typeof told !== 'string') return '';
  return (told.slice(0, 100).trim().split(/[/#]/).pop() ?? '').toLowerCase().replace(/[\s_-]/g, '');
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, MOST_OFFERS) : [value];
}
