import { describe, expect, test, vi } from 'vitest';
import type { ListingDraft } from '@/lib/queries/listing-drafts';
import { makePair, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { planListings, toOrders } from './plan-listings';
import { readStrategy, type StrategyKind } from './strategies';

// The words themselves live in the browser; here their keys stand for them.
vi.mock('../ui/text', () => ({ t: (key: string) => key }));

function draft(given: Partial<ListingDraft> = {}): ListingDraft {
  return {
    pair: makePair({ condition: 'new', packaging: 'good' }),
    product: makeProduct(),
    listing: null,
    openWrite: null,
    offer: 'none',
    floor: { kind: 'known', floor: usd(90), decidedBy: 'target', targetPrice: usd(90) },
    basis: {
      cost: usd(70),
      otherCosts: null,
      fx: null,
      schedule: ALIAS_FEE_SCHEDULES[0] ?? null,
      profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
    },
    ownMaximum: null,
    lowestAsk: usd(120),
    highestOffer: usd(80),
    readAt: NOON,
    ownLowest: null,
    pictures: [],
    ...given,
  };
}

const strategy = (kind: StrategyKind, text = '') => {
  const read = readStrategy(kind, text);
  if (!read.ok) throw new Error(`${kind} ${text}`);
  return read.strategy;
};
const NO_WORDS = { loses: false, atOnce: false };
const UNTYPED: ReadonlyMap<string, string> = new Map();

describe('many pairs to be listed', () => {
  test('each gets the price of the strategy, and what was typed counts more', () => {
    const [first, second] = [draft(), draft()];
    const typed = new Map([[second.pair.id, '$131']]);
    const plan = planListings([first, second], strategy('undercut'), typed, true);
    expect(plan.map(({ price, standing }) => [price, standing])).toEqual([
      [usd(119), 'ready'],
      [usd(131), 'ready'],
    ]);
    expect(toOrders(plan, NO_WORDS, true)).toMatchObject([
      { pairId: first.pair.id, price: usd(119), belowFloor: false, intoOffer: false, activate: true },
      { pairId: second.pair.id, price: usd(131) },
    ]);
  });

  test.each([
    ['below the floor', '85', 'loses'],
    ['at the offer', '80', 'at-once'],
    ['a typo', '12x', 'blocked'],
    ['not whole', '119.50', 'blocked'],
    ['emptied', '', 'blocked'],
  ] as const)('%s: not listed without a word', (_, text, standing) => {
    const one = draft();
    const plan = planListings([one], strategy('match'), new Map([[one.pair.id, text]]), true);
    expect(plan[0]?.standing).toBe(standing);
    expect(toOrders(plan, NO_WORDS, true)).toEqual([]);
  });

  test('the word for a loss is none for a sale at once, and each goes with the order', () => {
    const [losing, atOnce] = [draft(), draft()];
    const typed = new Map([
      [losing.pair.id, '85'],
      [atOnce.pair.id, '80'],
    ]);
    const plan = planListings([losing, atOnce], null, typed, true);
    expect(toOrders(plan, { loses: true, atOnce: false }, true)).toMatchObject([
      { pairId: losing.pair.id, belowFloor: true, intoOffer: false },
    ]);
    expect(toOrders(plan, { loses: false, atOnce: true }, true)).toMatchObject([
      { pairId: atOnce.pair.id, belowFloor: true, intoOffer: true },
    ]);
  });

  test('what cannot be listed stays out whatever is said', () => {
    const plan = planListings(
      [draft({ offer: 'live' }), draft({ product: null }), draft({ lowestAsk: null })],
      strategy('undercut'),
      UNTYPED,
      true,
    );
    expect(plan.map(({ standing }) => standing)).toEqual(['blocked', 'blocked', 'blocked']);
    expect(toOrders(plan, { loses: true, atOnce: true }, true)).toEqual([]);
  });

  test('pictures that are wanted keep it off sale, not off alias', () => {
    const wants = draft({ product: makeProduct({ requiresPictures: true }) });
    expect(planListings([wants], strategy('match'), UNTYPED, true)[0]?.standing).toBe('blocked');
    expect(planListings([wants], strategy('match'), UNTYPED, false)[0]?.standing).toBe('ready');
  });
});

describe('ways of choosing a price', () => {
  test.each<[StrategyKind, string, unknown]>([
    ['undercut', '', { kind: 'below-ask', by: usd(1) }],
    ['match', '', { kind: 'below-ask', by: usd(0) }],
    ['floor', '10', { kind: 'floor-plus', amount: usd(10) }],
    ['net', '$99.50', { kind: 'net', amount: usd(99.5) }],
    ['roi', '12,5 %', { kind: 'roi', basisPoints: 1250 }],
  ])('%s "%s"', (kind, text, expected) => {
    expect(readStrategy(kind, text)).toEqual({ ok: true, strategy: expected });
  });

  test.each<[StrategyKind, string]>([
    ['floor', 'ten'],
    ['net', '£99'],
    ['roi', 'much'],
  ])('%s "%s" is refused with a reason', (kind, text) => {
    const read = readStrategy(kind, text);
    expect(!read.ok && read.problem).toBeTruthy();
  });
});
