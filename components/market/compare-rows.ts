import type { Money } from '@/lib/domain/money/money';
import { bestOf } from '@/lib/domain/market/best-of';
import { priceDifference } from '@/lib/domain/market/price-difference';
import { spreadOf } from '@/lib/domain/market/spread';
import type { ProductPage, ProductSize } from '@/lib/queries/product-page';

export const COMPARED = ['ask', 'offer', 'spread', 'last', 'pace', 'net', 'retail', 'premium'] as const;
export type ComparedFigure = (typeof COMPARED)[number];

/** Figures of which each size has its own. */
export const OF_SIZES = ['ask', 'offer', 'last', 'spread', 'pace', 'net'] as const;

/** Which end is the better one for who buys here and sells there; of retail neither is. */
const BEST: Readonly<Record<ComparedFigure, 'low' | 'high' | null>> = {
  ask: 'low',
  offer: 'high',
  spread: 'low',
  last: 'high',
  pace: 'high',
  net: 'high',
  retail: null,
  premium: 'high',
};

/** A product and the size of it that is looked at; null where it does not come in it. */
export interface ComparedSize {
  readonly page: ProductPage;
  readonly row: ProductSize | null;
}

export interface ComparedRow {
  readonly figure: ComparedFigure;
  /** What each product is held against the others by; null: not known. */
  readonly values: readonly (number | null)[];
  /** Places of the best, and whether that is the lowest or the highest. */
  readonly best: readonly number[];
  readonly end: 'low' | 'high' | null;
}

/** One row of the comparison: which product is the best in it. Amounts of two currencies are not held together. */
export function comparedRow(figure: ComparedFigure, sizes: readonly ComparedSize[]): ComparedRow {
  const end = BEST[figure];
  const amounts = sizes.map((each) => amountOf(figure, each));
  const currencies = new Set(amounts.flatMap((amount) => amount?.currency ?? []));
  const values = sizes.map((each) => valueOf(figure, each));
  return { figure, values, best: end === null || currencies.size > 1 ? [] : bestOf(values, end), end };
}

/** What of a figure is money; null where it is none, or not known. */
function amountOf(figure: ComparedFigure, { page, row }: ComparedSize): Money | null {
  if (figure === 'ask') return row?.price?.lowestAsk ?? null;
  if (figure === 'offer') return row?.price?.highestOffer ?? null;
  if (figure === 'last') return row?.price?.lastSale ?? null;
  if (figure === 'net') return row?.underAsk?.estimate.net ?? null;
  if (figure === 'retail') return page.product.retailPrice;
  return null;
}

/** The last sale over what the shop took for it. */
export function premiumOf({ page, row }: ComparedSize) {
  return priceDifference(row?.price?.lastSale ?? null, page.product.retailPrice);
}

function valueOf(figure: ComparedFigure, size: ComparedSize): number | null {
  if (figure === 'spread') return size.row?.price ? (spreadOf(size.row.price)?.basisPoints ?? null) : null;
  if (figure === 'pace') return size.row?.sold.pace?.perWeek ?? null;
  if (figure === 'premium') return premiumOf(size)?.basisPoints ?? null;
  return amountOf(figure, size)?.minor ?? null;
}

/** US sizes of all of them, smallest first. */
export function comparedSizes(pages: readonly ProductPage[]): readonly number[] {
  return [...new Set(pages.flatMap(({ sizes }) => sizes.map(({ size }) => size.usValue)))].toSorted((a, b) => a - b);
}

/** The size asked for; else one the seller has, US 10, or the first with an ask, among those most of them come in. */
export function likelySize(pages: readonly ProductPage[], asked: number | null): number | null {
  const sizes = comparedSizes(pages);
  if (asked !== null && sizes.includes(asked)) return asked;
  const inAll = sizes.filter((usSize) => pages.every((page) => page.sizes.some(({ size }) => size.usValue === usSize)));
  const among = inAll.length > 0 ? inAll : sizes;
  const has = (usSize: number, test: (row: ProductSize) => boolean) =>
    pages.some((page) => page.sizes.some((row) => row.size.usValue === usSize && test(row)));
  return (
    among.find((usSize) => has(usSize, ({ pairs, listings }) => pairs.length + listings.length > 0)) ??
    among.find((usSize) => usSize === 10) ??
    among.find((usSize) => has(usSize, ({ price }) => price?.lowestAsk != null)) ??
    among[0] ??
    null
  );
}
