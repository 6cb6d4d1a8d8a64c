import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { pnlLine, type PnlLine } from '@/lib/domain/pnl/pnl-line';
import { lineGround, tellReport, type ExcludedSale, type PnlReport } from '@/lib/domain/pnl/pnl-report';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import { isWithin } from '@/lib/domain/time/period';
import { readBookRows, type BookRequest } from './book-rows';
import type { BookExpense } from './pnl-expenses';

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
  /** The lines, and the sales that are none, with what reversing them cost. */
  readonly report: PnlReport;
  /** Oldest first; reversed ones too, without a line; what they cost is in `report.excluded`. */
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
  const { period } = request;
  const { sales: read, pairs, settings, ground, expenses } = await readBookRows(db, request);
  const { currency } = settings;
  const [lines, out]: [PnlLine[], ExcludedSale[]] = [[], []];
  const [sales, unsettled]: [BookLine[], BookLine[]] = [[], []];
  tellReport(read, pairs, settings, ground, {
    line(line, sale, pair) {
      lines.push(line);
      sales.push({ sale, pair, line, at: line.at });
    },
    excluded(each, sale) {
      out.push(each);
      const pair = pairs.get(sale.pairId) ?? null;
      if (each.reason !== 'unsettled') sales.push({ sale, pair, line: null, at: each.at });
      else {
        const line = pnlLine(sale, pair, settings, lineGround(ground, sale, currency));
        unsettled.push({ sale, pair, line, at: each.at });
      }
    },
  });
  const report: PnlReport = { currency, lines, excluded: out };
  const spent = expenses.filter(({ spentAt }) => period === null || isWithin(period, spentAt));
  const lacking = spent.filter(({ here }) => here === null);
  return {
    currency,
    report,
    sales: sales.toSorted(byTime),
    unsettled: unsettled.toSorted(byTime),
    expenses: spent,
    excluded: [
      ...report.excluded.map(({ saleId, at, reason }) => ({ kind: 'sale' as const, id: saleId, at, reason })),
      ...lacking.map(({ id, spentAt }) => ({
        kind: 'expense' as const,
        id,
        at: spentAt,
        reason: 'missing-rate' as const,
      })),
    ],
  };
}

function byTime(a: BookLine, b: BookLine): number {
  return a.at - b.at || (a.sale.id < b.sale.id ? -1 : 1);
}
