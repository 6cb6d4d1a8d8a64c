import { describe, expect, test } from 'vitest';
import type { ListingRow } from '@/lib/queries/list-listings';
import { makeListing, makePair, makeProduct, makeWrite, NOON, usd } from '@/tests/fixtures/builders';
import { planPrices, toSend } from './price-plan';

function row(given: Partial<ListingRow> & { price?: number } = {}): ListingRow {
  const { price = 120, ...rest } = given;
  return {
    listing: makeListing({ price: usd(price) }),
    product: makeProduct(),
    pair: makePair(),
    market: { lowestAsk: usd(110), highestOffer: usd(95), lastSale: null, readAt: NOON },
    above: usd(price - 110),
    estimate: { lines: null, net: null, profit: null, missing: [] },
    floor: { kind: 'known', floor: usd(100), decidedBy: 'target', targetPrice: usd(100) },
    daysListed: 3,
    pending: null,
    failed: null,
    ...rest,
  };
}

const none = () => null;
const set = (dollars: number) => ({ kind: 'set', to: usd(dollars) }) as const;
const unknownFloor = { kind: 'unknown', missing: ['cost'] } as const;

describe('a change of many prices', () => {
  test.each([
    [105, 'goes'],
    [99, 'loses'],
    [95, 'at-once'],
    [1, 'refused'],
  ] as const)('set to $%i: %s', (dollars, standing) => {
    expect(planPrices(set(dollars), [row()], none)[0]).toMatchObject({ to: usd(dollars), standing });
  });

  test('without a known floor it loses for all anybody knows', () => {
    const [planned] = planPrices(set(105), [row({ floor: unknownFloor })], none);
    expect(planned?.standing).toBe('loses');
  });

  test('the same price, and one that something on its way may still change, stay', () => {
    const sent = makeWrite({ state: 'sending' });
    const plan = planPrices(set(120), [row(), row({ pending: sent })], none);
    expect(plan.map(({ standing, why }) => [standing, why])).toEqual([
      ['stays', 'same'],
      ['stays', 'under-way'],
    ]);
  });

  test('only what goes is sent, the others each with their own word', () => {
    const rows = [row(), row({ price: 101 })];
    const plan = [...planPrices(set(105), rows, none), ...planPrices(set(99), [row()], none)];
    const risky = planPrices(set(95), [row()], none);
    const all = [...plan, ...risky];
    expect(toSend(all, { loses: false, atOnce: false })).toHaveLength(2);
    const losing = toSend(all, { loses: true, atOnce: false });
    expect(losing.map(({ to, belowFloor, intoOffer }) => [to.minor, belowFloor, intoOffer])).toEqual([
      [10_500, false, false],
      [10_500, false, false],
      [9900, true, false],
    ]);
    expect(toSend(risky, { loses: false, atOnce: true })).toMatchObject([{ belowFloor: true, intoOffer: true }]);
    expect(toSend(risky, { loses: true, atOnce: false }), 'a sale at once has its own word').toEqual([]);
  });
});
