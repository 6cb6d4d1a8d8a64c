import type { ArchvdDatabase } from '@/lib/db/database';
import type { ExpenseRow } from '@/lib/db/money-rows';
import { fxRatesByDay } from '@/lib/db/repositories/fx';
import { EXPENSE_CATEGORIES } from '@/lib/domain/expenses/expense';
import { mileageAmount } from '@/lib/domain/expenses/mileage';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import { negate } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import { checkAmount, checkPast, checkText, LONGEST } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';

/** An expense as it is told. */
export type ExpenseDraft = Pick<
  ExpenseRow,
  'category' | 'amount' | 'tax' | 'spentAt' | 'supplier' | 'note' | 'pairIds' | 'split' | 'mileage'
>;

/** An expense falls on at most so many pairs; more than that is overhead. */
const MOST_PAIRS = 1000;

/** @throws CommandError `bad-value` */
export function checkedExpense(draft: ExpenseDraft, now: Instant): ExpenseDraft {
  checkSpent(draft.amount, draft.tax);
  checkWords(draft);
  checkPast('expense', draft.spentAt, now);
  const pairIds = [...new Set(draft.pairIds)];
  if (pairIds.length > MOST_PAIRS)
    throw new CommandError('too-many', `An expense is for at most ${MOST_PAIRS} pairs. Nothing was changed.`);
  const { mileage, amount } = draft;
  // Whatever a screen showed, a journey costs what its distance and rate come to.
  if (mileage !== null && mileageAmount(mileage, amount.currency).minor !== amount.minor)
    throw new CommandError('bad-value', 'Distance and rate do not make this amount. Nothing was changed.');
  return { ...draft, pairIds, supplier: draft.supplier.trim(), note: draft.note.trim() };
}

/**
 * Above zero was paid, below zero came back; the tax is a part of it.
 *
 * @throws CommandError `bad-value`
 */
export function checkSpent(amount: Money, tax: Money | null): void {
  if (amount.minor === 0) throw new CommandError('bad-value', 'An expense needs an amount. Nothing was changed.');
  checkAmount('The amount', sizeOf(amount));
  if (tax === null) return;
  if (tax.currency !== amount.currency)
    throw new CommandError('bad-value', 'Amount and tax must be in one currency. Nothing was changed.');
  const against = tax.minor !== 0 && tax.minor < 0 !== amount.minor < 0;
  if (against || sizeOf(tax).minor >= sizeOf(amount).minor)
    throw new CommandError('bad-value', 'The tax is a part of the amount. Nothing was changed.');
}

/** @throws CommandError `bad-value` */
export function checkWords({ category, supplier, note }: Pick<ExpenseDraft, 'category' | 'supplier' | 'note'>): void {
  if (!EXPENSE_CATEGORIES.includes(category))
    throw new CommandError('bad-value', 'That is no category of the companion. Nothing was changed.');
  checkText('The supplier', supplier, LONGEST.supplier);
  checkText('The note', note, LONGEST.note);
}

function sizeOf(amount: Money): Money {
  return amount.minor < 0 ? negate(amount) : amount;
}

/**
 * The rate of the day into the seller's currency, to be kept with the expense; null when none is needed or known. In the
 * transaction of the command, which must span `fxRates`.
 */
export async function expenseRate(
  db: ArchvdDatabase,
  { amount, spentAt }: Pick<ExpenseRow, 'amount' | 'spentAt'>,
  displayCurrency: CurrencyCode,
): Promise<FxRate | null> {
  if (amount.currency === displayCurrency) return null;
  const there = (await fxRatesByDay(db, amount.currency, displayCurrency))(spentAt);
  return there ?? (await fxRatesByDay(db, displayCurrency, amount.currency))(spentAt);
}

/**
 * The expense, still in the books.
 *
 * @throws CommandError `not-found`
 */
export async function existingExpense({ db }: CommandDeps, id: string): Promise<ExpenseRow> {
  const row = await db.expenses.get(id);
  if (row === undefined || row.deletedAt !== null)
    throw new CommandError('not-found', 'That expense is no longer in the books. Nothing was changed.');
  return row;
}
