import type { ArchvdDatabase } from '@/lib/db/database';
import type { ExpenseCategory } from '@/lib/domain/expenses/expense';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { inCurrency } from '@/lib/domain/money/fx';
import { minor, money, type Money } from '@/lib/domain/money/money';
import type { PnlLine } from '@/lib/domain/pnl/pnl-line';
import type { PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import { isWithin, type Period } from '@/lib/domain/time/period';
import type { BookExpense } from './pnl-expenses';
import { readDayRates } from './day-rates';

/** What was spent in a time besides the pairs. `overhead + forPairs` is all of it. */
export interface Spending {
  /** For no pair in particular: off the profit of the whole. */
  readonly overhead: Money;
  /** For single pairs: on the lines of those sold, whenever that is. */
  readonly forPairs: Money;
  /** How much of both are journeys with the own car: they count, and no money moved. */
  readonly journeys: Money;
  /** Both, by category; the largest first. */
  readonly byCategory: readonly { readonly category: ExpenseCategory; readonly amount: Money; readonly rows: number }[];
  /** Expenses without a rate, in no sum. */
  readonly missingRate: number;
}

/**
 * What was spent in a time, in the currency of the books; an expense without a rate is counted and in no sum.
 *
 * @param period null: all there is
 */
export function spendingOf(expenses: readonly BookExpense[], period: Period | null, currency: CurrencyCode): Spending {
  const categories = new Map<ExpenseCategory, { sum: number; rows: number }>();
  let [overhead, forPairs, journeys, missingRate] = [0, 0, 0, 0];
  for (const { here, shares, category, spentAt, mileage } of expenses) {
    if (period !== null && !isWithin(period, spentAt)) continue;
    if (here === null) {
      missingRate += 1;
      continue;
    }
    if (shares.length === 0) overhead = minor(overhead + here.minor);
    else forPairs = minor(forPairs + here.minor);
    if (mileage !== null) journeys = minor(journeys + here.minor);
    const { sum, rows } = categories.get(category) ?? { sum: 0, rows: 0 };
    categories.set(category, { sum: minor(sum + here.minor), rows: rows + 1 });
  }
  const byCategory = [...categories]
    .toSorted((a, b) => b[1].sum - a[1].sum || (a[0] < b[0] ? -1 : 1))
    .map(([category, { sum, rows }]) => ({ category, amount: money(sum, currency), rows }));
  return {
    overhead: money(overhead, currency),
    forPairs: money(forPairs, currency),
    journeys: money(journeys, currency),
    byCategory,
    missingRate,
  };
}

/** Money that moved in a time: `received − bought − spent − penalties = result`. */
export interface CashFlow {
  /** Payouts of the sales that were settled. */
  readonly received: Money;
  /** Settled sales of which nobody knows what arrived; in no sum. */
  readonly receivedUnknown: number;
  /** Pairs bought, whether they are sold or not. */
  readonly bought: Money;
  readonly boughtPairs: number;
  /** Pairs bought whose cost, or its rate, is not known; in no sum. */
  readonly boughtUnknown: number;
  /** Without journeys with the own car. */
  readonly spent: Money;
  readonly penalties: Money;
  readonly result: Money;
}

/** What came of sales, of which some do not say. */
export interface Received {
  received: number;
  unknown: number;
}

/** Counts a line in: its payout, where one is known. */
export function receive(into: Received, { revenue, fees }: PnlLine): void {
  if (fees === null) into.unknown += 1;
  else into.received = minor(into.received + revenue.minor - fees.take.minor);
}

/** The cash of a time: sales by the day their money came, purchases and expenses by their own. Goes through all pairs once. */
export async function readCashFlow(
  db: ArchvdDatabase,
  { received, unknown: receivedUnknown }: Readonly<Received>,
  { penalties: { minor: penalties, currency } }: PnlTotals,
  spending: Spending,
  period: Period | null,
): Promise<CashFlow> {
  const purchases = await readPurchases(db, currency, period);
  const spent = minor(spending.overhead.minor + spending.forPairs.minor - spending.journeys.minor);
  return {
    received: money(received, currency),
    receivedUnknown,
    bought: money(purchases.sum, currency),
    boughtPairs: purchases.pairs,
    boughtUnknown: purchases.unknown,
    spent: money(spent, currency),
    penalties: money(penalties, currency),
    result: money(received - purchases.sum - spent - penalties, currency),
  };
}

async function readPurchases(db: ArchvdDatabase, currency: CurrencyCode, period: Period | null) {
  const pairs = (await db.inventory.toArray()).filter(
    ({ deletedAt, boughtAt }) =>
      deletedAt === null && boughtAt !== null && (period === null || isWithin(period, boughtAt)),
  );
  const amounts = pairs.flatMap(({ cost, otherCosts }) => [cost, otherCosts]).filter((amount) => amount !== null);
  const rates = await readDayRates(db, [currency, ...amounts.map((amount) => amount.currency)]);
  let [sum, unknown] = [0, 0];
  for (const { cost, otherCosts, boughtAt, createdAt } of pairs) {
    const rateOf = ({ currency: from }: Money) => rates(from, currency, boughtAt ?? createdAt);
    const to = (amount: Money) => inCurrency(amount, currency, rateOf(amount), 'half-even');
    const [paid, others] = [cost === null ? null : to(cost), otherCosts === null ? null : to(otherCosts)];
    if (paid === null || (otherCosts !== null && others === null)) unknown += 1;
    else sum = minor(sum + paid.minor + (others?.minor ?? 0));
  }
  return { sum, unknown, pairs: pairs.length };
}
