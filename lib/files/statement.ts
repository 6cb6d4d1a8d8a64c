import type { CurrencyCode } from '@/lib/domain/money/currency';
import { isCurrencyCode, currencyDecimals } from '@/lib/domain/money/currency';
import { MOST_MINOR } from '@/lib/domain/inventory/pair';
import { money, type Money } from '@/lib/domain/money/money';
import { parseMoney } from '@/lib/domain/money/parse-money';
import type { CalendarDate } from '@/lib/domain/time/instant';
import type { DayOrder } from '@/lib/domain/releases/read-day';

/** One booking as a statement tells it. */
export interface StatementLine {
  /** Where in the file it begins, from 1. */
  readonly line: number;
  /** The bank's own id of it; null: the file has none. */
  readonly bankId: string | null;
  readonly bookedOn: CalendarDate;
  /** Above zero came in, below went out. */
  readonly amount: Money;
  readonly payee: string;
  readonly text: string;
}

export type LineProblem =
  | 'no-date'
  | 'ambiguous-date'
  | 'no-amount'
  | 'too-many-decimals'
  | 'other-currency'
  | 'not-booked'
  | 'not-bank'
  | 'no-direction'
  | 'broken';

/** A record that was left out, with its line and its own words. */
export interface StatementProblem {
  readonly line: number;
  readonly reason: LineProblem;
  readonly text: string;
}

/** The bookings of one account. */
export interface Statement {
  /** The account's number as the file writes it; empty: it names none. */
  readonly number: string;
  /** null: the file does not say, and the lines are in the currency that was told. */
  readonly currency: CurrencyCode | null;
  readonly lines: readonly StatementLine[];
}

export type StatementFormat = 'ofx' | 'qif' | 'camt' | 'csv';

export type FileProblem =
  | 'empty'
  | 'too-large'
  | 'not-text'
  | 'broken'
  | 'entities'
  | 'unclosed'
  | 'no-columns'
  | 'too-many-lines'
  | 'unknown-format';

export type ReadStatement =
  | {
      readonly ok: true;
      readonly format: StatementFormat;
      readonly statements: readonly Statement[];
      readonly problems: readonly StatementProblem[];
      /** `day-order`: dates could be read either way and somebody must say; `examples` are some of them. */
      readonly needs: 'day-order' | null;
      readonly examples: readonly string[];
      /** Of a table: its headings and which was taken for what. */
      readonly table: BankTable | null;
    }
  | { readonly ok: false; readonly problem: FileProblem; readonly table: BankTable | null };

/** How much of the work is done, from 0 to 1, between two small steps; at the end what was read. */
export type Steps = Generator<number, ReadStatement>;

export interface BankTable {
  readonly headings: readonly string[];
  readonly columns: BankColumns;
}

export const BANK_FIELDS = ['date', 'amount', 'in', 'out', 'payee', 'text', 'id', 'currency', 'direction'] as const;

export type BankField = (typeof BANK_FIELDS)[number];

/** Which heading holds what; null: none does. */
export type BankColumns = Readonly<Record<BankField, string | null>>;

export interface StatementOptions {
  /** The currency of lines whose file names none. */
  readonly currency: CurrencyCode;
  /** null: nobody said which figure of `03/04/2026` is the day. */
  readonly order: DayOrder | null;
  /** Of a table: headings that were chosen, or were chosen for such a table before. */
  readonly columns?: Partial<BankColumns>;
}

/** Beyond this a file is refused: no bank writes a statement of 20 MB, and a page must not freeze over one. */
export const MOST_STATEMENT_BYTES = 20_000_000;
export const MOST_STATEMENT_LINES = 50_000;

/** An exact amount as statements write it, or why it is none. A lone comma or point is the decimal sign. */
export function statementAmount(text: string, currency: CurrencyCode): Money | LineProblem {
  const plain = text.trim();
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d{1,15})(?:[.,](\d{1,10}))?$/.exec(plain) ?? [];
  if (whole === '') return tableAmount(plain, currency);
  const decimals = currencyDecimals(currency);
  const [kept, over] = [fraction.slice(0, decimals), fraction.slice(decimals)];
  if (/[1-9]/.test(over)) return 'too-many-decimals';
  const minor = BigInt(whole + kept.padEnd(decimals, '0'));
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return 'no-amount';
  return withinBooks(money(Number(sign === '-' ? -minor : minor), currency));
}

/** An amount as tables and people write it, or why it is none. */
export function tableAmount(text: string, currency: CurrencyCode): Money | LineProblem {
  const parsed = parseMoney(text, currency);
  if (parsed.ok) return withinBooks(parsed.money);
  return parsed.reason === 'too-many-decimals' || parsed.reason === 'other-currency' ? parsed.reason : 'no-amount';
}

/** More than the companion can add up is an account number in the wrong place. */
function withinBooks(amount: Money): Money | 'no-amount' {
  return Math.abs(amount.minor) > MOST_MINOR ? 'no-amount' : amount;
}

/** A currency as a file writes it; null: none, or none the companion keeps. */
export function currencyIn(text: string): CurrencyCode | null {
  const code = text.trim().toUpperCase();
  return isCurrencyCode(code) ? code : null;
}

/** Words as one line of at most so many characters. */
export function clean(text: string, most: number): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, most);
}
