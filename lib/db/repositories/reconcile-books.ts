import type { OpenLine, ReconcileBooks } from '@/lib/domain/reconcile/candidate';
import { EXPENSE_DAYS, SALE_DAYS } from '@/lib/domain/reconcile/candidate';
import { noonOf } from '@/lib/domain/reconcile/noon-of';
import { feesFor } from '@/lib/domain/fees/fee-schedule';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import { DAY_MS, shiftInstant, type CalendarDate, type Instant } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import type { OffsetAt } from '@/lib/domain/time/period';
import type { ArchvdDatabase } from '../database';
import type { ExpenseRow } from '../money-rows';
import type { BankLineRow } from '../bank-rows';
import { listFeeSchedules } from './fee-schedules';
import { fxRatesByDay } from './fx';

/** Tables a transaction must span that reads this. */
export const RECONCILED = ['bankLines', 'payouts', 'sales', 'expenses', 'fxRates', 'feeSchedules'] as const;

/**
 * What open lines of statements are compared with: payouts nobody found, completed sales nobody was paid for, expenses
 * nobody saw leave the account. Days are those of the seller's clock.
 */
export async function readReconcileBooks(
  db: ArchvdDatabase,
  open: readonly BankLineRow[],
  offsetAt: OffsetAt,
): Promise<ReconcileBooks> {
  const days = open.map(({ bookedOn }) => bookedOn).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const payouts = await readOpenPayouts(db, offsetAt);
  if (first === undefined || last === undefined) return { ...EMPTY, payouts };
  const from = noonOf(first, offsetAt);
  const sales = await db.sales
    .where('soldAt')
    .aboveOrEqual(shiftInstant(from, -(SALE_DAYS + 1) * DAY_MS))
    .filter(({ status, paid }) => status === 'completed' && (paid?.payoutId ?? null) === null)
    .toArray();
  const rate = await readRates(db, open, [...payouts.map(({ amount }) => amount.currency), 'USD'], offsetAt);
  const fees = feesFor(await listFeeSchedules(db, 'alias'), noonOf(last, offsetAt));
  return {
    lines: open.map(lineOf),
    payouts,
    sales: sales.flatMap(({ id, marketplace, orderNumber, soldAt, paid, payout }) => {
      const soldOn = localDate(soldAt, offsetAt);
      const paidOn = paid === null ? null : localDate(paid.at, offsetAt);
      return payout === null ? [] : [{ id, platform: marketplace, orderNumber, soldOn, paidOn, net: payout }];
    }),
    expenses: (await openExpenses(db, from)).map(({ id, category, spentAt, amount, supplier }) => ({
      id,
      category,
      spentOn: localDate(spentAt, offsetAt),
      amount,
      supplier,
    })),
    cashOutBasisPoints: fees?.cashOutBasisPoints ?? null,
    rate,
  };
}

const EMPTY: ReconcileBooks = {
  lines: [],
  payouts: [],
  sales: [],
  expenses: [],
  cashOutBasisPoints: null,
  rate: () => null,
};

const lineOf = ({ id, bookedOn, amount, payee, text }: BankLineRow): OpenLine => ({
  id,
  bookedOn,
  amount,
  payee,
  text,
});

/** Payouts found on no statement, with the order numbers of what they pay. */
async function readOpenPayouts(db: ArchvdDatabase, offsetAt: OffsetAt): Promise<ReconcileBooks['payouts']> {
  const rows = await db.payouts.filter(({ bankLineId }) => bankLineId === null).toArray();
  const sales = await db.sales
    .where('paid.payoutId')
    .anyOf(rows.map(({ id }) => id))
    .toArray();
  const orders = new Map<string, string[]>();
  for (const { paid, orderNumber } of sales) {
    const id = paid?.payoutId ?? '';
    orders.set(id, [...(orders.get(id) ?? []), orderNumber]);
  }
  return rows.map(({ id, platform, ref, paidAt, amount }) => ({
    id,
    platform,
    ref,
    amount,
    paidOn: localDate(paidAt, offsetAt),
    orders: orders.get(id) ?? [],
  }));
}

/** Of the time of the lines; a journey in one's own car leaves no account. */
async function openExpenses(db: ArchvdDatabase, from: Instant): Promise<readonly ExpenseRow[]> {
  const taken = await matchedExpenses(db);
  return db.expenses
    .where('spentAt')
    .aboveOrEqual(shiftInstant(from, -(EXPENSE_DAYS + 1) * DAY_MS))
    .filter(({ id, deletedAt, category }) => deletedAt === null && category !== 'mileage' && !taken.has(id))
    .toArray();
}

/** Expenses that a line is matched with already. */
export async function matchedExpenses(db: ArchvdDatabase): Promise<ReadonlySet<string>> {
  const matched = await db.bankLines.where('state').equals('matched').toArray();
  return new Set(matched.flatMap(({ match }) => (match?.kind === 'expense' ? match.ids : [])));
}

async function readRates(
  db: ArchvdDatabase,
  open: readonly BankLineRow[],
  sent: readonly CurrencyCode[],
  offsetAt: OffsetAt,
): Promise<ReconcileBooks['rate']> {
  const books = new Map<string, (at: Instant) => FxRate | null>();
  for (const from of new Set(sent)) {
    for (const to of new Set(open.map(({ amount }) => amount.currency))) {
      if (from === to) continue;
      const [there, back] = [await fxRatesByDay(db, from, to), await fxRatesByDay(db, to, from)];
      books.set(`${from}${to}`, (at) => there(at) ?? back(at));
    }
  }
  return (from, to, on: CalendarDate) => books.get(`${from}${to}`)?.(noonOf(on, offsetAt)) ?? null;
}
