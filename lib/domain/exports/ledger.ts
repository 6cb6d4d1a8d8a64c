import type { ExpenseCategory } from '../expenses/expense';
import type { TaxTreatment } from '../inventory/pair';
import { add } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import type { Money } from '../money/money';
import type { SaleCharges, SalePlatform } from '../sales/sale';
import type { CalendarDate } from '../time/instant';
import type { LedgerReturn } from './ledger-return';
import type { LedgerWriteOff } from './ledger-write-off';

/** The books as an accountant's program takes them: one currency, days instead of moments, nothing left to look up. */
export interface Ledger {
  readonly currency: CurrencyCode;
  readonly from: CalendarDate;
  /** The last day that is in it. */
  readonly to: CalendarDate;
  /** In order of time; those that were given back since too, each with the day of that. */
  readonly sales: readonly LedgerSale[];
  /** What was given back in the time, whenever it was sold; in order of time. */
  readonly returns: readonly LedgerReturn[];
  readonly spending: readonly LedgerSpending[];
  /** What reversed sales cost, by the day they were reversed. */
  readonly penalties: readonly LedgerPenalty[];
  /** Pairs that were lost, damaged or given away in the time. */
  readonly writeOffs: readonly LedgerWriteOff[];
  /** Pairs bought in the time. */
  readonly purchases: readonly LedgerPurchase[];
  /** Money that arrived: payouts where they are known, else paid sales one by one. What went back of those is below zero. */
  readonly receipts: readonly LedgerReceipt[];
  /** What is in no line, and why. */
  readonly leftOut: readonly LeftOutRow[];
}

export type LeftOutReason = 'missing-rate' | 'fees-unknown' | 'reversed' | 'not-paid' | 'cost-unknown';

export interface LeftOutRow {
  readonly id: string;
  readonly what: string;
  readonly reason: LeftOutReason;
}

/** The parts of a take, and what paying out costs. */
export type FeeKind = keyof SaleCharges | 'cashOut';

/** One pair sold. `price` less `fees` is `net`; `net` less `cost`, `otherCosts` and `expenses` is `profit`. */
export interface LedgerSale {
  readonly id: string;
  readonly on: CalendarDate;
  /** The day it was given back, or never came about; null: it stands. */
  readonly undoneOn: CalendarDate | null;
  readonly paidOn: CalendarDate | null;
  readonly orderNumber: string;
  /** The seller's own invoice, or the one its number in the stock book gives it; empty: none was given. */
  readonly invoiceNumber: string;
  readonly platform: SalePlatform;
  readonly buyer: string;
  /** ISO 3166 alpha-2; null: not known. */
  readonly country: string | null;
  readonly name: string;
  readonly styleCode: string;
  readonly size: string;
  readonly price: Money;
  /** What was taken, positive; below zero gives back. None of them is zero. */
  readonly fees: readonly { readonly kind: FeeKind; readonly amount: Money }[];
  readonly net: Money;
  /** Whether a fee is an estimate. */
  readonly isEstimated: boolean;
  readonly pairId: string;
  readonly cost: Money | null;
  readonly otherCosts: Money | null;
  /** Shares of expenses that fall on the pair; in `spending` too. Null: none. */
  readonly expenses: Money | null;
  readonly profit: Money | null;
  readonly boughtOn: CalendarDate | null;
  /** How it is taxed; null: the seller has no tax profile. */
  readonly treatment: TaxTreatment | null;
  /** Tax within the price at that treatment; null: none, or not known. */
  readonly tax: Money | null;
}

export interface LedgerSpending {
  readonly id: string;
  readonly on: CalendarDate;
  readonly category: ExpenseCategory;
  /** Tax included; below zero is a refund. */
  readonly amount: Money;
  readonly tax: Money | null;
  /** How much of it falls on pairs, and is in the profit of their sales: the rest is overhead. */
  readonly onPairs: Money;
  /** A journey with the own car: it counts, and no money moved. */
  readonly isJourney: boolean;
  readonly supplier: string;
  readonly note: string;
}

/** What a platform charged for a sale that was reversed. */
export interface LedgerPenalty {
  /** Of the sale. */
  readonly id: string;
  readonly on: CalendarDate;
  readonly platform: SalePlatform;
  readonly orderNumber: string;
  readonly name: string;
  readonly amount: Money;
}

export interface LedgerPurchase {
  readonly pairId: string;
  readonly on: CalendarDate;
  readonly name: string;
  readonly styleCode: string;
  readonly size: string;
  readonly supplier: string;
  readonly invoice: string;
  readonly cost: Money;
  readonly otherCosts: Money | null;
  /** Of the cost: tax on its invoice. */
  readonly tax: Money | null;
}

/** All that was paid for a pair. */
export function paidFor({ cost, otherCosts }: Pick<LedgerPurchase, 'cost' | 'otherCosts'>): Money {
  return otherCosts === null ? cost : add(cost, otherCosts);
}

export interface LedgerReceipt {
  readonly id: string;
  readonly on: CalendarDate;
  readonly platform: SalePlatform;
  readonly reference: string;
  readonly amount: Money;
  readonly saleIds: readonly string[];
}

/** A day's movement of the bank account, as bank imports of accounting programs want it: came in above zero, went out below. */
export interface Movement {
  readonly on: CalendarDate;
  readonly amount: Money;
  readonly payee: string;
  readonly description: string;
  readonly reference: string;
}
