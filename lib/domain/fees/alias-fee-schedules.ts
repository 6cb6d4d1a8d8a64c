import { money, type Money } from '../money/money';
import { instant } from '../time/instant';
import type { CommissionTier, FeeSchedule, SellerFee } from './fee-schedule';

const TIERS: readonly CommissionTier[] = [
  { minimumRating: 90, basisPoints: 950 },
  { minimumRating: 70, basisPoints: 1500 },
  { minimumRating: 50, basisPoints: 2000 },
  { minimumRating: 0, basisPoints: 2500 },
];

/** The fees a new installation starts with; the seller corrects them in options. Source: marketplace-apis.md section 3. */
export const ALIAS_FEE_SCHEDULES: readonly FeeSchedule[] = [
  {
    marketplace: 'alias',
    validFrom: instant(Date.UTC(2020, 0, 1)),
    source: 'goat.com/fees-old (2020); one fee per country, however the pair is sent',
    currency: 'USD',
    commission: TIERS,
    commissionByCountry: {},
    sellerFees: [
      ...sameFee(5, 'US'),
      ...sameFee(12, 'GB', 'IE', 'NL', 'BE', 'FR', 'DE', 'LU'),
      ...sameFee(15, 'HK'),
      ...sameFee(20, 'CA', 'AT', 'SE', 'IT', 'FI', 'PT', 'ES', 'DK'),
      ...sameFee(25, 'CN'),
      ...sameFee(30, '*'),
    ],
    cashOutBasisPoints: 290,
  },
  {
    marketplace: 'alias',
    validFrom: instant(Date.UTC(2024, 4, 10)),
    source:
      'Commission and cash-out: alias.org/fees of 10 May 2024, lower ratings from goat.com/fees-old. ' +
      'Seller fees and Canada: a seller’s notes of August 2025; compare them with an order.',
    currency: 'USD',
    commission: TIERS,
    // Only the best tier of Canada is known; a lower rating there has no estimate.
    commissionByCountry: { CA: [{ minimumRating: 90, basisPoints: 1240 }] },
    sellerFees: [
      ...fee(0, 5, 'US', 'CA'),
      ...fee(2, 5, 'GB', 'DE'),
      ...fee(3, 6, 'NL'),
      ...fee(6, null, 'FR'),
      ...fee(8, null, 'IT', 'ES', 'AU'),
      ...fee(5, 10, 'JP', 'HK', 'CN'),
      ...fee(5, null, 'SG', 'KR'),
      ...sameFee(30, '*'),
    ],
    cashOutBasisPoints: 290,
  },
];

function fee(dropOff: number, prepaid: number | null, ...countries: readonly string[]): SellerFee[] {
  return countries.map((country) => ({
    country,
    dropOff: dollars(dropOff),
    prepaid: prepaid === null ? null : dollars(prepaid),
  }));
}

function sameFee(amount: number, ...countries: readonly string[]): SellerFee[] {
  return fee(amount, amount, ...countries);
}

function dollars(amount: number): Money {
  return money(amount * 100, 'USD');
}
