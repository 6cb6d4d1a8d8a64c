import { dueExpenses } from '@/lib/domain/expenses/due-expenses';
import type { ExpenseCategory, Recurrence } from '@/lib/domain/expenses/expense';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { calendarDate, type CalendarDate } from '@/lib/domain/time/instant';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { RecurringEntry } from '@/lib/queries/recurring-expenses';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { noonOfDay, readAmount } from './expense-draft';

export type RecurringRow = RecurringEntry['recurring'];

/** The fields of the form, as they are typed. */
export interface RecurringFields {
  readonly category: ExpenseCategory;
  readonly amount: string;
  readonly currency: CurrencyCode;
  readonly tax: string;
  readonly supplier: string;
  readonly note: string;
  readonly count: string;
  readonly unit: Recurrence['unit'];
  readonly startsOn: string;
  /** Empty: it goes on. */
  readonly endsOn: string;
}

export type RecurringProblems = Partial<Record<keyof RecurringFields, string>>;

type Draft = MessageInput<'recurring/save'>['draft'];

export type RecurringCheck =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly problems: RecurringProblems };

export function recurringFields(row: RecurringRow | null, currency: CurrencyCode, today: string): RecurringFields {
  if (row === null)
    return {
      category: 'software',
      amount: '',
      currency,
      tax: '',
      supplier: '',
      note: '',
      count: '1',
      unit: 'month',
      startsOn: today,
      endsOn: '',
    };
  const shown = (money: RecurringRow['amount']) => moneyText(money, { cents: 'fixed' });
  return {
    category: row.category,
    amount: shown(row.amount),
    currency: row.amount.currency,
    tax: row.tax === null ? '' : shown(row.tax),
    supplier: row.supplier,
    note: row.note,
    count: String(row.every.every),
    unit: row.every.unit,
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? '',
  };
}

/** What the fields mean, or what is wrong with them. */
export function checkRecurring(fields: RecurringFields): RecurringCheck {
  const problems: { -readonly [K in keyof RecurringProblems]: string } = {};
  const amount = readAmount(fields.amount, fields.currency);
  const tax = fields.tax.trim() === '' ? null : readAmount(fields.tax, fields.currency);
  if (typeof amount === 'string') problems.amount = amount;
  if (typeof tax === 'string') problems.tax = tax;
  else if (
    tax !== null &&
    typeof amount !== 'string' &&
    (tax.currency !== amount.currency || tax.minor >= amount.minor)
  )
    problems.tax = t('expenses.taxWrong');
  const every = /^[1-9]\d?$/.test(fields.count.trim()) ? Number(fields.count) : null;
  if (every === null) problems.count = t('recurring.countWrong');
  const [startsOn, endsOn] = [dayOf(fields.startsOn), fields.endsOn === '' ? null : dayOf(fields.endsOn)];
  if (startsOn === 'bad') problems.startsOn = t('expenses.dayWrong');
  if (endsOn === 'bad' || (endsOn !== null && startsOn !== 'bad' && endsOn < startsOn))
    problems.endsOn = t('recurring.endWrong');
  const isBad = typeof amount === 'string' || typeof tax === 'string' || every === null || startsOn === 'bad';
  if (isBad || endsOn === 'bad' || Object.keys(problems).length > 0) return { ok: false, problems };
  const { category, supplier, note, unit } = fields;
  return { ok: true, draft: { category, amount, tax, supplier, note, every: { unit, every }, startsOn, endsOn } };
}

/** How many would be written down at once, and when the next one comes. */
export function firstDue(draft: Draft, today: CalendarDate): ReturnType<typeof dueExpenses> {
  const startsOn = draft.startsOn as CalendarDate;
  const plan = { every: draft.every, startsOn, endsOn: draft.endsOn as CalendarDate | null, nextOn: startsOn };
  return dueExpenses(plan, today);
}

function dayOf(text: string): CalendarDate | 'bad' {
  return noonOfDay(text) === null ? 'bad' : (calendarDate(text) ?? 'bad');
}
