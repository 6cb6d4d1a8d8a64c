import type { ArchvdDatabase } from '@/lib/db/database';
import type { FeeSchedule } from '@/lib/domain/fees/fee-schedule';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CostMethod } from '@/lib/domain/pnl/cost-methods';
import type { PnlSettings } from '@/lib/domain/pnl/pnl-line';
import { inOrder, type ReportGround } from '@/lib/domain/pnl/pnl-report';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import { isWithin, type OffsetAt, type Period } from '@/lib/domain/time/period';
import { readLots } from './cost-lots';
import { pairsOfSales } from './pairs-of-sales';
import { directByPair, readExpenses, standingExpenses, type BookExpense } from './pnl-expenses';
import { readPnlSettings } from './pnl-settings';
import { rateSales } from './sale-rates';
import type { Valuation } from './valuation';

export interface BookRequest {
  /** null: all there is. */
  readonly period: Period | null;
  readonly valuation: Valuation;
  /** `accrual`: a sale counts when it was sold; `cash`: when its money came. */
  readonly basis: 'cash' | 'accrual';
  /** How far the seller's clock is ahead of UTC: decides which day and month a sale is of. */
  readonly offsetAt: OffsetAt;
  /** Left out: each sale costs what its very pair cost. */
  readonly costMethod?: CostMethod;
  /** Left out: the fee tables of the books. A report that is made again brings its own. */
  readonly schedules?: readonly FeeSchedule[];
  /** Splits what alias took by the fee profile where that explains it to the cent. Left out: not. */
  readonly splitByProfile?: true;
}

/** The rows of a time, read once, with what each is told by. */
export interface BookRows {
  /** Those of the time and, by cash, those unsettled at its end; each with a rate where one is known. */
  readonly sales: readonly Sale[];
  readonly pairs: ReadonlyMap<string, Pair>;
  readonly settings: PnlSettings;
  readonly ground: ReportGround;
  /** Every expense there is, oldest first. */
  readonly expenses: readonly BookExpense[];
}

/** Reads what the books of a time are made from; each table is gone through once, whatever is asked of it. */
export async function readBookRows(db: ArchvdDatabase, request: BookRequest): Promise<BookRows> {
  const { valuation, basis, costMethod = 'specific', schedules, splitByProfile } = request;
  const isMost = await asksForMost(db, request);
  const reading = Promise.all([readSales(db, request, isMost), readPnlSettings(db, valuation), standingExpenses(db)]);
  // Sales and pairs are most of the time it takes: while the one is put in order, the other is read.
  const every = isMost ? db.inventory.toArray() : null;
  const [unsorted, read, spent] = await reading;
  const found = inOrder(unsorted, basis);
  const own = { ...(schedules && { schedules }), ...(splitByProfile && { splitByProfile }) };
  const settings = { ...read, basis, ...own };
  const pairs = await pairsOfSales(db, found, every);
  const [sales, expenses] = await Promise.all([
    rateSales(db, found, (sale) => pairs.get(sale.pairId), valuation),
    readExpenses(db, valuation.currency, pairs, spent),
  ]);
  const direct = { expenses: directByPair(expenses) };
  const lots = costMethod === 'specific' ? null : await readLots(db, valuation);
  const ground = lots === null ? direct : { ...direct, costs: lots.costsBy(costMethod).costs };
  return { sales, pairs, settings, ground, expenses };
}

/**
 * Whether most of the sales are asked for, by the time they span: then whole tables are read in the order they lie in,
 * which is quicker than by an index, and quicker than counting first.
 */
async function asksForMost(db: ArchvdDatabase, { period, basis }: BookRequest): Promise<boolean> {
  if (period === null || basis === 'cash') return true;
  const [first, last] = await Promise.all([db.sales.orderBy('soldAt').first(), db.sales.orderBy('soldAt').last()]);
  if (first === undefined || last === undefined) return false;
  const asked = Math.min(period.to, last.soldAt) - Math.max(period.from, first.soldAt);
  return asked * 2 > last.soldAt - first.soldAt;
}

/**
 * By accrual an index finds them, save those reversed in this time and sold before it. By cash all are gone through: no
 * index tells when money came.
 */
async function readSales(
  db: ArchvdDatabase,
  { period, basis }: BookRequest,
  isMost: boolean,
): Promise<readonly Sale[]> {
  if (period === null) return db.sales.toArray();
  if (basis === 'cash') return (await db.sales.toArray()).flatMap((sale) => asSettled(sale, period) ?? []);
  if (isMost) return (await db.sales.toArray()).filter((sale) => isWithin(period, soldOrReversed(sale)));
  const [sold, reversed] = await Promise.all([
    db.sales.where('soldAt').between(period.from, period.to, true, false).toArray(),
    db.sales.where('status').equals('reversed').toArray(),
  ]);
  const standing = sold.filter(({ status }) => status !== 'reversed');
  return [...standing, ...reversed.filter((sale) => isWithin(period, reversedAt(sale)))];
}

function soldOrReversed(sale: Sale): Instant {
  return sale.status === 'reversed' ? reversedAt(sale) : sale.soldAt;
}

/**
 * A sale as the money of a time knows it: what was paid only after it is not settled in it. null: it is none of this time.
 *
 * @example sold on 30 March, paid on 2 April: unsettled in March, counted in April, nothing in May
 */
function asSettled(sale: Sale, period: Period): Sale | null {
  if (sale.status === 'reversed') return isWithin(period, reversedAt(sale)) ? sale : null;
  const paidAt = sale.paid?.at ?? null;
  if (paidAt !== null && paidAt < period.to) return paidAt < period.from ? null : sale;
  return sale.soldAt < period.to ? { ...sale, paid: null } : null;
}

function reversedAt({ reversal, soldAt }: Sale): Instant {
  return reversal?.at ?? soldAt;
}
