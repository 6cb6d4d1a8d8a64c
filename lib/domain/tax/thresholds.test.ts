import { describe, expect, test } from 'vitest';
import { makePair, makeSale, usd } from '@/tests/fixtures/builders';
import { boughtPair, day, gbp, soldPair, taxBooks, UK } from '@/tests/fixtures/tax-books';
import { money } from '../money/money';
import { ruleOn } from './rules/all-rules';
import { settleBooks } from './settle-books';
import { taxCurrency } from './tax-country';
import type { TaxBooks } from './tax-books';
import { NO_TAX_PROFILE, type TaxProfile } from './tax-profile';
import { rateOn } from './tax-rate';
import { thresholds } from './thresholds';

const utc = (): number => 0;
const noRate = () => null;

function readings(books: TaxBooks, profile: TaxProfile, on: string) {
  const currency = taxCurrency(profile.country ?? 'FR');
  const settled = settleBooks(books, profile, currency);
  const euros = currency === 'EUR' ? (cents: number) => money(cents, 'EUR') : noRate;
  return new Map(
    thresholds(settled, profile, day(on), utc, euros).map((each) => [`${each.rule.id}|${each.platform ?? ''}`, each]),
  );
}

function sold(pounds: number, on: string) {
  const pair = boughtPair(gbp(10), '2024-01-01', { condition: 'new' });
  return { pair, sale: soldPair(pair, gbp(pounds), on) };
}

