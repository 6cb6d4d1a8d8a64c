import type { StyleCode } from '../catalog/style-code';
import type { Condition, Packaging } from '../listings/listing';
import type { Money } from '../money/money';
import type { Size } from '../sizes/size';
import type { Instant } from '../time/instant';

/**
 * Where a pair is in its life with the seller. `consigned`: still the seller's, but it lies at a marketplace, which sells
 * it from there.
 */
export type PairStatus = 'in-stock' | 'listed' | 'sold' | 'returned' | 'consigned' | 'written-off';

/** How the pair came to be known. */
export type PairOrigin = 'listing' | 'order' | 'ledger' | 'manual' | 'import';

/**
 * How a pair is taxed when it is sold. `standard`: tax on the whole price; `margin`: on what it earned, item by item;
 * `global`: on the margin of a whole period; `zero`: none (sold outside, or not in business).
 */
export type TaxTreatment = 'standard' | 'margin' | 'global' | 'zero';

/** What the seller said about a pair for the tax office. */
export interface PairTax {
  /** null: as the tax profile says. */
  readonly treatment: TaxTreatment | null;
  readonly note: string;
  /** The invoice it was bought with; empty: none, or not told. */
  readonly purchaseInvoice: string;
  /** Tax shown on that invoice, in the currency of the cost: it can be reclaimed, and rules out a margin scheme. */
  readonly inputTax: Money | null;
}

/**
 * One pair of shoes: one row, one cost. Cost is what was paid for this very pair;
 * `cost: null` means unknown (never zero) and keeps it out of profit and of repricing.
 */
export interface Pair {
  readonly id: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly deletedAt: Instant | null;
  readonly status: PairStatus;
  readonly origin: PairOrigin;
  readonly catalogId: string | null;
  readonly styleCode: StyleCode | null;
  readonly name: string;
  readonly brand: string;
  readonly size: Size;
  readonly condition: Condition;
  readonly packaging: Packaging;
  readonly cost: Money | null;
  /** Shipping in, tax, cleaning: what this pair cost besides its price. */
  readonly otherCosts: Money | null;
  readonly boughtAt: Instant | null;
  readonly supplier: string | null;
  /** The page it was bought on, without query and fragment; null when not told. */
  readonly boughtUrl: string | null;
  /** The line of the purchase ledger this pair or its cost came from; unique, so that a file read twice adds nothing. */
  readonly ledgerRef: string | null;
  readonly tags: readonly string[];
  readonly note: string;
  /** Where it lies, in the seller's words (`Shelf B3`); null when not told. */
  readonly location: string | null;
  /** The seller's own bounds for its price, in the marketplace's currency; null: none. No rule goes beyond them. */
  readonly priceMinimum: Money | null;
  readonly priceMaximum: Money | null;
  /** alias's id of the listing that offers (or offered) this pair; unique among pairs. */
  readonly goatListingId: string | null;
  readonly soldAt: Instant | null;
  /** When it was written off: the loss is of that year, whatever is noted on it later. Left out or null: it is not, or nobody kept it. */
  readonly writtenOffAt?: Instant | null;
  readonly tax: PairTax | null;
  /** The import it came by; null: otherwise. */
  readonly importId: string | null;
}

/**
 * The largest amount a pair is taken to have cost, in minor units: ten thousand of it still add up exactly. A bar code
 * in the wrong field is more.
 */
export const MOST_MINOR = 100_000_000_000;
