import { minor, type Money } from '../money/money';
import type { ExpenseSplit } from './expense';

/** What an expense is shared by. */
export interface SharedExpense {
  /** Above zero was paid, below zero came back. */
  readonly amount: Money;
  /** The pairs it was for; none: overhead. */
  readonly pairIds: readonly string[];
  readonly split: ExpenseSplit;
}

/** What a pair weighs: what was paid for it. */
export interface WeighedPair {
  readonly id: string;
  readonly cost: Money | null;
}

export interface ExpenseShare {
  readonly pairId: string;
  readonly amount: Money;
}

/**
 * What of an expense falls on each of its pairs, in the expense's currency. The shares add up to the amount exactly: each
 * gets its part rounded toward zero, and the smallest units left over go one each to the largest remainders, among equal
 * remainders to the lower id, so that the same rows in any order give the same cents.
 *
 * By value is by what each pair cost. Where that cannot be said of all of them (a cost is unknown, costs are in several
 * currencies or nothing altogether, a pair is not among `pairs`) every pair gets the same: `splitOf` tells which it was.
 *
 * @example $10.00 by value over pairs of $100, $100 and $50 is $4.00, $4.00, $2.00; evenly $3.34, $3.33, $3.33
 * @returns in the order of `pairIds`, each pair once; nothing for overhead
 */
export function shareExpense(expense: SharedExpense, pairs: Iterable<WeighedPair>): readonly ExpenseShare[] {
  const ids = [...new Set(expense.pairIds)];
  if (ids.length === 0) return [];
  const weights = weightsOf(ids, expense.split, pairs) ?? ids.map(() => 1n);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const negative = expense.amount.minor < 0;
  const whole = BigInt(Math.abs(expense.amount.minor));
  const parts = ids.map((pairId, nth) => {
    const exact = whole * (weights[nth] ?? 0n);
    return { pairId, units: exact / total, rest: exact % total };
  });
  const left = whole - parts.reduce((sum, { units }) => sum + units, 0n);
  const raised = new Set(parts.toSorted(byRest).slice(0, Number(left)));
  return parts.map((part) => {
    const units = Number(part.units + (raised.has(part) ? 1n : 0n));
    return {
      pairId: part.pairId,
      amount: { minor: minor(negative ? -units : units), currency: expense.amount.currency },
    };
  });
}

/** How an expense is really shared: `even` where `value` cannot be told of every pair. */
export function splitOf(expense: Omit<SharedExpense, 'amount'>, pairs: Iterable<WeighedPair>): ExpenseSplit {
  return weightsOf([...new Set(expense.pairIds)], expense.split, pairs) === null ? 'even' : 'value';
}

/** null: every pair gets the same. */
function weightsOf(
  ids: readonly string[],
  split: ExpenseSplit,
  pairs: Iterable<WeighedPair>,
): readonly bigint[] | null {
  if (split === 'even') return null;
  const costs = new Map<string, Money | null>();
  for (const { id, cost } of pairs) costs.set(id, cost);
  const known = ids.flatMap((id) => costs.get(id) ?? []);
  const total = known.reduce((sum, { minor: units }) => sum + BigInt(units), 0n);
  const comparable =
    known.length === ids.length && new Set(known.map(({ currency }) => currency)).size === 1 && total > 0n;
  return comparable && known.every((cost) => cost.minor >= 0) ? known.map((cost) => BigInt(cost.minor)) : null;
}

function byRest(
  a: { readonly pairId: string; readonly rest: bigint },
  b: { readonly pairId: string; readonly rest: bigint },
): number {
  if (a.rest !== b.rest) return a.rest > b.rest ? -1 : 1;
  return a.pairId < b.pairId ? -1 : 1;
}
