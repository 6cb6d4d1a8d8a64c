import type { CurrencyCode } from '../money/currency';
import { minorPerUnit } from '../money/arithmetic';
import { money, type Money } from '../money/money';
import type { SiteId } from './site';
import type { BuyerTerms, SellerTerms, SiteProfile, StoredProfiles } from './site-profile';

/** Where the figures of a site come from and how old they are, for the person who wonders. */
export interface ProfileSource {
  readonly source: string;
  /** Year and month of what was read, `2026-07`; null: there is nothing that was read. */
  readonly asOf: string | null;
}

/** Nothing is known of what a buyer pays besides the price. */
const BUYER_UNKNOWN: BuyerTerms = { feeBasisPoints: null, fixedFee: null, shipping: null, dutyBasisPoints: null };

/**
 * What is known of a site's fees before the seller says better. Dated facts with their source, in the currency asked
 * for, since minimum fees and rules differ by country; whatever has no source is null.
 *
 * @example StockX in EUR: 9 % commission, at least €5, 3 % payment, €10 label
 */
export function defaultProfile(site: SiteId, currency: CurrencyCode = 'USD'): SiteProfile {
  const { buyer, seller } = DEFAULTS[site];
  return { currency: null, buyer: buyer(currency), seller: seller(currency) };
}

/** The seller's own profile of a site, else what is known of it. */
export function profileOf(site: SiteId, stored: StoredProfiles, currency: CurrencyCode = 'USD'): SiteProfile {
  return (Object.hasOwn(stored, site) ? stored[site] : undefined) ?? defaultProfile(site, currency);
}

export function profileSource(site: SiteId): ProfileSource {
  const { source, asOf } = DEFAULTS[site];
  return { source, asOf };
}

interface Default extends ProfileSource {
  readonly buyer: (currency: CurrencyCode) => BuyerTerms;
  readonly seller: (currency: CurrencyCode) => SellerTerms | null;
}

const unknownBuyer = (): BuyerTerms => BUYER_UNKNOWN;
const noSeller = (): null => null;

/** The least StockX takes at its first level, in whole units. */
const STOCKX_LEAST: Readonly<Partial<Record<CurrencyCode, number>>> = {
  AUD: 7.5,
  CAD: 7,
  HKD: 45,
  JPY: 800,
  MXN: 100,
  NZD: 16,
  SGD: 7,
  KRW: 7500,
  CHF: 4.5,
  EUR: 5,
  GBP: 5,
};

const DEFAULTS: Readonly<Record<SiteId, Default>> = {
  stockx: {
    source:
      'Seller fees of level 1: stockx.com help. Least fee: the same page; the line for US dollars could not be read, ' +
      'so the $10 of countries it does not list stands in. Label in euros: one payout seen. Buyer fees: not found.',
    asOf: '2026-07',
    buyer: unknownBuyer,
    seller: (currency) => ({
      commissionBasisPoints: 900,
      paymentBasisPoints: 300,
      minimumCommission: currency in STOCKX_LEAST ? units(STOCKX_LEAST[currency] ?? 0, currency) : units(10, 'USD'),
      fixedFee: units(0, currency),
      shipping: currency === 'EUR' ? units(10, 'EUR') : null,
      step: null,
    }),
  },
  goat: {
    source: 'Selling on GOAT is selling on alias. Buyer fees: not found.',
    asOf: null,
    buyer: unknownBuyer,
    seller: noSeller,
  },
  'flight-club': {
    source: 'Flight Club sells what alias sellers consign. Buyer fees: not found.',
    asOf: null,
    buyer: unknownBuyer,
    seller: noSeller,
  },
  'stadium-goods': {
    source: 'By consignment only: 20 % by sellers.stadiumgoods.com, plus storage. Buyer fees: not found.',
    asOf: null,
    buyer: unknownBuyer,
    seller: noSeller,
  },
  ebay: {
    source:
      'US trainers: 13.6 % and a fee per order, from $150 on 8 % without; seller label free with authentication (2022). ' +
      'UK: free for private sellers since 2024, but buying to resell is business, whose rate was not found. ' +
      'UK buyer protection on private offers: £0.10 and 7 % up to £20, 4 % up to £300, 2 % above.',
    asOf: '2025-07',
    buyer: unknownBuyer,
    seller: (currency) =>
      currency === 'USD'
        ? {
            commissionBasisPoints: 1360,
            paymentBasisPoints: 0,
            minimumCommission: null,
            fixedFee: null,
            shipping: units(0, 'USD'),
            step: { from: units(150, 'USD'), commissionBasisPoints: 800 },
          }
        : null,
  },
  vinted: {
    source:
      'Sellers pay nothing; selling commercially needs a Pro account. Buyers pay a fixed and a percentage fee: ' +
      'CA$1.10 and 5 % in Canada (help.vinted.ca); £0.30-0.80 and 3-8 % in the UK, so set yours.',
    asOf: null,
    buyer: (currency) =>
      currency === 'CAD' ? { ...BUYER_UNKNOWN, feeBasisPoints: 500, fixedFee: units(1.1, 'CAD') } : BUYER_UNKNOWN,
    seller: (currency) => ({
      commissionBasisPoints: 0,
      paymentBasisPoints: 0,
      minimumCommission: null,
      fixedFee: units(0, currency),
      shipping: units(0, currency),
      step: null,
    }),
  },
  depop: {
    source:
      'US: no selling fee since July 2024, 3.3 % and $0.45 for the payment; the buyer pays the postage. ' +
      'UK: payment only, rate not found. Elsewhere: 10 % by an older page. Buyer fees: not found.',
    asOf: '2024-07',
    buyer: unknownBuyer,
    seller: (currency) =>
      currency === 'USD'
        ? {
            commissionBasisPoints: 0,
            paymentBasisPoints: 330,
            minimumCommission: null,
            fixedFee: units(0.45, 'USD'),
            shipping: units(0, 'USD'),
            step: null,
          }
        : null,
  },
  nike: {
    source: 'A shop: it buys from nobody, and its price is retail. What it adds for shipping and tax: not found.',
    asOf: null,
    buyer: (currency) => ({ ...BUYER_UNKNOWN, feeBasisPoints: 0, fixedFee: units(0, currency) }),
    seller: noSeller,
  },
};

function units(amount: number, currency: CurrencyCode): Money {
  return money(Math.round(amount * minorPerUnit(currency)), currency);
}
