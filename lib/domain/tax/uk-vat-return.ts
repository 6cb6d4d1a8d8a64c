import { minor } from '../money/money';
import type { OffsetAt } from '../time/period';
import { poolOf } from './pool-report';
import { purchaseEntries, saleEntries } from './return-entries';
import type { SettledBooks } from './settle-books';
import type { TaxPeriod } from './tax-period';
import type { TaxProfile } from './tax-profile';
import { leftIn } from './left-in';
import { byTime, figureOf, totalOf, type TaxReport } from './tax-report';

/** What is not told apart in the books: goods between Northern Ireland and the EU. */
const NOTHING = ['box2', 'box8', 'box9'] as const;

/**
 * A VAT return of the United Kingdom, boxes 1 to 9.
 *
 * - Box 1: VAT inside standard-rated prices, on margins item by item, and on the margin of the period under global
 *   accounting. Each item is rounded to the penny by itself.
 * - Box 4: VAT on purchase invoices, receipts, and platform fees whose statement shows it.
 * - Box 5: what lies between 3 and 4.
 * - Box 6: prices less the VAT inside them; of margin goods the full price less the VAT on the margin.
 * - Box 7: purchases and expenses less their VAT; of margin goods the full price.
 *
 * Boxes 6 to 9 are whole pounds, pence cut off.
 *
 * @example margin goods bought for £483,333.38 and sold for £500,000.00: the margin is £16,666.62, a sixth of it
 * £2,777.77 (box 1), and box 6 is 500,000.00 - 2,777.77 = £497,222
 */
export function ukVatReturn(
  books: SettledBooks,
  profile: TaxProfile,
  period: TaxPeriod,
  offsetAt: OffsetAt,
): TaxReport {
  const sold = saleEntries(books, profile, period, ({ price }, tax) =>
    tax === null ? { poolSales: price.minor, box6: price.minor } : { box1: tax, box6: minor(price.minor - tax) },
  );
  const bought = purchaseEntries(books, profile, period, { inputTax: 'box4', purchases: 'box7' }, offsetAt);
  const pool = poolOf(books, profile, period, offsetAt, { tax: 'box1', net: 'box6' });
  const entries = [...sold.entries, ...bought, ...pool.entries].toSorted(byTime);
  const { currency } = books;
  const box = (id: string): number => totalOf(entries, id);
  const due = minor(box('box1') - box('box4'));
  return {
    kind: 'uk-vat',
    period,
    currency,
    entries,
    left: [...sold.left, ...leftIn(books.left, period)].toSorted(byTime),
    figures: [
      figureOf('box1', box('box1'), currency),
      figureOf(NOTHING[0], 0, currency),
      figureOf('box3', box('box1'), currency, { from: ['box1', 'box2'] }),
      figureOf('box4', box('box4'), currency),
      figureOf('box5', Math.abs(due), currency, { from: ['box3', 'box4'] }),
      figureOf('box6', box('box6'), currency, { whole: true }),
      figureOf('box7', box('box7'), currency, { whole: true }),
      figureOf(NOTHING[1], 0, currency, { whole: true }),
      figureOf(NOTHING[2], 0, currency, { whole: true }),
      ...pool.figures,
    ],
  };
}

/** A return as Making Tax Digital takes it: five amounts to the penny, four in whole pounds. */
export interface MtdReturn {
  /** HMRC gives it with the obligation; empty until then. */
  readonly periodKey: string;
  readonly vatDueSales: number;
  readonly vatDueAcquisitions: number;
  readonly totalVatDue: number;
  readonly vatReclaimedCurrPeriod: number;
  readonly netVatDue: number;
  readonly totalValueSalesExVAT: number;
  readonly totalValuePurchasesExVAT: number;
  readonly totalValueGoodsSuppliedExVAT: number;
  readonly totalAcquisitionsExVAT: number;
  readonly finalised: boolean;
}

/** @example box 1 of £2,777.77 is `2777.77`, box 6 of £497,222 is `497222` */
export function mtdReturn({ figures }: Pick<TaxReport, 'figures'>): MtdReturn {
  const box = (id: string): number => (figures.find((figure) => figure.id === id)?.shown.minor ?? 0) / 100;
  return {
    periodKey: '',
    vatDueSales: box('box1'),
    vatDueAcquisitions: box('box2'),
    totalVatDue: box('box3'),
    vatReclaimedCurrPeriod: box('box4'),
    netVatDue: box('box5'),
    totalValueSalesExVAT: box('box6'),
    totalValuePurchasesExVAT: box('box7'),
    totalValueGoodsSuppliedExVAT: box('box8'),
    totalAcquisitionsExVAT: box('box9'),
    finalised: false,
  };
}
