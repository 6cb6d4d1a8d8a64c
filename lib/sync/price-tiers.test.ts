import { describe, expect, test } from 'vitest';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { NOON } from '@/tests/fixtures/builders';
import { duePrices, type PricedProduct } from './price-tiers';

const ago = (minutes: number) => shiftInstant(NOON, -minutes * MINUTE_MS);
const product = (catalogId: string, tier: PricedProduct['tier'], minutes: number | null): PricedProduct => ({
  catalogId,
  tier,
  askedAt: minutes === null ? null : ago(minutes),
});

describe('whose prices are read next', () => {
  test.each<[string, PricedProduct, boolean]>([
    ['offered 14 min ago', product('a', 'offered', 14), false],
    ['offered 15 min ago', product('a', 'offered', 15), true],
    ['watched 16 min ago', product('a', 'watched', 16), true],
    ['near its target 4 min ago', product('a', 'near-target', 4), false],
    ['near its target 5 min ago', product('a', 'near-target', 5), true],
    ['in stock 2 h ago', product('a', 'in-stock', 120), false],
    ['in stock 6 h ago', product('a', 'in-stock', 360), true],
    ['never read', product('a', 'in-stock', null), true],
    ['asked for tomorrow: the clock was set back', product('a', 'offered', -1440), true],
  ])('%s', (_, one, due) => {
    expect(duePrices([one], NOON)).toEqual(due ? [one] : []);
  });

  test('never read first, then the most overdue in its own periods', () => {
    const order = duePrices(
      [product('stock', 'in-stock', 400), product('offered', 'offered', 60), product('new', 'in-stock', null)],
      NOON,
    );
    expect(order.map((one) => one.catalogId)).toEqual(['new', 'offered', 'stock']);
  });

  test('of two never read ones the offered one first', () => {
    const order = duePrices([product('stock', 'in-stock', null), product('offered', 'offered', null)], NOON);
    expect(order.map((one) => one.catalogId)).toEqual(['offered', 'stock']);
  });
});
