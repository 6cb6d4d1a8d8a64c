import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { inCurrency } from '@/lib/domain/money/fx';
import { minor, money, type Money } from '@/lib/domain/money/money';
import { writtenOffAt } from '@/lib/domain/tax/settle-books';
import type { Instant } from '@/lib/domain/time/instant';
import { isWithin, type Period } from '@/lib/domain/time/period';
import { readDayRates } from './day-rates';
import { expensesOfPairs } from './pnl-expenses';

/** A pair that was lost, damaged or given away, in the currency of the books. */
export interface WrittenOff {
  readonly pair: Pair;
  readonly at: Instant;
  /** null: not told, or without a rate. */
  readonly cost: Money | null;
  readonly otherCosts: Money | null;
  /** Its shares of expenses: no sale will ever carry them. */
  readonly expenses: Money;
  /** `cost + otherCosts + expenses`; null: the cost is not known. */
  readonly lost: Money | null;
}

export interface WriteOffs {
  /** Oldest first. */
  readonly rows: readonly WrittenOff[];
  /** Of those whose cost is known. */
  readonly lost: Money;
  /** How much of it is shares of expenses, which stand among what was spent as well. */
  readonly expenses: Money;
  /** Pairs whose cost is not known; in no sum. */
  readonly unknown: number;
}

/**
 * What was written off in a time: all that was paid for each pair, on the day it was written off. The same cost, by the
 * same rate, leaves the stock on the tax office's line 42.
 *
 * @param period null: all there is
 * @example bought for $60.00 with $5.00 of postage, lost in May: $65.00 off the profit of May
 */
export async function readWriteOffs(
  db: ArchvdDatabase,
  currency: CurrencyCode,
  period: Period | null,
): Promise<WriteOffs> {
  const all = await db.inventory.where('status').equals('written-off').toArray();
  const pairs = all.filter(
    (pair) => pair.deletedAt === null && (period === null || isWithin(period, writtenOffAt(pair))),
  );
  const rows = pairs.length === 0 ? [] : await asLost(db, currency, pairs);
  const known = rows.filter(({ lost }) => lost !== null);
  return {
    rows,
    lost: money(
      known.reduce((sum, { lost }) => minor(sum + (lost?.minor ?? 0)), 0),
      currency,
    ),
    expenses: money(
      known.reduce((sum, { expenses }) => minor(sum + expenses.minor), 0),
      currency,
    ),
    unknown: rows.length - known.length,
  };
}

async function asLost(
  db: ArchvdDatabase,
  currency: CurrencyCode,
  pairs: readonly Pair[],
): Promise<readonly WrittenOff[]> {
  const ids = pairs.map(({ id }) => id);
  const [expenses, sales, rates] = await Promise.all([
    expensesOfPairs(db, currency, new Map(pairs.map((pair) => [pair.id, pair]))),
    db.sales.where('pairId').anyOf(ids).toArray(),
    readDayRates(db, [currency, ...pairs.flatMap(currenciesOf)]),
  ]);
  const standing = new Set(sales.flatMap(({ pairId, status }) => (status === 'reversed' ? [] : [pairId])));
  return pairs
    .flatMap((pair): WrittenOff[] => {
      // What stands as sold has its cost on the line of its sale.
      if (standing.has(pair.id)) return [];
      const to = (amount: Money): Money | null =>
        inCurrency(amount, currency, rates(amount.currency, currency, pair.boughtAt ?? pair.createdAt), 'half-even');
      const cost = pair.cost === null ? null : to(pair.cost);
      const otherCosts = pair.otherCosts === null ? null : to(pair.otherCosts);
      const spent = expenses.get(pair.id) ?? money(0, currency);
      const isKnown = cost !== null && (pair.otherCosts === null || otherCosts !== null);
      const lost = isKnown ? money(cost.minor + (otherCosts?.minor ?? 0) + spent.minor, currency) : null;
      return [{ pair, at: writtenOffAt(pair), cost, otherCosts, expenses: spent, lost }];
    })
    .toSorted((a, b) => a.at - b.at || (a.pair.id < b.pair.id ? -1 : 1));
}

function currenciesOf({ cost, otherCosts }: Pair): readonly CurrencyCode[] {
  return [cost, otherCosts].flatMap((amount) => amount?.currency ?? []);
}