describe('limits', () => {
  test.each([
    [90_000, 'near'],
    [90_000.01, 'over'],
    [72_000, 'far'],
    [72_000.01, 'near'],
  ] as const)('UK registration: %d in twelve months is %s', (pounds, state) => {
    const { pair, sale } = sold(pounds, '2026-03-14');
    const books = taxBooks({ pairs: [pair], sales: [sale] });
    // On the last day of the twelve months there is no pace left to project.
    expect(readings(books, UK, '2026-03-15').get('gb-vat-registration|')?.state).toBe(state);
  });

  test.each([
    [74_999.99, 'near'],
    [75_000, 'over'],
  ] as const)('Australian registration begins at 75,000 dollars, not above them: %d is %s', (dollars, state) => {
    const AU: TaxProfile = { ...NO_TAX_PROFILE, country: 'AU' };
    const pair = boughtPair(money(100, 'AUD'), '2024-01-01', { condition: 'new' });
    const sale = soldPair(pair, money(Math.round(dollars * 100), 'AUD'), '2026-03-14');
    const reading = readings(taxBooks({ pairs: [pair], sales: [sale] }), AU, '2026-03-15').get('au-gst-registration|');
    expect(reading?.state).toBe(state);
  });

  test('who is registered by that day has done what the limit asks; before it they have not', () => {
    const { pair, sale } = sold(100_000, '2026-03-14');
    const books = taxBooks({ pairs: [pair], sales: [sale] });
    const isDone = (registeredOn: TaxProfile['registeredOn']) =>
      readings(books, { ...UK, registeredOn }, '2026-03-15').get('gb-vat-registration|')?.isDone;
    expect([isDone(null), isDone('2026-03-15'), isDone('2026-03-16')]).toEqual([true, true, false]);
  });

  test('distance sales count without their tax: 11,900 to Austria at 19 % are 10,000.00, and 0.02 more is over', () => {
    const DE: TaxProfile = { ...NO_TAX_PROFILE, country: 'DE', registered: true };
    const state = (cents: number) => {
      const pair = boughtPair(money(100, 'EUR'), '2024-01-01', { condition: 'new' });
      const sale = soldPair(pair, money(cents, 'EUR'), '2026-12-30', {
        details: { buyer: '', country: 'AT', invoiceNumber: '', marketplaceTax: null, note: '' },
      });
      const reading = readings(taxBooks({ pairs: [pair], sales: [sale] }), DE, '2026-12-31').get('eu-oss|');
      return [reading?.reached.minor, reading?.state];
    };
    expect(state(1_190_000)).toEqual([1_000_000, 'near']);
    expect(state(1_190_002)).toEqual([1_000_002, 'over']);
  });

  test('what was sold more than twelve months ago does not count', () => {
    const [inside, outside] = [sold(100, '2025-03-16'), sold(100, '2025-03-15')];
    const books = taxBooks({ pairs: [inside.pair, outside.pair], sales: [inside.sale, outside.sale] });
    expect(readings(books, UK, '2026-03-15').get('gb-vat-registration|')?.reached).toEqual(gbp(100));
  });

  test('a pace is told once it means something: 9,000 in 90 of 365 days is 36,500 at its end', () => {
    const { pair, sale } = sold(9000, '2026-04-10');
    const books = taxBooks({ pairs: [pair], sales: [sale] });
    const of = (on: string) => readings(books, UK, on).get('gb-trading-allowance|');
    expect(of('2026-07-05')?.atThisPace).toEqual(gbp(36_500));
    expect(of('2026-04-20')?.atThisPace).toBeNull();
    expect(of('2026-04-20')?.state).toBe('over');
  });

  test('income of 2026-27 decides by the limit of 2028: £20,000', () => {
    const { pair, sale } = sold(100, '2026-04-10');
    const reading = readings(taxBooks({ pairs: [pair], sales: [sale] }), UK, '2026-05-01').get('gb-mtd-income-tax|');
    expect([reading?.rule.from, reading?.limit]).toEqual(['2028-04-06', gbp(20_000)]);
  });

  test('1099-K: above $20,000 and more than 200 sales, both, by platform', () => {
    const US: TaxProfile = { ...NO_TAX_PROFILE, country: 'US' };
    const pair = makePair();
    const sales = (count: number, dollars: number) =>
      Array.from({ length: count }, () =>
        makeSale({
          pairId: pair.id,
          marketplace: 'ebay',
          price: usd(dollars),
          payout: usd(dollars),
          soldAt: day('2026-12-30'),
        }),
      );
    const state = (count: number, dollars: number) =>
      readings(taxBooks({ pairs: [pair], sales: sales(count, dollars) }), US, '2026-12-31').get('us-1099-k|ebay')
        ?.state;
    expect(state(200, 1000)).toBe('near');
    expect(state(201, 99)).toBe('near');
    expect(state(201, 100)).toBe('over');
    expect(state(20, 1000)).toBe('far');
  });

  test('DAC7: 30 sales or more than 2,000 euros; a limit in euros without a rate counts sales only', () => {
    const FR: TaxProfile = { ...NO_TAX_PROFILE, country: 'FR' };
    const pair = makePair();
    const sales = (count: number, euros: number) =>
      Array.from({ length: count }, () =>
        makeSale({
          pairId: pair.id,
          marketplace: 'vinted',
          price: money(euros * 100, 'EUR'),
          payout: null,
          soldAt: day('2026-12-30'),
        }),
      );
    const state = (count: number, euros: number) =>
      readings(taxBooks({ pairs: [pair], sales: sales(count, euros) }), FR, '2026-12-31').get('eu-dac7|vinted')?.state;
    expect([state(29, 1), state(30, 1), state(1, 2000), state(1, 2001)]).toEqual(['near', 'over', 'near', 'over']);
    const { pair: one, sale } = sold(5000, '2026-12-30');
    const reading = readings(taxBooks({ pairs: [one], sales: [sale] }), UK, '2026-12-31').get(
      'gb-platform-reporting|ebay',
    );
    expect(reading).toMatchObject({ limit: null, sales: 1, state: 'far' });
  });
});

describe('rules by their day', () => {
  test.each([
    ['GB', 'gb-vat-registration', '2024-03-31', 8_500_000],
    ['GB', 'gb-vat-registration', '2024-04-01', 9_000_000],
    ['GB', 'gb-mtd-income-tax', '2027-04-06', 3_000_000],
    ['US', 'us-1099-k', '2024-07-01', 500_000],
    ['US', 'us-1099-k', '2025-01-01', 2_000_000],
    ['AU', 'au-gst-registration', '2026-01-01', 7_500_000],
    ['FR', 'eu-oss', '2021-07-01', 1_000_000],
  ] as const)('%s %s on %s: %d', (country, id, on, amount) => {
    expect(ruleOn(country, id, on)?.amount).toBe(amount);
  });

  test('rates change on their day, and the seller’s own counts first', () => {
    const FI = { country: 'FI', rates: [] } as const;
    expect([rateOn(FI, '2024-08-31'), rateOn(FI, '2024-09-01')]).toEqual([2400, 2550]);
    expect(rateOn({ ...FI, rates: [{ from: '2025-01-01', basisPoints: 1000 }] }, '2025-01-01')).toBe(1000);
    expect(rateOn({ country: 'US', rates: [] }, '2026-01-01')).toBeNull();
  });
});
