import type { ExpenseCategory } from '../expenses/expense';
import type { CurrencyCode } from '../money/currency';
import type { FxRate } from '../money/fx';
import type { Money } from '../money/money';
import type { SalePlatform } from '../sales/sale';
import { DAY_MS, type CalendarDate } from '../time/instant';
import type { Reason } from './reason';

/** A line of a statement that nothing is matched with. */
export interface OpenLine {
  readonly id: string;
  readonly bookedOn: CalendarDate;
  readonly amount: Money;
  readonly payee: string;
  readonly text: string;
}

/** A payout nobody found on a statement. */
export interface OpenPayout {
  readonly id: string;
  readonly platform: SalePlatform;
  readonly ref: string;
  readonly paidOn: CalendarDate;
  readonly amount: Money;
  /** Order numbers of its sales. */
  readonly orders: readonly string[];
}

/** A completed sale whose money was found in no payout. */
export interface UnpaidSale {
  readonly id: string;
  readonly platform: SalePlatform;
  readonly orderNumber: string;
  readonly soldOn: CalendarDate;
  /** The day the platform says it paid; null: it does not say. */
  readonly paidOn: CalendarDate | null;
  /** What the platform owes for it, before a cash-out fee. */
  readonly net: Money;
}

export interface OpenExpense {
  readonly id: string;
  readonly category: ExpenseCategory;
  readonly spentOn: CalendarDate;
  readonly amount: Money;
  readonly supplier: string;
}

export interface ReconcileBooks {
  readonly lines: readonly OpenLine[];
  readonly payouts: readonly OpenPayout[];
  readonly sales: readonly UnpaidSale[];
  readonly expenses: readonly OpenExpense[];
  /** Share of an alias balance that goes when it is withdrawn; null: not known, and then no set is looked for. */
  readonly cashOutBasisPoints: number | null;
  readonly rate: (from: CurrencyCode, to: CurrencyCode, on: CalendarDate) => FxRate | null;
}

export type Confidence = 'certain' | 'likely' | 'possible';

/** Something of the books a line may be. */
export interface Candidate {
  readonly kind: 'payout' | 'sales' | 'expense';
  readonly ids: readonly string[];
  readonly platform: SalePlatform | null;
  /** What was expected, in the currency it was expected in. */
  readonly expected: Money;
  readonly confidence: Confidence;
  readonly reasons: readonly Reason[];
}

/** A candidate with how much speaks for it: 3 a number of it stands in the line, 2 a name, 1 the amount, 0 a rate. */
export interface Graded extends Omit<Candidate, 'confidence'> {
  readonly grade: 0 | 1 | 2 | 3;
  readonly days: number;
}

/** Money may come so many days after it was sent, or be booked a day or two before the date that was told. */
export const PAYOUT_DAYS = 10;
export const EARLY_DAYS = 2;
/** A sale is paid within so many days. */
export const SALE_DAYS = 120;
export const EXPENSE_DAYS = 5;
/** What a bank or a carrier may keep of a changed amount, in basis points of what the stored rate says. */
export const RATE_TOLERANCE = 300;

/** Days from `a` to `b`; below zero when `b` is earlier. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / DAY_MS);
}
