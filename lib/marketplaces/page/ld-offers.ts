import { currencyDecimals, isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import { parseMoney } from '@/lib/domain/money/parse-money';
import type { PagePrice, PageReading } from '@/lib/marketplaces/contract/page-reading';
import { field, isFields, type Fields } from './json-tree';
import { plainText } from './plain-text';

/** One offer of a page's structured data. */
export interface LdOffer {
  /** What it costs; null for a span of prices, and where nothing can be read. */
  readonly price: PagePrice | null;
  /** The lowest of a span of prices. */
  readonly from: PagePrice | null;
  readonly availability: PageReading['availability'];
  readonly condition: PageReading['condition'];
  readonly url: string | null;
  readonly sku: string | null;
  readonly name: string | null;
  /** What sending costs; zero: nothing. */
  readonly shipping: PagePrice | null;
}

const MOST_OFFERS = 200;

/** Every offer of a product, those inside an offer of offers as well. */
export function offersOf(product: Fields): readonly LdOffer[] {
  const offers: LdOffer[] = [];
  const waiting = listOf(field(product, 'offers'));
  while (waiting.length > 0 && offers.length < MOST_OFFERS) {
    const next = waiting.shift();
    if (!isFields(next)) continue;
    offers.push(toOffer(next));
    waiting.push(...listOf(field(next, 'offers')).slice(0, MOST_OFFERS));
  }
  return offers;
}

/** A price as structured data writes it: a number, or a text with a dot or a comma. Zero is none. */
export function ldAmount(raw: unknown, currency: unknown): PagePrice | null {
  const amount = anyAmount(raw, currency);
  return amount === null || amount.minor <= 0 ? null : amount;
}

function anyAmount(raw: unknown, currency: unknown): PagePrice | null {
  const code = typeof currency === 'string' ? currency.trim().toUpperCase() : '';
  if (!isCurrencyCode(code)) return null;
  const text = typeof raw === 'number' ? ofNumber(raw, code) : raw;
  if (typeof text !== 'string') return null;
  const read = parseMoney(text, code);
  return read.ok && read.money.minor >= 0 ? { minor: read.money.minor, currency: code } : null;
}

/** A number has no sign that groups: 1.234 is not 1234 there. */
function ofNumber(raw: number, currency: CurrencyCode): string | null {
  if (!Number.isFinite(raw) || raw < 0 || raw > 1e9) return null;
  const text = raw.toFixed(currencyDecimals(currency));
  return Number(text) === raw ? text : null;
}

function toOffer(offer: Fields): LdOffer {
  const specification = listOf(field(offer, 'priceSpecification')).find(isFields);
  const currency =
    field(offer, 'priceCurrency') ?? (specification === undefined ? null : field(specification, 'priceCurrency'));
  const from = ldAmount(field(offer, 'lowPrice'), currency);
  const to = ldAmount(field(offer, 'highPrice'), currency);
  const single = from !== null && to !== null && from.minor === to.minor ? from : null;
  return {
    price: ldAmount(field(offer, 'price'), currency) ?? single,
    from,
    availability: availabilityOf(field(offer, 'availability')),
    condition: conditionOfLd(field(offer, 'itemCondition')),
    url: plainText(field(offer, 'url') ?? field(offer, '@id'), 500),
    sku: plainText(field(offer, 'sku'), 80),
    name: plainText(field(offer, 'name'), 120),
    shipping: shippingOf(offer),
  };
}

function shippingOf(offer: Fields): PagePrice | null {
  const [details] = listOf(field(offer, 'shippingDetails')).filter(isFields);
  const [rate] = details === undefined ? [] : listOf(field(details, 'shippingRate')).filter(isFields);
  return rate === undefined ? null : anyAmount(field(rate, 'value'), field(rate, 'currency'));
}

/** With the address of the vocabulary in front or without. */
function availabilityOf(raw: unknown): PageReading['availability'] {
  const word = lastWord(raw);
  if (/^(?:instock|limitedavailability|onlineonly|instoreonly)$/.test(word)) return 'in_stock';
  return /^(?:outofstock|soldout|discontinued|reserved)$/.test(word) ? 'sold_out' : 'unknown';
}

/** `NewCondition`, with the address of the vocabulary in front or without. */
export function conditionOfLd(raw: unknown): PageReading['condition'] {
  const word = lastWord(raw);
  if (word === 'newcondition' || word === 'new') return 'new';
  return /^(?:used|refurbished|damaged)(?:condition)?$/.test(word) ? 'used' : 'unknown';
}

function lastWord(raw: unknown): string {
  const text = typeof raw === 'string' ? raw.slice(0, 200) : '';
  return (text.split(/[/#:]/).at(-1) ?? '').trim().toLowerCase();
}

/** Structured data names one thing or a list of them. */
function listOf(raw: unknown): unknown[] {
  if (Array.isArray(raw)) return raw.slice(0, MOST_OFFERS) as unknown[];
  return raw === undefined || raw === null ? [] : [raw];
}
