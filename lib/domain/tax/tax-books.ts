import type { ExpenseCategory, Mileage } from '../expenses/expense';
import type { Pair } from '../inventory/pair';
import type { CurrencyCode } from '../money/currency';
import type { FxRate } from '../money/fx';
import type { Money } from '../money/money';
import type { Sale } from '../sales/sale';
import type { Instant } from '../time/instant';
import type { OffsetAt } from '../time/period';

/** What a tax report needs to know of an expense. */
export interface TaxExpense {
  readonly id: string;
  readonly category: ExpenseCategory;
  readonly amount: Money;
  readonly tax: Money | null;
  readonly spentAt: Instant;
  readonly supplier: string;
  readonly note: string;
  readonly mileage: Mileage | null;
  readonly fx: FxRate | null;
}

/** Money a platform sent. */
export interface TaxPayout {
  readonly id: string;
  readonly platform: string;
  readonly paidAt: Instant;
  readonly amount: Money;
  readonly fx: FxRate | null;
}

/** All rows a tax report reads. Rows in the bin are not among them, save pairs that were sold. */
export interface TaxBooks {
  readonly sales: readonly Sale[];
  readonly pairs: readonly Pair[];
  readonly expenses: readonly TaxExpense[];
  readonly payouts: readonly TaxPayout[];
  /** The rate of the books between two currencies on a day: the newest from then or before; null: none was known. */
  readonly rateAt: (a: CurrencyCode, b: CurrencyCode, at: Instant) => FxRate | null;
  readonly offsetAt: OffsetAt;
}

/** Why a row is in no sum. */
export type LeftReason =
  | 'no-rate'
  | 'no-cost'
  | 'no-pair'
  | 'no-purchase-day'
  | 'no-reversal-day'
  | 'no-payout'
  | 'no-country'
  | 'no-tax-rate';

/** A row that is in no sum, or whose part is in none, and why. */
export interface LeftOut {
  readonly kind: 'sale' | 'pair' | 'expense' | 'payout';
  readonly id: string;
  readonly pairId: string | null;
  readonly name: string;
  readonly at: Instant;
  readonly reason: LeftReason;
}
