import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '../money/arithmetic';
import { money } from '../money/money';
import { shareExpense, splitOf, type WeighedPair } from './share-expense';

const usd = (units: number) => money(units, 'USD');
const pair = (id: string, cost: number | null): WeighedPair => ({ id, cost: cost === null ? null : usd(cost) });
const shares = (amount: number, split: 'value' | 'even', pairs: readonly WeighedPair[]) =>
  shareExpense({ amount: usd(amount), split, pairIds: pairs.map(({ id }) => id) }, pairs).map(
    (share) => share.amount.minor,
  );

describe('shareExpense', () => {
  test.each([
    ['$10.00 by value over $100, $100, $50', 1000, 'value', [10_000, 10_000, 5000], [400, 400, 200]],
    ['$10.00 evenly over three: the cent to the first', 1000, 'even', [10_000, 10_000, 5000], [334, 333, 333]],
    ['$0.02 over three', 2, 'even', [1, 1, 1], [1, 1, 0]],
    ['the cent goes to the largest remainder: 1.00 x 1/6, 2/6, 3/6', 100, 'value', [1, 2, 3], [17, 33, 50]],
    ['an unknown cost: evenly', 1000, 'value', [10_000, null], [500, 500]],
    ['nothing was paid for any: evenly', 1000, 'value', [0, 0], [500, 500]],
    ['nothing was paid for one: it bears nothing', 1000, 'value', [0, 700], [0, 1000]],
    ['a refund comes back the same way', -1000, 'even', [1, 1, 1], [-334, -333, -333]],
    ['nothing to share', 0, 'value', [1, 2], [0, 0]],
  ] as const)('%s', (_, amount, split, costs, expected) => {
    expect(
      shares(
        amount,
        split,
        costs.map((cost, nth) => pair(`p${nth}`, cost)),
      ),
    ).toEqual(expected);
  });

  test('overhead falls on no pair', () => {
    expect(shareExpense({ amount: usd(500), split: 'value', pairIds: [] }, [pair('a', 1)])).toEqual([]);
  });

  test('costs in two currencies, or a pair nobody knows: evenly', () => {
    const expense = { amount: usd(100), split: 'value', pairIds: ['a', 'b'] } as const;
    const mixed = [pair('a', 300), { id: 'b', cost: money(100, 'GBP') }];
    for (const pairs of [mixed, [pair('a', 300)]]) {
      expect(shareExpense(expense, pairs).map(({ amount }) => amount.minor)).toEqual([50, 50]);
      expect(splitOf(expense, pairs)).toBe('even');
    }
    expect(splitOf(expense, [pair('a', 300), pair('b', 100)])).toBe('value');
  });

  test('a pair named twice bears it once', () => {
    expect(shareExpense({ amount: usd(100), split: 'even', pairIds: ['a', 'a'] }, [])).toEqual([
      { pairId: 'a', amount: usd(100) },
    ]);
  });

  const costs = fc.array(fc.option(fc.integer({ min: 0, max: 100_000_000_000 })), { minLength: 1, maxLength: 40 });
  const amounts = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 });
  const splits = fc.constantFrom('value' as const, 'even' as const);

  test('adds up to the cent, and no share is a whole unit away from its part', () => {
    fc.assert(
      fc.property(amounts, splits, costs, (amount, split, each) => {
        const pairs = each.map((cost, nth) => pair(`p${nth}`, cost));
        const pairIds = pairs.map(({ id }) => id);
        const shared = shareExpense({ amount: usd(amount), split, pairIds }, pairs);
        expect(
          sum(
            shared.map((share) => share.amount),
            'USD',
          ),
        ).toEqual(usd(amount));
        const byValue = splitOf({ pairIds, split }, pairs) === 'value';
        const weight = (nth: number) => (byValue ? BigInt(each[nth] ?? 0) : 1n);
        const total = each.reduce<bigint>((so, _, nth) => so + weight(nth), 0n);
        for (const [nth, share] of shared.entries()) {
          const off = BigInt(share.amount.minor) * total - BigInt(amount) * weight(nth);
          expect(off < total && off > -total).toBe(true);
        }
      }),
      { seed: 1 },
    );
  });

  test('does not depend on the order', () => {
    fc.assert(
      fc.property(amounts, splits, costs, (amount, split, each) => {
        const pairs = each.map((cost, nth) => pair(`p${nth}`, cost));
        const pairIds = pairs.map(({ id }) => id);
        const one = shareExpense({ amount: usd(amount), split, pairIds }, pairs);
        const other = shareExpense({ amount: usd(amount), split, pairIds: pairIds.toReversed() }, pairs.toReversed());
        expect(other.toReversed()).toEqual(one);
      }),
      { seed: 2 },
    );
  });
});
