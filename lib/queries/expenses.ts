import type { ArchvdDatabase } from '@/lib/db/database';
import { EXPENSE_CATEGORIES, type ExpenseCategory, type Recurrence } from '@/lib/domain/expenses/expense';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { sum } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import { isWithin, type Period } from '@/lib/domain/time/period';
import { createMatcher } from './match-text';
import { readExpenses, type BookExpense } from './pnl-expenses';
import { receiptCounts } from './receipt-counts';
import { pairsOfExpenses } from './pairs-of-expenses';

export type ExpenseSort = 'spent' | 'category' | 'supplier' | 'amount';

export interface ExpenseQuestion {
  /** null: all there are. */
  readonly period: Period | null;
  readonly search: string;
  /** null: every one. */
  readonly category: ExpenseCategory | null;
  /** Only what falls on this pair, and of it only its share; null: everything. */
  readonly pairId: string | null;
  readonly sort: { readonly by: ExpenseSort; readonly descending: boolean };
  /** In which all of it is counted. */
  readonly currency: CurrencyCode;
}

/** An expense of the list. */
export interface ExpenseEntry {
  readonly expense: BookExpense;
  /** What counts of it here: all of it, or the share of the pair asked for. null: no rate is known. */
  readonly counted: Money | null;
  readonly receipts: number;
  /** How often what made it comes; null: it was written down by hand or came by a file. */
  readonly every: Recurrence | null;
  /** What its only pair is called; null: none, or several. */
  readonly pairName: string | null;
}

export interface CategoryTotal {
  readonly category: ExpenseCategory;
  readonly count: number;
  readonly amount: Money;
}

export interface ExpenseList {
  /** How many there are, whatever is asked for. */
  readonly all: number;
  readonly entries: readonly ExpenseEntry[];
  /** Of the entries; the dearest first. */
  readonly byCategory: readonly CategoryTotal[];
  readonly total: Money;
  /** Entries in no figure, since no rate brings them into the currency. */
  readonly missingRate: number;
  /** The pair asked for. */
  readonly pair: Pair | null;
  /** Everybody something was bought from, for choosing again. */
  readonly suppliers: readonly string[];
}

/** The expenses of a time that match, with what they come to. Receipts are counted, never read. */
export async function listExpenses(db: ArchvdDatabase, question: ExpenseQuestion): Promise<ExpenseList> {
  const { currency, pairId } = question;
  const [all, receipts, recurring, pair] = await Promise.all([
    readExpenses(db, currency, new Map()),
    receiptCounts(db),
    db.recurringExpenses.toArray(),
    pairId === null ? null : db.inventory.get(pairId),
  ]);
  const named = await pairsOfExpenses(db, all, question.search.trim() !== '');
  const everyOf = new Map(recurring.map(({ id, every }) => [id, every]));
  const matches = createMatcher(question.search);
  const entries = all
    .filter((expense) => fits(expense, question))
    .filter((expense) => matches(searchable(expense, named)))
    .map((expense): ExpenseEntry => {
      const sole = expense.pairIds.length === 1 ? (expense.pairIds[0] ?? null) : null;
      return {
        expense,
        counted: countedOf(expense, pairId),
        receipts: receipts.get(expense.id) ?? 0,
        every: expense.recurringId === null ? null : (everyOf.get(expense.recurringId) ?? null),
        pairName: sole === null ? null : (named.get(sole)?.name ?? null),
      };
    });
  return {
    all: all.length,
    entries: sorted(entries, question.sort),
    ...totalsOf(entries, currency),
    pair: pair ?? null,
    suppliers: [...new Set(all.flatMap(({ supplier }) => (supplier === '' ? [] : [supplier])))].toSorted(
      byName.compare,
    ),
  };
}

const byName = new Intl.Collator('en');

function fits(expense: BookExpense, { period, category, pairId }: ExpenseQuestion): boolean {
  if (period !== null && !isWithin(period, expense.spentAt)) return false;
  if (category !== null && expense.category !== category) return false;
  return pairId === null || expense.pairIds.includes(pairId);
}

/** By its words, and by the names and style codes of all its pairs. */
function searchable({ supplier, note, category, mileage, pairIds }: BookExpense, named: ReadonlyMap<string, Pair>) {
  const pairs = pairIds.flatMap((id) => named.get(id) ?? []);
  const words = [supplier, note, category, mileage?.from, mileage?.to, ...pairs.map(({ name }) => name)];
  const codes = pairs.flatMap(({ styleCode }) => styleCode ?? []);
  return { name: words.filter(Boolean).join(' '), brand: '', styleCode: codes.join(' ') || null, size: null };
}

function countedOf({ here, shares }: BookExpense, pairId: string | null): Money | null {
  if (pairId === null || here === null) return here;
  return shares.find((share) => share.pairId === pairId)?.amount ?? null;
}

function totalsOf(entries: readonly ExpenseEntry[], currency: CurrencyCode) {
  const known = entries.flatMap(({ expense, counted }) =>
    counted === null ? [] : [{ category: expense.category, counted }],
  );
  const byCategory = EXPENSE_CATEGORIES.flatMap((category): CategoryTotal[] => {
    const amounts = known.filter((each) => each.category === category).map(({ counted }) => counted);
    return amounts.length === 0 ? [] : [{ category, count: amounts.length, amount: sum(amounts, currency) }];
  });
  return {
    byCategory: byCategory.toSorted((a, b) => b.amount.minor - a.amount.minor),
    total: sum(
      known.map(({ counted }) => counted),
      currency,
    ),
    missingRate: entries.length - known.length,
  };
}

function sorted(
  entries: readonly ExpenseEntry[],
  { by, descending }: ExpenseQuestion['sort'],
): readonly ExpenseEntry[] {
  const sign = descending ? -1 : 1;
  const later = (a: ExpenseEntry, b: ExpenseEntry) =>
    b.expense.spentAt - a.expense.spentAt || (a.expense.id < b.expense.id ? -1 : 1);
  const compare = {
    spent: (a: ExpenseEntry, b: ExpenseEntry) => a.expense.spentAt - b.expense.spentAt,
    category: (a: ExpenseEntry, b: ExpenseEntry) => byName.compare(a.expense.category, b.expense.category),
    supplier: (a: ExpenseEntry, b: ExpenseEntry) => byName.compare(a.expense.supplier, b.expense.supplier),
    amount: (a: ExpenseEntry, b: ExpenseEntry) => (a.counted?.minor ?? 0) - (b.counted?.minor ?? 0),
  }[by];
  return entries.toSorted((a, b) => sign * compare(a, b) || later(a, b));
}
