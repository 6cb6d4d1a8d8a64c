import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../money/currency';
import { money, type Money } from '../money/money';
import type { BuyerTerms } from '../sites/site-profile';
import { instant } from '../time/instant';
import { addedCosts, extraOf, landedCost, type AddedCosts, type RateOf } from './landed-cost';
import { maxPagePrice } from './max-buy-price';

const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');
const gbp = (pounds: number) => money(Math.round(pounds * 100), 'GBP');
const KNOWN: BuyerTerms = { feeBasisPoints: 300, fixedFee: usd(0), shipping: usd(15.4), dutyBasisPoints: 0 };
const noRate: RateOf = () => null;
const rates: RateOf = () => ({ base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: instant(0), source: 'test' });
const land = (price: Money, given: Partial<BuyerTerms> = {}, page: Money | null = null, rateOf = noRate) =>
  landedCost(price, addedCosts({ ...KNOWN, ...given }, page, price.currency, rateOf));

describe('landedCost', () => {
  test.each<[string, Partial<BuyerTerms>, number]>([
    ['200 + 3 % (6.00) + 15.40 = 221.40', {}, 221.4],
    ['200 + 6.00 + 5.40 + 5 % of 205.40 (10.27) = 221.67', { shipping: usd(5.4), dutyBasisPoints: 500 }, 221.67],
    ['200 + 0 + 0.80 + 0 + 0 = 200.80', { feeBasisPoints: 0, fixedFee: usd(0.8), shipping: usd(0) }, 200.8],
    ['200 + 2.5 % (5.00) + 15.40 = 220.40', { feeBasisPoints: 250 }, 220.4],
  ])('%s', (_, given, total) => {
    expect(land(usd(200), given)).toMatchObject({ total: usd(total), missing: [] });
  });

  test('a half cent is rounded up: 3 % of 10.50 is 0.315, so 0.32', () => {
    expect(land(usd(10.5)).fee).toEqual(usd(0.32));
  });

  test('what is not known is named and not in the total', () => {
    const unknown = { feeBasisPoints: null, fixedFee: null, shipping: null, dutyBasisPoints: null };
    expect(land(usd(105), unknown)).toEqual({
      price: usd(105),
      fee: null,
      fixedFee: null,
      shipping: null,
      duty: null,
      total: usd(105),
      missing: ['buyer-fee', 'buyer-fixed-fee', 'shipping', 'duty'],
    });
  });

  test('duty on a shipping that is not known is not known, unless there is none', () => {
    expect(land(usd(100), { shipping: null, dutyBasisPoints: 500 }).missing).toEqual(['shipping', 'duty']);
    expect(land(usd(100), { shipping: null, dutyBasisPoints: 0 }).missing).toEqual(['shipping']);
  });

  test('the page’s own shipping wins, free shipping too', () => {
    expect(land(usd(200), {}, usd(4)).shipping).toEqual(usd(4));
    expect(land(usd(200), {}, usd(0)).total).toEqual(usd(206));
  });

  test('an amount in another currency counts by its rate, and without one is missing', () => {
    expect(land(gbp(100), {}, null, rates)).toMatchObject({ shipping: gbp(12.32), total: gbp(115.32), missing: [] });
    expect(land(gbp(100))).toMatchObject({ shipping: null, total: gbp(103), missing: ['shipping', 'added-rate'] });
  });

  test('nothing is nothing in any currency', () => {
    expect(land(gbp(100), { shipping: usd(0) })).toMatchObject({ total: gbp(103), missing: [] });
  });
});

const share = fc.option(fc.integer({ min: 0, max: 10_000 }));
const amount = (currency: CurrencyCode) =>
  fc.option(fc.integer({ min: 0, max: 100_000 }).map((minor) => money(minor, currency)));
const added: fc.Arbitrary<AddedCosts> = fc.record({
  feeBasisPoints: share,
  fixedFee: amount('USD'),
  shipping: amount('USD'),
  dutyBasisPoints: share,
  lacksRate: fc.constant(false),
});
const price = fc.integer({ min: 1, max: 10_000_000 });

describe('whatever a site adds', () => {
  test('the known lines add up to the total, and the rest is what comes on top', () => {
    fc.assert(
      fc.property(price, added, (cents, terms) => {
        const landed = landedCost(money(cents, 'USD'), terms);
        const { fee, fixedFee, shipping, duty } = landed;
        const lines = [fee, fixedFee, shipping, duty].map((line) => Number(line?.minor ?? 0));
        expect(landed.total.minor).toBe(cents + lines.reduce((a, b) => a + b, 0));
        expect(extraOf(landed).minor).toBe(landed.total.minor - cents);
        expect(landed.missing.length).toBe([fee, fixedFee, shipping, duty].filter((line) => line === null).length);
      }),
      { seed: 1 },
    );
  });

  test('a higher price lands higher', () => {
    fc.assert(
      fc.property(price, fc.integer({ min: 1, max: 5000 }), added, (cents, more, terms) => {
        const at = (minor: number) => landedCost(money(minor, 'USD'), terms).total.minor;
        expect(at(cents + more)).toBeGreaterThanOrEqual(at(cents) + more);
      }),
      { seed: 2 },
    );
  });

  test('the highest price of a page lands within the limit, and a cent more does not', () => {
    fc.assert(
      fc.property(price, added, (most, terms) => {
        const lands = (minor: number) => landedCost(money(minor, 'USD'), terms).total.minor <= most;
        const found = maxPagePrice(money(most, 'USD'), terms);
        if (found !== null) expect(lands(found.minor)).toBe(true);
        expect(lands((found?.minor ?? 0) + 1)).toBe(false);
      }),
      { seed: 3 },
    );
  });

  test('currencies never mix', () => {
    fc.assert(
      fc.property(price, added, (cents, terms) => {
        fc.pre(terms.shipping !== null || terms.fixedFee !== null);
        expect(() => landedCost(money(cents, 'GBP'), terms)).toThrow(RangeError);
      }),
      { seed: 4 },
    );
  });
});
