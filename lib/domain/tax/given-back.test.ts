import { describe, expect, test } from 'vitest';
import { makePair, makeSale, usd } from '@/tests/fixtures/builders';
import { boughtPair, day, soldPair, taxBooks } from '@/tests/fixtures/tax-books';
import { money } from '../money/money';
import { NO_CHARGES } from '../sales/charges';
import type { Sale, SaleReversal } from '../sales/sale';
import { platformSummaries } from './platform-summary';
import { settleBooks } from './settle-books';
import type { TaxBooks } from './tax-books';
import { calendarYearOf } from './tax-period';
import { NO_TAX_PROFILE, type TaxProfile } from './tax-profile';
import { thresholds } from './thresholds';
import { yearAccounts } from './year-accounts';

const utc = (): number => 0;
const US: TaxProfile = { ...NO_TAX_PROFILE, country: 'US' };

function lines(books: TaxBooks, on: string, ids: readonly string[], profile: TaxProfile = US): readonly number[] {
  const currency = profile.country === 'DE' ? 'EUR' : 'USD';
  const report = yearAccounts(settleBooks(books, profile, currency), profile, calendarYearOf(day(on), utc), utc);
  return ids.map(
    (id) => (report.figures.find((figure) => figure.id === `line${id}`)?.amount.minor ?? Number.NaN) / 100,
  );
}

function reversed(reason: SaleReversal['reason'], soldOn: string, on: string, given: Partial<Sale> = {}) {
  const pair = makePair({ cost: usd(50), boughtAt: day('2025-01-10') });
  const reversal = { reason, at: day(on), penalty: usd(4), note: '' };
  const sale = makeSale({
    pairId: pair.id,
    marketplace: 'ebay',
    price: usd(100),
    payout: usd(88),
    soldAt: day(soldOn),
    status: 'reversed',
    reversal,
    ...given,
  });
  return { pair, sale };
}

describe('a sale of last year that is given back in this one', () => {
  const { pair, sale } = reversed('returned', '2025-12-20', '2026-01-08');
  const books = taxBooks({ pairs: [pair], sales: [sale] });

  test('last year keeps its fees of 12: what was filed stays as it was', () => {
    expect(lines(books, '2025-06-01', ['1', '2', '10', '42'])).toEqual([100, 0, 12, 50]);
    const before = { ...sale, status: 'completed', reversal: null } as const;
    const then = taxBooks({ pairs: [pair], sales: [before] });
    expect(lines(then, '2025-06-01', ['1', '2', '10', '42'])).toEqual([100, 0, 12, 50]);
  });

  test('this year has the price in line 2, the fees back and the penalty: 4 - 12 = -8', () => {
    expect(lines(books, '2026-06-01', ['1', '2', '10'])).toEqual([0, 100, -8]);
  });
});

test('given back in the same year, the fees come to nothing and the penalty stays, named by the statement or not', () => {
  const { pair, sale } = reversed('returned', '2026-02-01', '2026-02-08');
  expect(lines(taxBooks({ pairs: [pair], sales: [sale] }), '2026-06-01', ['1', '2', '10'])).toEqual([100, 100, 4]);
  const stated = {
    ...sale,
    charges: { ...NO_CHARGES, commission: usd(9), penalty: usd(3) },
    reversal: { ...sale.reversal!, penalty: null },
  };
  expect(lines(taxBooks({ pairs: [pair], sales: [stated] }), '2026-06-01', ['10'])).toEqual([3]);
});

test('a platform: 100 gross less 100 given back leaves the penalty of 4, of a cancelled sale too: -8', () => {
  const [back, never] = [
    reversed('returned', '2026-02-01', '2026-02-08'),
    reversed('cancelled', '2026-02-01', '2026-02-02'),
  ];
  const books = taxBooks({ pairs: [back.pair, never.pair], sales: [back.sale, never.sale] });
  const [ebay] = platformSummaries(settleBooks(books, US, 'USD'), books, calendarYearOf(day('2026-06-01'), utc));
  expect(ebay).toMatchObject({ sales: 1, gross: usd(100), refunds: usd(100), fees: usd(8), net: usd(-8) });
});

test('a form 1099-K is gross of what was given back, and knows nothing of what was cancelled', () => {
  const all = [
    reversed('returned', '2026-02-01', '2026-02-08'),
    reversed('refunded', '2026-02-01', '2026-02-08'),
    reversed('cancelled', '2026-02-01', '2026-02-02'),
    reversed('failed-verification', '2026-02-01', '2026-02-02'),
  ];
  const books = taxBooks({ pairs: all.map(({ pair }) => pair), sales: all.map(({ sale }) => sale) });
  const [reading] = thresholds(settleBooks(books, US, 'USD'), US, day('2026-12-31'), utc, () => null);
  expect([reading?.reached, reading?.sales]).toEqual([usd(200), 2]);
});

test('a pair in the bin is no stock, also when it was sold once and came back', () => {
  const { pair, sale } = reversed('returned', '2026-02-01', '2026-02-08');
  const binned = { ...pair, deletedAt: day('2026-03-01') };
  expect(lines(taxBooks({ pairs: [binned], sales: [sale] }), '2026-06-01', ['41', '42'])).toEqual([0, 0]);
});

test('receipts of the one-stop shop are without the tax of where they went: 120 to France, 20 %, is 100', () => {
  const DE: TaxProfile = { ...NO_TAX_PROFILE, country: 'DE', registered: true, oss: true };
  const eur = (euros: number) => money(euros * 100, 'EUR');
  const pair = boughtPair(eur(60), '2026-01-10', { condition: 'new' });
  const details = { buyer: '', country: 'FR', invoiceNumber: '', marketplaceTax: null, note: '' };
  const books = taxBooks({ pairs: [pair], sales: [soldPair(pair, eur(120), '2026-02-10', { details })] });
  expect(lines(books, '2026-06-01', ['1'], DE)).toEqual([100]);
  expect(lines(books, '2026-06-01', ['1'], { ...DE, oss: false })).toEqual([100.84]);
});

test('a sale without a rate of its own is told by that of its day, and so is its penalty: 4 at 1.25 is 5', () => {
  const gbp = (pounds: number) => money(pounds * 100, 'GBP');
  const { pair, sale } = reversed('returned', '2026-02-01', '2026-02-08', { price: gbp(100), payout: gbp(88) });
  const told = { ...sale, reversal: { ...sale.reversal!, penalty: gbp(4) } };
  const rate = { base: 'GBP', quote: 'USD', rateE8: 125_000_000, asOf: day('2026-01-01'), source: 'test' } as const;
  const books = taxBooks({ pairs: [pair], sales: [told], rateAt: () => rate });
  expect(lines(books, '2026-06-01', ['1', '2', '10'])).toEqual([125, 125, 5]);
});
