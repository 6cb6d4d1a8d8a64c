import type { ExpenseCategory, ExpenseSplit } from '@/lib/domain/expenses/expense';
import type { ExpenseRowLike } from './expense-commands';
import { compare, negate } from '@/lib/domain/money/arithmetic';
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { DAY_MS, instant, type Instant } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import { amountProblem } from '../bridge/amount-problem';
import { localOffset } from '../bridge/local-time';
import { parseCost } from '../bridge/parse-cost';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';

/** The fields of the form, as they are typed. */
export interface ExpenseFields {
  readonly category: ExpenseCategory;
  readonly amount: string;
  readonly currency: CurrencyCode;
  /** It came back: a refund. */
  readonly refund: boolean;
  readonly tax: string;
  readonly day: string;
  readonly supplier: string;
  readonly note: string;
  readonly pairIds: readonly string[];
  readonly split: ExpenseSplit;
}

export type ExpenseProblems = Partial<Record<keyof ExpenseFields, string>>;

export interface CheckedExpense {
  readonly amount: Money;
  readonly tax: Money | null;
  readonly spentAt: Instant;
}

export type ExpenseCheck =
  | { readonly ok: true; readonly value: CheckedExpense }
  | { readonly ok: false; readonly problems: ExpenseProblems };

export function emptyFields(currency: CurrencyCode, now: number, pairIds: readonly string[]): ExpenseFields {
  return {
    category: 'postage',
    amount: '',
    currency,
    refund: false,
    tax: '',
    day: localDate(instant(now), localOffset),
    supplier: '',
    note: '',
    pairIds,
    split: 'value',
  };
}

/** An expense that is there already, as the form shows it. */
export function fieldsOf(expense: ExpenseRowLike): ExpenseFields {
  const { category, amount, tax, spentAt, supplier, note, pairIds, split } = expense;
  const refund = amount.minor < 0;
  const shown = (money: Money) => moneyText(refund ? negate(money) : money, { cents: 'fixed' });
  return {
    category,
    amount: shown(amount),
    currency: amount.currency,
    refund,
    tax: tax === null ? '' : shown(tax),
    day: localDate(spentAt, localOffset),
    supplier,
    note,
    pairIds,
    split,
  };
}

/** What the fields mean, or what is wrong with them, each in words for below its field. */
export function checkExpense(fields: ExpenseFields, now: number): ExpenseCheck {
  const problems: { -readonly [K in keyof ExpenseProblems]: string } = {};
  const amount = readAmount(fields.amount, fields.currency);
  const tax = fields.tax.trim() === '' ? null : readAmount(fields.tax, fields.currency);
  const spentAt = noonOfDay(fields.day);
  if (typeof amount === 'string') problems.amount = amount;
  if (typeof tax === 'string') problems.tax = tax;
  if (spentAt === null || spentAt > now + DAY_MS) problems.day = t('expenses.dayWrong');
  if (typeof amount !== 'string' && tax !== null && typeof tax !== 'string' && !isPart(tax, amount))
    problems.tax = t('expenses.taxWrong');
  if (typeof amount === 'string' || typeof tax === 'string' || spentAt === null || Object.keys(problems).length > 0)
    return { ok: false, problems };
  const signed = (money: Money) => (fields.refund ? negate(money) : money);
  return { ok: true, value: { amount: signed(amount), tax: tax === null ? null : signed(tax), spentAt } };
}

/** A text that is no amount above zero is answered with what is wrong with it. */
export function readAmount(text: string, currency: CurrencyCode): Money | string {
  const parsed = parseCost(text, currency);
  if (!parsed.ok) return amountProblem(parsed.reason);
  if (parsed.cost === null || parsed.cost.minor === 0) return t('expenses.amountMissing');
  return parsed.cost;
}

function isPart(tax: Money, amount: Money): boolean {
  return tax.currency === amount.currency && compare(tax, amount) < 0;
}

/** Noon of the day a date field holds, on this device's clock; null for what is no day. */
export function noonOfDay(text: string): Instant | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return null;
  const noon = new Date(Number(year), Number(month) - 1, Number(day), 12);
  return noon.getDate() === Number(day) && noon.getFullYear() >= 1980 ? instant(noon.getTime()) : null;
}

export function currencyOr(code: string, fallback: CurrencyCode): CurrencyCode {
  return isCurrencyCode(code) ? code : fallback;
}
