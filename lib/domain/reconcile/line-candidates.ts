import { money } from '../money/money';
import {
  daysBetween,
  EARLY_DAYS,
  EXPENSE_DAYS,
  PAYOUT_DAYS,
  RATE_TOLERANCE,
  SALE_DAYS,
  type Graded,
  type OpenLine,
  type OpenPayout,
  type ReconcileBooks,
  type UnpaidSale,
} from './candidate';
import { offByRate } from './implied-rate';
import { isNamed, namedIn, speaksAgainst, wordFor, type NamedPayee } from './payee-words';
import { reason, type Reason } from './reason';
import { setsOf } from './set-candidates';
import { type BookIndex, key } from './index-books';

/** Everything of the books one line may be, in no order. */
export function candidatesOf(line: OpenLine, index: BookIndex): readonly Graded[] {
  const words = `${line.payee} ${line.text}`;
  const named = namedIn(words);
  const expenses = expensesOf(line, words, index);
  if (line.amount.minor <= 0) return expenses;
  const exact = payoutsOf(line, words, named, index);
  const byRate = exact.length > 0 ? [] : foreignPayoutsOf(line, words, named, index.books);
  const sales = [...salesOf(line, words, named, index), ...paidTogether(line, words, named, index)];
  const found = [...exact, ...byRate, ...sales, ...expenses];
  return found.some(({ grade }) => grade > 1) ? found : [...found, ...setsOf(line, named, index.books)];
}

function payoutsOf(line: OpenLine, words: string, named: NamedPayee, index: BookIndex): readonly Graded[] {
  return (index.payouts.get(key(line.amount)) ?? []).flatMap((payout) => {
    const days = daysBetween(payout.paidOn, line.bookedOn);
    return days < -EARLY_DAYS || days > PAYOUT_DAYS ? [] : [payoutAs(payout, words, named, days, 'same-amount')];
  });
}

function foreignPayoutsOf(line: OpenLine, words: string, named: NamedPayee, books: ReconcileBooks): readonly Graded[] {
  return books.payouts.flatMap((payout) => {
    if (payout.amount.currency === line.amount.currency || speaksAgainst(named, payout.platform)) return [];
    const days = daysBetween(payout.paidOn, line.bookedOn);
    if (days < -EARLY_DAYS || days > PAYOUT_DAYS) return [];
    const rate = books.rate(payout.amount.currency, line.amount.currency, line.bookedOn);
    const off = offByRate(payout.amount, line.amount, rate);
    if (off === null || off > RATE_TOLERANCE) return [];
    return [{ ...payoutAs(payout, words, named, days, 'by-rate', off), grade: 0 as const }];
  });
}

function payoutAs(
  { id, platform, ref, amount, orders }: OpenPayout,
  words: string,
  named: NamedPayee,
  days: number,
  how: 'same-amount' | 'by-rate',
  off?: number,
): Graded {
  const number = [ref, ...orders].find((each) => isNamed(words, each));
  const support = supportOf(number, wordFor(named, platform));
  const reasons = [reason(how, off), ...support.reasons, reason('days', Math.abs(days))];
  const grade = speaksAgainst(named, platform) && number === undefined ? 0 : support.grade;
  return { kind: 'payout', ids: [id], platform, expected: amount, reasons, grade, days: Math.abs(days) };
}

function salesOf(line: OpenLine, words: string, named: NamedPayee, index: BookIndex): readonly Graded[] {
  return (index.sales.get(key(line.amount)) ?? []).flatMap((sale): Graded[] => {
    const number = isNamed(words, sale.orderNumber) ? sale.orderNumber : undefined;
    const support = supportOf(number, wordFor(named, sale.platform));
    if (!isInTime(sale, line) || support.grade < 2) return [];
    const days = Math.abs(daysBetween(sale.paidOn ?? sale.soldOn, line.bookedOn));
    const reasons = [reason('same-amount'), ...support.reasons, reason('sales', 1)];
    const { id, platform, net } = sale;
    return [{ kind: 'sales', ids: [id], platform, expected: net, reasons, grade: support.grade, days }];
  });
}

/** Money comes about the day the platform says it paid or, where it does not say, some time after the sale. */
function isInTime({ soldOn, paidOn }: UnpaidSale, { bookedOn }: OpenLine): boolean {
  const days = daysBetween(paidOn ?? soldOn, bookedOn);
  return paidOn === null ? days >= 0 && days <= SALE_DAYS : days >= -EARLY_DAYS && days <= PAYOUT_DAYS;
}

/** Sales a platform says it paid on one day, as one sum. */
function paidTogether(line: OpenLine, words: string, named: NamedPayee, { together }: BookIndex): readonly Graded[] {
  return (together.get(key(line.amount)) ?? []).flatMap(({ sales, platform, paidOn, total }): Graded[] => {
    const number = sales.find(({ orderNumber }) => isNamed(words, orderNumber))?.orderNumber;
    const support = supportOf(number, wordFor(named, platform));
    const days = daysBetween(paidOn, line.bookedOn);
    if (days < -EARLY_DAYS || days > PAYOUT_DAYS || support.grade < 2) return [];
    const ids = sales.map(({ id }) => id).toSorted();
    const reasons = [
      reason('same-amount'),
      ...support.reasons,
      reason('sales', ids.length),
      reason('paid-on', paidOn),
      reason('days', Math.abs(days)),
    ];
    return [{ kind: 'sales', ids, platform, expected: total, reasons, grade: support.grade, days: Math.abs(days) }];
  });
}

function supportOf(number: string | undefined, word: string | null) {
  const reasons: Reason[] = [];
  if (number !== undefined) reasons.push(reason('ref', number));
  if (word !== null) reasons.push(reason('payee', word));
  return { reasons, grade: number !== undefined ? (3 as const) : word !== null ? (2 as const) : (1 as const) };
}

function expensesOf(line: OpenLine, words: string, index: BookIndex): readonly Graded[] {
  const spent = money(-line.amount.minor, line.amount.currency);
  return (index.expenses.get(key(spent)) ?? []).flatMap((expense) => {
    const days = Math.abs(daysBetween(expense.spentOn, line.bookedOn));
    if (days > EXPENSE_DAYS) return [];
    const supplier = supplierIn(words, expense.supplier);
    const support = supportOf(undefined, supplier);
    const reasons = [reason('same-amount'), ...support.reasons, reason('days', days)];
    const { id, amount } = expense;
    return [{ kind: 'expense', ids: [id], platform: null, expected: amount, reasons, grade: support.grade, days }];
  });
}

/** The word of a supplier's name that stands in a line; null: none of three letters or more does. */
function supplierIn(words: string, supplier: string): string | null {
  const lower = words.toLowerCase();
  const parts = supplier.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return parts.find((part) => lower.includes(part)) ?? null;
}
