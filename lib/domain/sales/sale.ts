import type { MarketplaceId } from '../listings/listing';
import type { Money } from '../money/money';
import type { FxRate } from '../money/fx';
import type { Instant } from '../time/instant';

/** `pending` until the marketplace finished the order; `reversed` when it was cancelled or returned. */
export type SaleStatus = 'pending' | 'completed' | 'reversed';

/** Where a pair was sold. Only sales on a marketplace we talk to come by themselves; the others are told by the seller. */
export type SalePlatform =
  | MarketplaceId
  | 'stockx'
  | 'ebay'
  | 'depop'
  | 'vinted'
  | 'shopify'
  | 'stadium-goods'
  | 'cardtrader'
  | 'in-person'
  | 'other';

/**
 * What a platform took of a sale as its own statement splits it, in the sale's currency. Positive takes, negative gives
 * back; null: the statement has no such line. They add up to `price - payout`; what it does not explain is `adjustment`.
 *
 * @example StockX: price 69.00, fee 8.00, processing 2.07, payout 58.93: commission 8.00, processing 2.07, adjustment 0
 */
export interface SaleCharges {
  readonly commission: Money | null;
  /** A fixed fee of the seller (alias's seller fee, eBay's fee per order). */
  readonly sellerFee: Money | null;
  readonly processing: Money | null;
  readonly shipping: Money | null;
  readonly advertising: Money | null;
  readonly penalty: Money | null;
  /** Tax on the platform's fees, as far as it is told apart. */
  readonly feeTax: Money | null;
  readonly adjustment: Money | null;
}

/** When and as what the money of a sale came. */
export interface SalePaid {
  readonly at: Instant;
  /** Row of `payouts`; null when it is only known when it was paid. */
  readonly payoutId: string | null;
}

/** What a file or the seller told of a sale besides its figures; empty texts and null: not told. */
export interface SaleDetails {
  readonly buyer: string;
  /** ISO 3166 alpha-2 of where it was sent. */
  readonly country: string | null;
  /** The seller's own invoice for it. */
  readonly invoiceNumber: string;
  /** Tax the platform collected from the buyer and paid itself; in no figure of the seller's. */
  readonly marketplaceTax: Money | null;
  readonly note: string;
  /**
   * Which report told of it, and whether the importer chose its pair from stock (and may choose better as more files come)
   * or the sale keeps the pair it has. Left out: by sync or by hand.
   */
  readonly imported?: {
    readonly source: string;
    readonly match: 'auto' | 'own';
    /** The seller put its figures right: no file changes them any more. */
    readonly corrected?: true;
    /** Fees in rows of their own that its figures count already, by their names. */
    readonly folded?: readonly string[];
  };
  /**
   * The row of a file that told the price and payout of a sale told by hand just as the seller did, by its key there; empty:
   * several did. So they are what was first paid, and allow for no refund. Left out: no file did.
   */
  readonly confirmed?: string;
}

/** Why a sale is none any more, and what that cost. */
export interface SaleReversal {
  readonly reason: 'cancelled' | 'returned' | 'failed-verification' | 'refunded';
  readonly at: Instant;
  /** What the platform charged for it; null: nothing, or not known. */
  readonly penalty: Money | null;
  readonly note: string;
}

/** One pair sold once. Figures of the cost stay on the pair; the two are joined for profit. */
export interface Sale {
  readonly id: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly marketplace: SalePlatform;
  /** The marketplace's order id, or one of ours for a sale told by the seller; unique, so that an order read twice is one sale. */
  readonly externalOrderId: string;
  readonly orderNumber: string;
  readonly pairId: string;
  readonly catalogId: string;
  readonly name: string;
  readonly brand: string;
  readonly rawSku: string;
  readonly sizeValue: number;
  readonly soldAt: Instant;
  readonly price: Money;
  /**
   * True payout before cash-out as the order states it; null while only an estimate exists. Of a sale told by the seller:
   * what arrived, after everything.
   */
  readonly payout: Money | null;
  readonly status: SaleStatus;
  /** Rate into the seller's display currency on the day of the sale, with its source; null when none was known. */
  readonly fx: FxRate | null;
  /** How the take splits, where a statement says so. */
  readonly charges: SaleCharges | null;
  /** null: not paid yet, or nobody said when. */
  readonly paid: SalePaid | null;
  readonly details: SaleDetails | null;
  /** Set while `status` is `reversed` and the reason is known. */
  readonly reversal: SaleReversal | null;
  /** The import it came by; null: by sync or by hand. */
  readonly importId: string | null;
  /** The figures as they were told, of a sale with refunds or fees that came after it; left out: nothing came. */
  readonly told?: SaleFigures;
}

/** What a refund changes of a sale. */
export type SaleFigures = Pick<Sale, 'price' | 'payout' | 'charges' | 'status' | 'reversal'>;
