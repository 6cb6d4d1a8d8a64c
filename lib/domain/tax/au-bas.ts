import { compare } from '../money/arithmetic';
import { minor, money, type Money } from '../money/money';
import { isWithin, type OffsetAt } from '../time/period';
import { localDate } from '../time/local-date';
import { leftIn } from './left-in';
import { purchaseEntries, saleEntries, saleEntry } from './return-entries';
import { ruleOn } from './rules/all-rules';
import type { SaleEvent, SettledBooks, StockPair } from './settle-books';
import { isRegisteredOn, taxOnSale } from './tax-on-sale';
import type { TaxPeriod } from './tax-period';
import type { TaxProfile } from './tax-profile';
import { taxInside } from './tax-rate';
import { byTime, figureOf, totalOf, type TaxEntry, type TaxReport } from './tax-report';

const GST = 1000;

/**
 * A business activity statement of Australia: G1 total sales, 1A GST on sales, 1B GST on purchases; one eleventh of what
 * contains it. Second-hand pieces (those taxed as margin goods here) give a credit by Division 66: up to $300.00 in the
 * period of purchase, one eleventh of the cost; above that only when the piece is sold again, and never more than the GST
 * on that sale. G1, 1A and 1B are whole dollars, cents cut off.
 *
 * @example bought second-hand for $400.00 and sold for $330.00: the credit is min(400 / 11, 330 / 11) = $30.00
 */
export function auBas(books: SettledBooks, profile: TaxProfile, period: TaxPeriod, offsetAt: OffsetAt): TaxReport {
  const { currency } = books;
  const sold = saleEntries(books, profile, period, ({ price }, tax) => ({ G1: price.minor, '1A': tax ?? 0 }));
  const bought = purchaseEntries(books, profile, period, { inputTax: '1B', purchases: 'purchases' }, offsetAt);
  const credits = [
    ...books.stock.flatMap((piece) => creditWhenBought(piece, profile, period, offsetAt)),
    ...creditsWhenSold(books, profile, period, offsetAt),
  ];
  const entries = [...sold.entries, ...bought, ...credits].toSorted(byTime);
  const figures = ['G1', '1A', '1B'].map((id) => figureOf(id, totalOf(entries, id), currency, { whole: true }));
  const [, onSales, onPurchases] = figures.map(({ shown }) => shown.minor);
  // The form takes away whole dollars from whole dollars.
  const due = minor((onSales ?? 0) - (onPurchases ?? 0));
  return {
    kind: 'au-bas',
    period,
    currency,
    entries,
    left: [...sold.left, ...leftIn(books.left, period)].toSorted(byTime),
    figures: [...figures, figureOf('due', due, currency, { from: ['1A', '1B'], whole: true })],
  };
}

/** Whether a piece was bought from somebody who is not registered, to be sold again. */
function isSecondHand({ treatment, inputTax }: Pick<StockPair, 'treatment' | 'inputTax'>): boolean {
  return (treatment === 'margin' || treatment === 'global') && inputTax.minor === 0;
}

function limitOf({ boughtAt, cost }: StockPair, offsetAt: OffsetAt): Money {
  const rule = ruleOn('AU', 'au-second-hand', localDate(boughtAt, offsetAt));
  return money(rule?.amount ?? 0, cost.currency);
}

function creditWhenBought(
  piece: StockPair,
  profile: TaxProfile,
  period: TaxPeriod,
  offsetAt: OffsetAt,
): readonly TaxEntry[] {
  const { pair, cost, boughtAt, treatment } = piece;
  const counts = isWithin(period, boughtAt) && isRegisteredOn(profile, localDate(boughtAt, offsetAt));
  if (!counts || !isSecondHand(piece) || compare(cost, limitOf(piece, offsetAt)) > 0) return [];
  const figures = { '1B': taxInside(cost, GST).minor };
  const base = { rowId: pair.id, pairId: pair.id, name: pair.name, at: boughtAt, treatment };
  return [{ ...base, id: `credit:${pair.id}`, kind: 'credit', figures }];
}

function creditsWhenSold(
  books: SettledBooks,
  profile: TaxProfile,
  period: TaxPeriod,
  offsetAt: OffsetAt,
): readonly TaxEntry[] {
  const pieces = new Map(books.stock.map((piece) => [piece.pair.id, piece]));
  return books.events.flatMap((event): TaxEntry[] => {
    const piece = pieces.get(event.sale.pairId);
    if (piece === undefined || !isWithin(period, event.at) || !isRegisteredOn(profile, event.soldOn)) return [];
    // Bought by somebody who was not registered, it was never a purchase that gives a credit.
    if (!isRegisteredOn(profile, localDate(piece.boughtAt, offsetAt))) return [];
    if (!isSecondHand(piece) || compare(piece.cost, limitOf(piece, offsetAt)) <= 0) return [];
    const units = creditOnSale(event, piece, profile);
    return units === 0 ? [] : [{ ...saleEntry(event, { '1B': units }), id: `credit:${event.id}`, kind: 'credit' }];
  });
}

function creditOnSale(event: SaleEvent, { cost }: StockPair, profile: TaxProfile): number {
  const tax = taxOnSale(event, profile);
  return tax.kind === 'tax' ? Math.min(taxInside(cost, GST).minor, tax.tax.minor) : 0;
}
