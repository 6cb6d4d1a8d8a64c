import type { CurrencyCode } from '../money/currency';
import type { Money } from '../money/money';

/**
 * What a site adds to the price of a pair when it is bought there. Null is not known, and then named wherever it is
 * missing; nothing is a zero. Rates are basis points (250 is 2.5 %).
 */
export interface BuyerTerms {
  /** Of the price: processing, authentication, buyer protection. */
  readonly feeBasisPoints: number | null;
  /** Whatever the price. */
  readonly fixedFee: Money | null;
  /** Where the page does not name its own. */
  readonly shipping: Money | null;
  /** Duty and import VAT, of price and shipping together. */
  readonly dutyBasisPoints: number | null;
}

/** Another commission from a price on, instead of commission and fixed fee (eBay's trainers from $150). */
export interface SellerStep {
  readonly from: Money;
  readonly commissionBasisPoints: number;
}

/** What a site takes when a pair is sold there. Rates are basis points of the sale price; null amounts are not known. */
export interface SellerTerms {
  readonly commissionBasisPoints: number;
  readonly paymentBasisPoints: number;
  /** The least the commission can be; null: no least. */
  readonly minimumCommission: Money | null;
  readonly fixedFee: Money | null;
  /** Paid by the seller. */
  readonly shipping: Money | null;
  readonly step: SellerStep | null;
}

/** How money moves on one site, as the seller set it. `seller: null`: nobody can sell there, or it is not known. */
export interface SiteProfile {
  /** What the site's bare amounts are in when the page does not say; null: as the page says. */
  readonly currency: CurrencyCode | null;
  readonly buyer: BuyerTerms;
  readonly seller: SellerTerms | null;
}

/** By site, what the seller changed. */
export type StoredProfiles = Readonly<Record<string, SiteProfile>>;
