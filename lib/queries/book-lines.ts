import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { pnlLine, type PnlLine } from '@/lib/domain/pnl/pnl-line';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import { isWithin, type OffsetAt, type Period } from '@/lib/domain/time/period';
import { pairsOfSales } from './pairs-of-sales';
import { directByPair, readExpenses, type BookExpense } from './pnl-expenses';
import { readPnlSettings } from './pnl-settings';
import { rateSales } from './sale-rates';
import type { Valuation } from './valuation';

export interface BookRequest {
  /** null: all there is. */
  readonly period: Period | null;
  readonly valuation: Valuation;
  /** `accrual`: a sale counts when it was sold; `cash`: when its money came. */
  readonly basis: 'cash' | 'accrual';
  readonly offsetAt: OffsetAt;
}

/** One sale of the books. */
export interface BookLine {
  readonly sale: Sale;
  readonly pair: Pair | null;
  /** In the currency of the books; null: reversed, or without a rate. `excluded` says which. */
  readonly line: PnlLine | null;
  /** When it counts: the day of the sale, of the payment, or of the reversal. */
  readonly at: Instant;
}

/** What is in no figure, and why. */
export interface ExcludedRow {
  readonly kind: 'sale' | 'expense';
  readonly id: string;
  readonly at: Instant;
  /** `unsettled`: by cash, its money has not come yet. */
  readonly reason: 'reversed' | 'missing-rate' | 'unsettled';
}

export interface BookLines {
  readonly currency: CurrencyCode;
  /** Oldest first; reversed ones too, without a line, since what they cost is in `sale.reversal`. */
  readonly sales: readonly BookLine[];
  /** By cash: sold in this time or before it and not paid in or before it. Empty by accrual. */
  readonly unsettled: readonly BookLine[];
  /** Spent in the time, oldest first. Shares on pairs are also on their lines: count one or the other. */
  readonly expenses: readonly BookExpense[];
  readonly excluded: readonly ExcludedRow[];
}

/**
 * The rows every report starts from: the sales of a time as lines of profit and loss, and what was spent in it. The same
 * books give the same lines, in whatever order their rows were written.
 *
 * @example accrual, March: sold on 30 March and paid on 2 April is in it; cash: it is in April, and unsettled in March
 */
export async function bookLines(db: ArchvdDatabase, request: BookRequest): Promise<BookLines> {
  const { period, valuation, basis } = request;
  const { currency } = valuation;
  const [candidates, settings] = await Promise.all([readSales(db, request), readPnlSettings(db, valuation)]);
  const pairs = await pairsOfSales(db, candidates);
  const [rated, expenses] = await Promise.all([
    rateSales(db, candidates, (sale) => pairs.get(sale.pairId), valuation),
    readExpenses(db, currency, pairs),
  ]);
  const direct = directByPair(expenses);
  const excluded: ExcludedRow[] = [];
  const [sales, unsettled]: [BookLine[], BookLine[]] = [[], []];
  for (const sale of rated) {
    const pair = pairs.get(sale.pairId) ?? null;
    const spent = direct.get(sale.pairId) ?? null;
    const line = sale.status === 'reversed' ? null : pnlLine(sale, pair, { ...settings, basis }, { expenses: spent });
    const at = bookedAt(sale, basis);
    if (isUnsettled(sale, at, request)) {
      unsettled.push({ sale, pair, line, at: sale.soldAt });
      excluded.push({ kind: 'sale', id: sale.id, at: sale.soldAt, reason: 'unsettled' });
    } else if (at !== null && (period === null || isWithin(period, at))) {
      sales.push({ sale, pair, line, at });
      if (line === null)
        excluded.push({
          kind: 'sale',
          id: sale.id,
          at,
          reason: sale.status === 'reversed' ? 'reversed' : 'missing-rate',
        });
    }
  }
  const spentNow = expenses.filter(({ spentAt }) => period === null || isWithin(period, spentAt));
  for (const { id, here, spentAt } of spentNow)
    if (here === null) excluded.push({ kind: 'expense', id, at: spentAt, reason: 'missing-rate' });
  return {
    currency,
    sales: sales.toSorted(byTime),
    unsettled: unsettled.toSorted(byTime),
    expenses: spentNow,
    excluded,
  };
}

/** Sold before the time ends, not paid in it. */
function isUnsettled({ status, soldAt }: Sale, at: Instant | null, { basis, period }: BookRequest): boolean {
  if (basis === 'accrual' || status === 'reversed') return false;
  return at === null ? period === null || soldAt < period.to : period !== null && at >= period.to && soldAt < period.to;
}

/**
 * When a sale counts; null: by cash, not yet. A reversed one counts when it was reversed, or else on the day of the sale.
 */
function bookedAt({ status, soldAt, paid, reversal }: Sale, basis: BookRequest['basis']): Instant | null {
  if (status === 'reversed') return reversal?.at ?? soldAt;
  return basis === 'accrual' ? soldAt : (paid?.at ?? null);
}

/** By accrual an index finds them, but for reversals, which may come long after the sale; the others are looked through. */
async function readSales(db: ArchvdDatabase, { period, basis }: BookRequest): Promise<readonly Sale[]> {
  if (period === null || basis === 'cash') return db.sales.orderBy('soldAt').toArray();
  const [sold, reversed] = await Promise.all([
    db.sales.where('soldAt').between(period.from, period.to, true, false).toArray(),
    db.sales.where('status').equals('reversed').toArray(),
  ]);
  const earlier = reversed.filter(({ soldAt, reversal }) => soldAt < period.from && (reversal?.at ?? 0) >= period.from);
  // One sold in this time and reversed after it stays a sale of no time: it was never one.
  return [...earlier, ...sold];
}

function byTime(a: BookLine, b: BookLine): number {
  return a.at - b.at || (a.sale.id < b.sale.id ? -1 : 1);
}
