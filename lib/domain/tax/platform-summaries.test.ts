import { expect, test } from 'vitest';
import { makePair, makeSale, usd } from '@/tests/fixtures/builders';
import { day, taxBooks } from '@/tests/fixtures/tax-books';
import { NO_CHARGES } from '../sales/charges';
import { platformSummaries } from './platform-summary';
import { settleBooks } from './settle-books';
import { calendarYearOf } from './tax-period';
import { NO_TAX_PROFILE, type TaxProfile } from './tax-profile';

const utc = (): number => 0;
const US: TaxProfile = { ...NO_TAX_PROFILE, country: 'US' };

const bought = (dollars: number, on: string, others: number | null = null) =>
  makePair({ cost: usd(dollars), otherCosts: others === null ? null : usd(others), boughtAt: day(on) });

test('a platform from gross to net: 300 + 100 - 31.50 - 10 - 100 = 258.50 by the books, 250 arrived', () => {
  const pairs = [0, 1, 2].map(() => bought(50, '2025-01-10'));
  const sale = (nth: number, price: number, given: object) =>
    makeSale({ marketplace: 'ebay', pairId: pairs[nth]!.id, price: usd(price), soldAt: day('2026-02-01'), ...given });
  const sales = [
    sale(0, 300, {
      payout: usd(258.5),
      charges: { ...NO_CHARGES, commission: usd(31.5), shipping: usd(10) },
    }),
    sale(1, 100, {
      payout: usd(100),
      status: 'reversed',
      reversal: { reason: 'refunded', at: day('2026-02-03'), penalty: null, note: '' },
    }),
    sale(2, 70, {
      payout: null,
      status: 'reversed',
      reversal: { reason: 'cancelled', at: day('2026-02-03'), penalty: null, note: '' },
    }),
  ];
  const payouts = [{ id: 'p', platform: 'ebay', paidAt: day('2026-02-05'), amount: usd(250), fx: null }];
  const books = taxBooks({ pairs, sales, payouts });
  const [ebay, ...others] = platformSummaries(
    settleBooks(books, US, 'USD'),
    books,
    calendarYearOf(day('2026-06-01'), utc),
  );
  expect(others).toEqual([]);
  expect(ebay).toMatchObject({
    platform: 'ebay',
    sales: 2,
    gross: usd(400),
    fees: usd(31.5),
    shipping: usd(10),
    refunds: usd(100),
    net: usd(258.5),
    received: usd(250),
    feesUnknown: 0,
  });
});
