import type { PagePrice } from '@/lib/marketplaces/contract/page-reading';
import { field, isFields, type Fields } from '@/lib/marketplaces/page/json-tree';
import type { Embedded } from './embedded';
import type { BarItem } from './hero';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { amountsIn } from '@/lib/marketplaces/page/amounts';
import { createPriceReader, likelyCurrency, type PriceReader } from '@/lib/marketplaces/page/page-money';

/** What one size costs here. `price: 'ambiguous'`: an amount is there, but not in which money. */
export interface Offer {
  readonly label: string;
  readonly price: PagePrice | 'ambiguous' | null;
  /** True: the page says there is none. */
  readonly isOut: boolean;
  readonly isActive: boolean;
}

const MOST_SIZES = 80;

export function offersOfBar(bar: readonly BarItem[], product: Fields | null, locale: string | null): readonly Offer[] {
  const read = createPriceReader(likelyCurrency(retailCurrency(product), locale));
  return bar.map(({ label, priceText, isOut, isActive }) => {
    const price = priceText === null ? null : readOne(priceText, read);
    return { label, price, isOut, isActive };
  });
}

/** The amount alone, or the one amount of a longer text: with two of them it is not said which one is asked. */
function readOne(text: string, read: PriceReader): Offer['price'] {
  const [amount, ...others] = amountsIn(text);
  return read(text) ?? (amount === undefined || others.length > 0 ? null : read(amount));
}

/**
 * Prices in the page's data, which is rarely filled: `[size, cents as text, box]` or objects, several for one size. Only
 * new pairs in a good box, the cheapest of each size; zero means none.
 */
export function offersOfData({ product, offers }: Embedded, locale: string | null): readonly Offer[] {
  const told = product === null ? null : field(product, 'availableSizesNewV2');
  const listed = Array.isArray(told) && told.length > 0 ? (told as unknown[]) : offers;
  const currency = likelyCurrency(retailCurrency(product), locale);
  const cheapest = new Map<string, PagePrice | null>();
  for (const entry of listed.slice(0, MOST_SIZES * 8)) {
    const offer = Array.isArray(entry) ? ofArray(entry) : isFields(entry) ? ofObject(entry) : null;
    if (offer === null || (offer.cents <= 0 && !offer.isOut)) continue;
    const known = cheapest.get(offer.label) ?? null;
    const price = offer.isOut ? null : { minor: offer.cents, currency: offer.currency ?? currency };
    if (known === null || (price !== null && price.minor < known.minor)) cheapest.set(offer.label, price);
  }
  const sizes = [...cheapest].slice(0, MOST_SIZES);
  return sizes.map(([label, price]) => ({ label, price, isOut: price === null, isActive: false }));
}

interface DataOffer {
  readonly label: string;
  readonly cents: number;
  readonly currency: PagePrice['currency'];
  /** The data says that none is left. */
  readonly isOut: boolean;
}

function ofArray([size, cents, box]: readonly unknown[]): DataOffer | null {
  const label = labelOf(size);
  return label === null || !isGood(box) ? null : { label, cents: wholeCents(cents), currency: null, isOut: false };
}

function ofObject(entry: Fields): DataOffer | null {
  const option = field(entry, 'sizeOption');
  const size = isFields(option) ? (field(option, 'presentation') ?? field(option, 'value')) : field(entry, 'size');
  const label = labelOf(size);
  const isNew = field(entry, 'shoeCondition') ?? 'new_no_defects';
  if (label === null || isNew !== 'new_no_defects' || !isGood(field(entry, 'boxCondition'))) return null;
  if (field(entry, 'stockStatus') === 'not_in_stock') return { label, cents: 0, currency: null, isOut: true };
  const lowest = field(entry, 'lowestPriceCents');
  const bare = wholeCents(lowest ?? field(entry, 'priceCents'));
  if (!isFields(lowest)) return { label, cents: bare, currency: null, isOut: false };
  const told = field(lowest, 'currency');
  const currency = told === undefined ? null : likelyCurrency(told, 'elsewhere');
  // An amount in a currency the companion does not keep is not shown as one in another.
  return told !== undefined && currency === null
    ? null
    : { label, cents: wholeCents(field(lowest, 'amount')), currency, isOut: false };
}

function isGood(box: unknown): boolean {
  return box === undefined || box === 'good_condition';
}

function labelOf(size: unknown): string | null {
  return plainText(typeof size === 'number' ? String(size) : size, 20);
}

/** Zero for everything that is no whole number of cents. */
function wholeCents(raw: unknown): number {
  const cents = typeof raw === 'string' && /^\d{1,12}$/.test(raw) ? Number(raw) : raw;
  return typeof cents === 'number' && Number.isSafeInteger(cents) ? cents : 0;
}

/** The retail price is no price of this market, but it is written in the currency of the page. */
function retailCurrency(product: Fields | null): unknown {
  const retail = product === null ? null : field(product, 'localizedSpecialDisplayPriceCents');
  return isFields(retail) ? field(retail, 'currency') : null;
}
