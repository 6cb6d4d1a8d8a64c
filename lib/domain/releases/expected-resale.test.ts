import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import { expectedResale, medianMoney, type ResaleGround } from './expected-resale';

const usd = (dollars: number) => money(dollars * 100, 'USD');
const NOTHING: ResaleGround = { retailPrice: usd(150), own: [], similar: [] };
const sold = (dollars: number) => ({ lastSale: usd(dollars), lowestAsk: null });
const asked = (dollars: number) => ({ lastSale: null, lowestAsk: usd(dollars) });
const like = (retail: number, resale: number) => ({ retailPrice: usd(retail), resale: usd(resale) });

describe('expectedResale', () => {
  test('its own sales say most: $120, $130, $150 make $130', () => {
    const own = [sold(150), sold(120), sold(130), asked(999)];
    expect(expectedResale({ ...NOTHING, own })).toEqual({ kind: 'own-sales', price: usd(130), sizes: 3 });
  });

  test('then its own asks: the mean of $200 and $210 in the middle of four', () => {
    const own = [asked(180), asked(200), asked(210), asked(400), sold(1)];
    expect(expectedResale({ ...NOTHING, own })).toEqual({ kind: 'own-asks', price: usd(205), sizes: 4 });
  });

  test('then pairs like it: 1.0, 1.2 and 1.5 times retail make 1.2 x $150 = $180', () => {
    const similar = [like(100, 150), like(100, 100), like(200, 240)];
    expect(expectedResale({ ...NOTHING, similar })).toEqual({
      kind: 'similar',
      price: usd(180),
      pairs: 3,
      multipleBasisPoints: 12_000,
    });
  });

  test('two of anything are an accident', () => {
    const own = [sold(150), sold(120), asked(1)];
    expect(expectedResale({ ...NOTHING, own, similar: [like(100, 150), like(100, 150)] })).toEqual({
      kind: 'unknown',
      reason: 'not-enough-data',
    });
  });

  test('pairs like it say nothing without a retail price', () => {
    const similar = [like(100, 150), like(100, 100), like(200, 240)];
    expect(expectedResale({ retailPrice: null, own: [], similar })).toEqual({ kind: 'unknown', reason: 'no-retail' });
  });

  test('amounts of two currencies have no middle', () => {
    expect(medianMoney([usd(1), usd(2), money(300, 'GBP')])).toBeNull();
  });
});

test('a median lies between the least and the most, and the order does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 3, maxLength: 30 }), (values) => {
      const amounts = values.map((value) => money(value, 'USD'));
      const middle = medianMoney(amounts);
      expect(middle).toEqual(medianMoney(amounts.toReversed()));
      expect(middle?.minor).toBeGreaterThanOrEqual(Math.min(...values));
      expect(middle?.minor).toBeLessThanOrEqual(Math.max(...values));
    }),
    { seed: 1 },
  );
});
