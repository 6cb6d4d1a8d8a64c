import type { PagePrice } from '@/lib/marketplaces/contract/page-reading';
import { field, isFields, type Fields } from '@/lib/marketplaces/page/json-tree';
import type { BarItem } from './hero';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { createPriceReader, likelyCurrency } from '@/lib/marketplaces/page/page-money';

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
    const price = priceText === null ? null : read(priceText);
    return { label, price, isOut, isActive };
  });
}

/**
 * Prices in the page's data, which is rarely filled: `[size, cents as text, box]` or objects, several for one size. Only
 * new pairs in a good box, the cheapest of each size; zero means none.
 */
export function offersOfData(product: Fields | null, locale: string | null): readonly Offer[] {
  const listed = product === null ? null : field(product, 'availableSizesNewV2');
  if (!Array.isArray(listed)) return [];
  const currency = likelyCurrency(retailCurrency(product), locale);
  const cheapest = new Map<string, PagePrice>();
  for (const entry of listed.slice(0, MOST_SIZES * 8)) {
    const offer = Array.isArray(entry) ? ofArray(entry) : isFields(entry) ? ofObject(entry) : null;
    if (offer === null || offer.cents <= 0) continue;
    const known = cheapest.get(offer.label);
    const price = { minor: offer.cents, currency: offer.currency ?? currency };
    if (known === undefined || price.minor < known.minor) cheapest.set(offer.label, price);
  }
  return [...cheapest].slice(0, MOST_SIZES).map(([label, price]) => ({ label, price, isOut: false, isActive: false }));
}

interface DataOffer {
  readonly label: string;
  readonly cents: number;
  readonly currency: PagePrice['currency'];
}

function ofArray([size, cents, box]: readonly unknown[]): DataOffer | null {
  const label = labelOf(size);
  return label === null || !isGood(box) ? null : { label, cents: wholeCents(cents), currency: null };
}

function ofObject(entry: Fields): DataOffer | null {
  const option = field(entry, 'sizeOption');
  const size = isFields(option) ? (field(option, 'presentation') ?? field(option, 'value')) : field(entry, 'size');
  const label = labelOf(size);
  const isNew = field(entry, 'shoeCondition') ?? 'new_no_defects';
  if (label === null || isNew !== 'new_no_defects' || !isGood(field(entry, 'boxCondition'))) return null;
  const lowest = field(entry, 'lowestPriceCents');
  if (!isFields(lowest)) return { label, cents: wholeCents(lowest ?? field(entry, 'priceCents')), currency: null };
  const told = field(lowest, 'currency');
  const currency = told === undefined ? null : likelyCurrency(told, 'elsewhere');
  // An amount in a currency the companion does not keep is not shown as one in another.
  return told !== undefined && currency === null
    ? null
    : { label, cents: wholeCents(field(lowest, 'amount')), currency };
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
