import type { StyleCode } from '../catalog/style-code';
import type { ExpenseCategory } from '../expenses/expense';
import type { Condition, Packaging } from '../listings/listing';
import type { Money } from '../money/money';
import type { SaleCharges, SalePlatform, SaleReversal, SaleStatus } from '../sales/sale';
import type { Size } from '../sizes/size';
import type { Instant } from '../time/instant';

/** The normal form of what files tell: whatever a report is called and looks like, its rows become these. */

/** Reports whose shape is known, and tables of the seller's own. */
export type SourceId =
  | 'stockx'
  | 'alias-sales'
  | 'alias-invoice'
  | 'ebay-transactions'
  | 'ebay-orders'
  | 'ebay-earnings'
  | 'depop'
  | 'shopify'
  | 'cardtrader'
  | 'own-sales'
  | 'own-stock'
  | 'own-expenses';

/** A pair as a file names it. */
export interface NamedPair {
  readonly name: string;
  readonly brand: string;
  readonly styleCode: StyleCode | null;
  /** The code as it was written. */
  readonly rawSku: string;
  /** null: not a shoe, or the file does not say. */
  readonly size: Size | null;
  /** GTIN of 14 digits. */
  readonly barcode: string | null;
}

/** One pair sold once. */
export interface SaleEntry extends NamedPair {
  /** Where it stands in the file. */
  readonly line: number;
  readonly source: SourceId;
  readonly platform: SalePlatform;
  /** Names the sale for ever within its platform, so that a file read twice adds nothing. */
  readonly key: string;
  readonly orderNumber: string;
  readonly soldAt: Instant;
  readonly price: Money;
  /** What arrived of it; null: the file does not say. */
  readonly payout: Money | null;
  /** Complete with the payout: they add up to `price - payout`. */
  readonly charges: SaleCharges | null;
  readonly paidAt: Instant | null;
  /** The platform's own number of the payout it came with; empty: not told. */
  readonly payoutRef: string;
  readonly status: SaleStatus;
  readonly reversal: SaleReversal | null;
  readonly buyer: string;
  readonly country: string | null;
  readonly invoiceNumber: string;
  readonly marketplaceTax: Money | null;
  readonly note: string;
  /** What the pair had cost, where the file knows; such a sale needs no pair from stock. */
  readonly cost: Money | null;
  readonly boughtAt: Instant | null;
  /** Names of fees in rows of their own that its figures count; left out: none. */
  readonly folded?: readonly string[];
}

/** Pairs of one kind that are, or were, in stock. */
export interface StockEntry extends NamedPair {
  readonly line: number;
  /** Names the row for ever; each of its pairs is `ref#1`, `ref#2`, … */
  readonly ref: string;
  readonly quantity: number;
  readonly cost: Money | null;
  readonly otherCosts: Money | null;
  readonly boughtAt: Instant | null;
  readonly supplier: string;
  readonly condition: Condition;
  readonly packaging: Packaging;
  readonly location: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly purchaseInvoice: string;
}

export interface ExpenseEntry {
  readonly line: number;
  /** Names it for ever. */
  readonly ref: string;
  readonly category: ExpenseCategory;
  readonly amount: Money;
  readonly tax: Money | null;
  readonly spentAt: Instant;
  readonly supplier: string;
  readonly note: string;
}

/** Money a platform sent to the bank. */
export interface PayoutEntry {
  readonly line: number;
  readonly platform: SalePlatform;
  readonly ref: string;
  readonly paidAt: Instant;
  readonly amount: Money;
  readonly note: string;
}

/** What came after a sale: money the buyer got back, or a fee of its order. */
export interface AfterSaleEntry {
  readonly line: number;
  readonly source: SourceId;
  readonly platform: SalePlatform;
  readonly what: 'refund' | 'fee';
  /** Names it for ever within its order, so that a file read twice takes nothing off twice. */
  readonly ref: string;
  /** The order's number. */
  readonly order: string;
  /** The article of the order it is of; empty: all of them. */
  readonly item: string;
  readonly at: Instant;
  /** What the buyer got back, below zero; of a fee zero. */
  readonly gross: Money;
  /** What it did to what arrives: below zero takes. */
  readonly net: Money;
  /** Positive takes; fees that came back are below zero. */
  readonly charges: SaleCharges;
}

/** All that one file tells. */
export type Entry =
  | { readonly kind: 'sale'; readonly entry: SaleEntry }
  | { readonly kind: 'stock'; readonly entry: StockEntry }
  | { readonly kind: 'after-sale'; readonly entry: AfterSaleEntry }
  | { readonly kind: 'expense'; readonly entry: ExpenseEntry }
  | { readonly kind: 'payout'; readonly entry: PayoutEntry };
