import type { ArchvdDatabase } from '@/lib/db/database';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import type { FeeProfile } from '@/lib/domain/fees/fee-schedule';
import { feesByDay } from '@/lib/domain/fees/fees-by-day';
import { add } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import { CHARGE_KINDS, type ChargeKind } from '@/lib/domain/sales/charges';
import type { Sale, SalePlatform } from '@/lib/domain/sales/sale';
import { localDate } from '@/lib/domain/time/local-date';
import type { Instant } from '@/lib/domain/time/instant';
import { isWithin, type OffsetAt, type Period } from '@/lib/domain/time/period';
import { pairsOfSales } from './pairs-of-sales';
import { rateSales } from './sale-rates';
import { type Taken, takenOf } from './taken-of';
import { splitByProfile } from './split-by-profile';

/** What one platform took of the sales of one month, as its orders and statements say. */
export interface FeesTaken {
  /** `2026-03`, on the seller's calendar. */
  readonly month: string;
  readonly platform: SalePlatform;
  /** Those that stand. */
  readonly sales: number;
  readonly price: Money;
  /** By kind, where it is told apart. `adjustment`: taken, and no statement says for what. */
  readonly kinds: Readonly<Partial<Record<ChargeKind, Money>>>;
  /** Price less payout, and penalties of sales that are none any more. */
  readonly total: Money;
}

export interface FeesTakenPage {
  readonly currency: CurrencyCode;
  /** Newest month first. */
  readonly rows: readonly FeesTaken[];
  readonly total: Money;
  /** Sales whose payout is not known yet: nothing is counted of them, the profit estimates them. */
  readonly unsettled: number;
  /** alias's sales, which state no parts, whose fees the profile tells to the cent: they are split as it says. */
  readonly toldByProfile: number;
  /** Sales without a rate into the currency. */
  readonly missingRate: number;
}

/**
 * What platforms took of settled sales, and what they charged for reversed ones, on the day of the reversal. These amounts
 * are in the profit already; they are no expenses, and nothing here is counted again.
 */
export async function feesTaken(
  db: ArchvdDatabase,
  {
    period,
    currency,
    profile,
    offsetAt,
  }: {
    readonly profile: FeeProfile;
    readonly period: Period | null;
    readonly currency: CurrencyCode;
    readonly offsetAt: OffsetAt;
  },
): Promise<FeesTakenPage> {
  const feesOn = feesByDay(await listFeeSchedules(db, 'alias'), profile);
  const found = await readTaken(db, period);
  const pairs = await pairsOfSales(db, found);
  const sales = await rateSales(db, found, (sale) => pairs.get(sale.pairId), { currency });
  const rows = new Map<string, FeesTaken>();
  let [unsettled, missingRate, toldByProfile] = [0, 0, 0];
  for (const told of sales) {
    const sale = splitByProfile(told, feesOn);
    if (sale !== told) toldByProfile += 1;
    const taken = takenOf(sale, currency);
    if (taken === 'unsettled') unsettled += 1;
    else if (taken === 'no-rate') missingRate += 1;
    else if (taken !== 'nothing') {
      const month = localDate(takenAt(sale), offsetAt).slice(0, 7);
      const key = `${month}|${sale.marketplace}`;
      rows.set(key, withSale(rows.get(key) ?? emptyRow(month, sale.marketplace, currency), taken));
    }
  }
  const listed = [...rows.values()].toSorted(newestFirst);
  const total = listed.reduce((so, row) => add(so, row.total), money(0, currency));
  return { currency, rows: listed, total, unsettled, toldByProfile, missingRate };
}

async function readTaken(db: ArchvdDatabase, period: Period | null): Promise<readonly Sale[]> {
  if (period === null) return db.sales.toArray();
  const [sold, reversed] = await Promise.all([
    db.sales.where('soldAt').between(period.from, period.to, true, false).toArray(),
    db.sales.where('status').equals('reversed').toArray(),
  ]);
  const standing = sold.filter(({ status }) => status !== 'reversed');
  return [...standing, ...reversed.filter((sale) => isWithin(period, takenAt(sale)))];
}

function takenAt({ status, reversal, soldAt }: Sale): Instant {
  return status === 'reversed' ? (reversal?.at ?? soldAt) : soldAt;
}

function emptyRow(month: string, platform: SalePlatform, currency: CurrencyCode): FeesTaken {
  return { month, platform, sales: 0, price: money(0, currency), kinds: {}, total: money(0, currency) };
}

function withSale(row: FeesTaken, taken: Taken): FeesTaken {
  const kinds = { ...row.kinds };
  for (const kind of CHARGE_KINDS) {
    const more = taken.kinds[kind];
    if (more === undefined) continue;
    const before = kinds[kind];
    kinds[kind] = before === undefined ? more : add(before, more);
  }
  return {
    ...row,
    sales: row.sales + (taken.stands ? 1 : 0),
    price: add(row.price, taken.price),
    kinds,
    total: add(row.total, taken.total),
  };
}

function newestFirst(a: FeesTaken, b: FeesTaken): number {
  if (a.month !== b.month) return a.month < b.month ? 1 : -1;
  return b.total.minor - a.total.minor || (a.platform < b.platform ? -1 : 1);
}
