import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import { maxBuyPrice } from './max-buy-price';

/** Exact, without division: whether buying at `price` brings the share asked for. */
function reaches(net: number, price: number, target: number): boolean {
  return (BigInt(net) - BigInt(price)) * 10_000n >= BigInt(price) * BigInt(target);
}

describe('maxBuyPrice', () => {
  test.each([
    [8038, 1500, 6989],
    [8038, 0, 8038],
    [11500, 1500, 10000],
    [11499, 1500, 9999],
    [100, 100_000, 9],
  ])('net %i for %i basis points: %i', (net, target, expected) => {
    expect(maxBuyPrice(money(net, 'USD'), target)).toEqual(money(expected, 'USD'));
  });

  test.each([0, -5, 1])('a net of %i leaves no price', (net) => {
    expect(maxBuyPrice(money(net, 'JPY'), 1500)).toBeNull();
  });

  test('is the last price that reaches the target', () => {
    const nets = fc.integer({ min: -100, max: 10_000_000_000 });
    const targets = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(nets, targets, (net, target) => {
        const most = maxBuyPrice(money(net, 'USD'), target)?.minor ?? 0;
        if (most > 0) expect(reaches(net, most, target)).toBe(true);
        expect(reaches(net, most + 1, target)).toBe(false);
      }),
      { seed: 1 },
    );
  });
});
