import type { ArchvdDatabase } from '@/lib/db/database';
import type { ExpenseRow } from '@/lib/db/money-rows';
import { shareExpense } from '@/lib/domain/expenses/share-expense';
import type { Pair } from '@/lib/domain/inventory/pair';
import { add } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { inCurrency } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import { readDayRates, type DayRates } from './day-rates';

/** An expense as the books count it. */
export interface BookExpense extends ExpenseRow {
  /** In the currency of the books; null: no rate is known, and it is in no figure. */
  readonly here: Money | null;
  /** What falls on each of its pairs, in the currency of the books; together exactly `here`. Empty: overhead. */
  readonly shares: readonly { readonly pairId: string; readonly amount: Money }[];
}

/**
 * Every expense there is, oldest first, in the currency of the books: by its own stored rate where that serves, else by
 * the one of its day. An expense for pairs is shared among them, save those in the bin that are not sold: no sale will
 * ever carry it. One whose pairs are all gone is overhead.
 *
 * @param known pairs that have been read already; the others are read
 * @param rows what `standingExpenses` told, where that was asked before
 */
export async function readExpenses(
  db: ArchvdDatabase,
  currency: CurrencyCode,
  known: ReadonlyMap<string, Pair>,
  rows?: readonly ExpenseRow[],
): Promise<readonly BookExpense[]> {
  return asBooked(db, rows ?? (await standingExpenses(db)), currency, known);
}

/** Every expense there is as it was written down, oldest first. */
export async function standingExpenses(db: ArchvdDatabase): Promise<readonly ExpenseRow[]> {
  return (await db.expenses.orderBy('spentAt').toArray()).filter(({ deletedAt }) => deletedAt === null);
}

/** What was spent on each of these pairs besides its costs, in the currency of the books; pairs without any are not in it. */
export async function expensesOfPairs(
  db: ArchvdDatabase,
  currency: CurrencyCode,
  pairs: ReadonlyMap<string, Pair>,
): Promise<ReadonlyMap<string, Money>> {
  const count = pairs.size === 0 ? 0 : await db.expenses.count();
  if (count === 0) return new Map();
  const ids = [...pairs.keys()];
  const rows = await (count <= ids.length ? db.expenses : db.expenses.where('pairIds').anyOf(ids).distinct()).toArray();
  const standing = rows.filter(
    ({ deletedAt, pairIds }) => deletedAt === null && pairIds.some((pairId) => pairs.has(pairId)),
  );
  return directByPair(await asBooked(db, standing, currency, pairs));
}

/** The shares of all expenses by the pair they fall on. */
export function directByPair(expenses: readonly BookExpense[]): ReadonlyMap<string, Money> {
  const sums = new Map<string, Money>();
  for (const { shares } of expenses)
    for (const { pairId, amount } of shares) {
      const before = sums.get(pairId);
      sums.set(pairId, before === undefined ? amount : add(before, amount));
    }
  return sums;
}

async function asBooked(
  db: ArchvdDatabase,
  rows: readonly ExpenseRow[],
  currency: CurrencyCode,
  known: ReadonlyMap<string, Pair>,
): Promise<readonly BookExpense[]> {
  const missing = [...new Set(rows.flatMap(({ pairIds }) => pairIds))].filter((id) => !known.has(id));
  const [read, rates] = await Promise.all([
    db.inventory.bulkGet(missing),
    readDayRates(db, [currency, ...rows.map(({ amount }) => amount.currency)]),
  ]);
  const others = new Map(read.flatMap((pair) => (pair === undefined ? [] : [[pair.id, pair]])));
  return rows.map((row) => {
    const here = hereOf(row, currency, rates);
    const pairs = row.pairIds.flatMap((id) => known.get(id) ?? others.get(id) ?? []).filter(carries);
    const shared = { split: row.split, pairIds: pairs.map(({ id }) => id) };
    const shares = here === null ? [] : shareExpense({ ...shared, amount: here }, pairs);
    return { ...row, here, shares };
  });
}

function carries({ deletedAt, status }: Pair): boolean {
  return deletedAt === null || status === 'sold';
}

function hereOf({ amount, fx, spentAt }: ExpenseRow, currency: CurrencyCode, rates: DayRates): Money | null {
  const own = inCurrency(amount, currency, fx, 'half-even');
  return own ?? inCurrency(amount, currency, rates(amount.currency, currency, spentAt), 'half-even');
}
