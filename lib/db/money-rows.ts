import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import type { SalePlatform } from '@/lib/domain/sales/sale';
import type { CalendarDate, Instant } from '@/lib/domain/time/instant';
import type { ExpenseCategory, ExpenseSplit, Mileage, Recurrence } from '@/lib/domain/expenses/expense';
import type { Stamped } from './rows';

/** Rows of the seller's money besides pairs and sales; they exist only in the database. */

/** Money spent. Without pairs it is overhead; with several it is shared among them by `split`. */
export interface ExpenseRow extends Stamped {
  readonly deletedAt: Instant | null;
  readonly category: ExpenseCategory;
  /** What was paid, tax included; above zero. A refund of it is below. */
  readonly amount: Money;
  /** Of the amount: tax that is shown on the receipt. */
  readonly tax: Money | null;
  readonly spentAt: Instant;
  readonly supplier: string;
  readonly note: string;
  readonly pairIds: readonly string[];
  readonly split: ExpenseSplit;
  readonly mileage: Mileage | null;
  /** The recurring expense that made it. */
  readonly recurringId: string | null;
  readonly importId: string | null;
  /** Rate into the seller's display currency on that day; null when none was known or none is needed. */
  readonly fx: FxRate | null;
}

/** An expense that comes again by itself until `endsOn`. */
export interface RecurringExpenseRow extends Stamped {
  readonly deletedAt: Instant | null;
  readonly category: ExpenseCategory;
  readonly amount: Money;
  readonly tax: Money | null;
  readonly supplier: string;
  readonly note: string;
  readonly every: Recurrence;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  /** The next day it falls due; null: it is over. */
  readonly nextOn: CalendarDate | null;
}

/** A receipt, kept on this device as a `data:` URL so that it is in every backup. JPEG, PNG or PDF. */
export interface ReceiptRow extends Stamped {
  readonly expenseId: string;
  readonly name: string;
  readonly type: 'image/jpeg' | 'image/png' | 'application/pdf';
  readonly bytes: number;
  readonly dataUrl: string;
}

/** Money a platform sent to the seller's bank. */
export interface PayoutRow extends Stamped {
  readonly platform: SalePlatform;
  /** The platform's own number of it, or one of ours; unique per platform. */
  readonly ref: string;
  readonly paidAt: Instant;
  /** What arrived, or was sent; above zero. */
  readonly amount: Money;
  /** The line of a bank statement it was found as. */
  readonly bankLineId: string | null;
  readonly importId: string | null;
  readonly fx: FxRate | null;
  readonly note: string;
}

/** A row an import changed (not made), as it was before; what it made carries its `importId`. */
export interface ImportChangeRow {
  readonly id: string;
  readonly importId: string;
  readonly table: string;
  readonly rowId: string;
  readonly before: Readonly<Record<string, unknown>>;
  /** `updatedAt` the import gave it: another one means that somebody changed it since. */
  readonly stamp: Instant;
}

/** Which column of a file is what, kept for the next file with the same header. */
export interface ImportMappingRow extends Stamped {
  readonly name: string;
  readonly kind: 'sales' | 'inventory' | 'expenses' | 'bank' | 'payouts';
  /** The header it was made for, to be recognised by. */
  readonly header: readonly string[];
  /** Field to column name, and what was said about dates, decimals, currency; read by the importer alone. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A report as it was made: with these settings over the same rows it comes out to the same cent. */
export interface ReportRow {
  readonly id: string;
  readonly kind: string;
  readonly madeAt: Instant;
  readonly name: string;
  /** All it was made with. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Its figures, as text for ever. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** SHA-256 of the rows it read, hex: whether the books changed since. */
  readonly digest: string;
}

/** What the stock was worth on a day. */
export interface StockValuationRow {
  readonly id: string;
  readonly day: CalendarDate;
  readonly madeAt: Instant;
  readonly currency: CurrencyCode;
  readonly pairs: number;
  /** Pairs whose cost is not known; in no sum. */
  readonly withoutCost: number;
  readonly atCost: Money;
  /** At the lowest ask less one dollar after fees; null-able parts are counted in `figures`. */
  readonly atAskNet: Money;
  readonly atOfferNet: Money;
  /** Per pair the lower of cost and what it would bring. */
  readonly lowerOfCostAndNet: Money;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** A pair's number in the stock book, given once and never again. */
export interface StockBookRow {
  /** The pair's id. */
  readonly id: string;
  readonly number: number;
  readonly at: Instant;
}

/** A bar code (GTIN of 14 digits) and what it stands for, learned from files and pages. */
export interface BarcodeRow {
  readonly id: string;
  readonly styleCode: string;
  readonly usSize: number | null;
  readonly sizeText: string;
  readonly source: string;
  readonly at: Instant;
}
