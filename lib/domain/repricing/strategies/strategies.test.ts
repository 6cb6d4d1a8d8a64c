import { describe, expect, test } from 'vitest';
import type { DecisionInput, HoldReason, PriceMove } from '../decision';
import { decidePrice } from '../decide-price';
import { ago, makeGuards, makeInput, makeMove, makeRule, makeSales, usd, type MadeInput } from '../fake-decision';
import type { RuleSettings, Strategy } from '../rule';

/** With room to move, so that it is the strategy that speaks. */
const ROOM = makeGuards({ maxDownBasisPoints: 5000, maxUpBasisPoints: 10_000, outlierBasisPoints: 9000 });

function decide(strategy: Strategy, made: MadeInput = {}, settings: Partial<RuleSettings> = {}) {
  return decidePrice(makeInput(made), makeRule({ strategy, ...settings }), ROOM, 0);
}

const changeTo = (dollars: number, reason = 'strategy') => ({ kind: 'change', to: usd(dollars), reason });
const heldFor = (reason: HoldReason) => ({ kind: 'hold', reason });
const dollar = { kind: 'amount', amount: usd(1) } as const;
const BELOW = { kind: 'position', side: 'below', distance: dollar } as const;

describe('position', () => {
  test.each<[string, Strategy, number]>([
    ['below by $1', BELOW, 189],
    ['below by 2 %', { ...BELOW, distance: { kind: 'percent', basisPoints: 200 } }, 186],
    ['match', { ...BELOW, side: 'match' }, 190],
    ['above by $1', { ...BELOW, side: 'above' }, 191],
    ['above by 2 %', { ...BELOW, side: 'above', distance: { kind: 'percent', basisPoints: 200 } }, 194],
  ])('%s', (_, strategy, dollars) => {
    expect(decide(strategy)).toMatchObject(changeTo(dollars));
  });
});

describe('where nobody else sells', () => {
  const market = { lowestAsk: null };
  test.each<[RuleSettings['fallbacks']['alone'], MadeInput, object]>([
    ['hold', { market }, heldFor('no-market')],
    ['ceiling', { market }, changeTo(390, 'alone')],
    ['last-sale', { market }, changeTo(185, 'alone')],
    ['last-sale', { market: { ...market, lastSale: null } }, heldFor('no-market')],
  ])('%s', (alone, made, expected) => {
    const settings = {
      fallbacks: { alone, belowFloor: 'hold' },
      ceiling: { kind: 'amount', amount: usd(390) },
    } as const;
    expect(decide(BELOW, made, settings)).toMatchObject(expected);
  });
});

describe('where the market is below the floor', () => {
  const market = { lowestAsk: usd(110) };
  test.each<[RuleSettings['fallbacks']['belowFloor'], object]>([
    ['hold', heldFor('market-below-floor')],
    ['floor', changeTo(120, 'floor')],
    ['ceiling', changeTo(390, 'ceiling')],
  ])('%s', (belowFloor, expected) => {
    const settings = {
      fallbacks: { alone: 'hold', belowFloor },
      ceiling: { kind: 'amount', amount: usd(390) },
    } as const;
    expect(decide(BELOW, { market }, settings)).toMatchObject(expected);
  });
});

describe('velocity', () => {
  const velocity = (days: number) => ({ kind: 'velocity', days }) as const;
  // One a day, the oldest opens the time that is counted: 9 sales in 9 days.
  const sales = makeSales(181, 188, 170, 185, 190, 175, 186, 180, 179, 183);
  const market = { sales, salesReadAt: ago(0, 10), lowestAsk: usd(195) };

  test.each<[number, number]>([
    // Prices from the highest: 190, 188, 186, 185, 183, 181, 180, 179, 175, 170.
    [1, 175],
    [2, 183],
    [3, 186],
    [9, 190],
    [20, 190],
  ])('within %i days, at $%i', (days, dollars) => {
    expect(decide(velocity(days), { market })).toMatchObject(changeTo(dollars));
  });

  test('one sale more while somebody else asks less', () => {
    const cheaper = { ...market, lowestAsk: usd(184) };
    expect(decide(velocity(9), { market: cheaper })).toMatchObject(changeTo(188));
  });

  test.each<[string, Partial<DecisionInput['market']>]>([
    ['two sales', { sales: sales.slice(0, 2) }],
    ['sales read too long ago', { salesReadAt: ago(8) }],
    ['sales never read', { salesReadAt: null }],
    ['a size that sells slower than that', { sales: sales.filter((_, nth) => nth % 4 === 0) }],
  ])('not told by %s', (_, change) => {
    expect(decide(velocity(1), { market: { ...market, ...change } })).toMatchObject(heldFor('not-enough-sales'));
  });
});

describe('margin', () => {
  // 15 % on top of $100: $137.
  const margin = { kind: 'margin', target: { kind: 'roi', basisPoints: 1500 }, distance: dollar } as const;
  test.each<[number, object]>([
    [150, changeTo(149)],
    [138, changeTo(137)],
    [125, changeTo(137)],
  ])('ask $%i', (ask, expected) => {
    expect(decide(margin, { market: { lowestAsk: usd(ask) } })).toMatchObject(expected);
  });

  test('a margin no price brings', () => {
    const greedy = { ...margin, target: { kind: 'margin', basisPoints: 9000 } } as const;
    expect(decide(greedy)).toMatchObject(heldFor('floor-unreachable'));
  });
});

describe('aging', () => {
  const aging = {
    kind: 'aging',
    afterDays: 30,
    everyDays: 7,
    stepBasisPoints: 500,
    mostBasisPoints: 2000,
    revertAfterDays: 14,
  } as const;
  const steps = (...dollars: readonly number[]): PriceMove[] =>
    dollars
      .slice(1)
      .map((to, nth) => makeMove(dollars[nth] ?? 0, to, ago((dollars.length - 2 - nth) * 7 + 7)))
      .toReversed();
  const aged = (dollars: readonly number[], change: MadeInput['listing'] = {}): MadeInput => ({
    listing: { price: usd(dollars.at(-1) ?? 0), listedAt: ago(100), moves: steps(...dollars), ...change },
  });

  test.each<[string, MadeInput, object]>([
    ['too young', { listing: { listedAt: ago(29, 1430) } }, heldFor('not-yet')],
    ['old enough', { listing: { listedAt: ago(30) } }, changeTo(190)],
    ['one step at a time, however old', { listing: { listedAt: ago(300) } }, changeTo(190)],
    ['each step of the first price', aged([200, 190]), changeTo(180)],
    ['a step not yet over', aged([200, 190], { moves: [makeMove(200, 190, ago(6, 1430))] }), heldFor('not-yet')],
    ['down to the most', aged([200, 190, 180, 170]), changeTo(160)],
    ['no further', aged([200, 190, 180, 170, 160]), heldFor('not-yet')],
    ['no further than the floor', { ...aged([200, 190, 180, 170]), basis: { cost: usd(140) } }, changeTo(165)],
    [
      'back to the first price in the end',
      aged([200, 190, 180, 170, 160], { moves: [makeMove(170, 160, ago(14)), ...steps(200, 190, 180, 170)] }),
      changeTo(200),
    ],
    [
      'on its way back, not down again',
      aged([200], { price: usd(180), moves: [makeMove(160, 180, ago(8)), makeMove(200, 160, ago(30))] }),
      changeTo(200),
    ],
    [
      'a rise to the floor is no way back',
      {
        ...aged([200], { price: usd(165), moves: [makeMove(160, 165, ago(8)), makeMove(200, 160, ago(30))] }),
        basis: { cost: usd(140) },
      },
      heldFor('not-yet'),
    ],
    [
      'a price set by hand begins anew',
      aged([200], { price: usd(150), moves: [makeMove(200, 150, ago(10), 'user'), ...steps(220, 200)] }),
      heldFor('not-yet'),
    ],
    [
      'and is the first one then',
      aged([200], { price: usd(150), moves: [makeMove(200, 150, ago(30), 'user'), ...steps(220, 200)] }),
      changeTo(143),
    ],
  ])('%s', (_, made, expected) => {
    expect(decide(aging, { ...made, market: { highestOffer: usd(50) } })).toMatchObject(expected);
  });

  test('without a way back it stays at the bottom', () => {
    const made = { ...aged([200, 190, 180, 170, 160]), market: { highestOffer: usd(50) } };
    expect(decide({ ...aging, revertAfterDays: null }, made)).toMatchObject(heldFor('already-there'));
  });

  test('when all the moves that are told are steps, the highest price seen is the first', () => {
    const moves = Array.from({ length: 20 }, (_, nth) => makeMove(199 - (19 - nth), 198 - (19 - nth), ago(7 + nth)));
    const made = { listing: { price: usd(179), listedAt: ago(300), moves: moves.toReversed() } };
    const facts = decide(aging, made).trail.find(({ guard }) => guard === 'strategy')?.facts;
    expect(facts).toMatchObject({ firstMinor: 19_900, bottomMinor: 15_920 });
  });
});

describe('dynamic', () => {
  const dynamic = { kind: 'dynamic', stepBasisPoints: 300, quietDays: 14 } as const;
  const quiet = { sales: [{ at: ago(15), price: usd(185) }], salesReadAt: ago(0, 10) };
  const everyFourth = Array.from({ length: 9 }, (_, nth) => ({ at: ago(nth * 4, 10), price: usd(185) }));

  test.each<[string, MadeInput, object]>([
    ['asks rose by a step since last week', { market: { askAWeekAgo: usd(184) } }, changeTo(206)],
    ['they did not', { market: { askAWeekAgo: usd(185), ...quiet, sales: makeSales(185) } }, heldFor('not-yet')],
    [
      'the own ask did',
      { market: { lowestAsk: usd(200), askAWeekAgo: usd(150), ...quiet, sales: makeSales(185) } },
      heldFor('not-yet'),
    ],
    [
      'once a day',
      { market: { askAWeekAgo: usd(180) }, listing: { moves: [makeMove(194, 200, ago(0, 1400))] } },
      heldFor('not-yet'),
    ],
    [
      'sales speed up',
      {
        market: {
          sales: [...makeSales(185, 185, 185), ...everyFourth.slice(1)],
          salesReadAt: ago(0, 1),
        },
      },
      changeTo(206),
    ],
    ['at the same pace', { market: { sales: everyFourth, salesReadAt: ago(0, 1) } }, heldFor('not-yet')],
    [
      'a list cut short tells no pace',
      { market: { sales: makeSales(1, 2, 3), salesReadAt: ago(0, 1) } },
      heldFor('not-yet'),
    ],
    ['nothing sold for two weeks', { market: quiet }, changeTo(194)],
    ['priced anew since', { market: quiet, listing: { moves: [makeMove(210, 200, ago(13))] } }, heldFor('not-yet')],
    ['listed since', { market: quiet, listing: { listedAt: ago(13) } }, heldFor('not-yet')],
    ['sales that were not read', {}, heldFor('not-enough-sales')],
  ])('%s', (_, made, expected) => {
    expect(decide(dynamic, made)).toMatchObject(expected);
  });
});

describe('experiment', () => {
  const experiment = { kind: 'experiment', experimentId: 'e1' } as const;
  test.each<[DecisionInput['arm'], object]>([
    [{ experimentId: 'e1', basisPoints: -200 }, changeTo(186)],
    [{ experimentId: 'e1', basisPoints: 0 }, changeTo(190)],
    [{ experimentId: 'e1', basisPoints: 200 }, changeTo(194)],
    [{ experimentId: 'e2', basisPoints: -200 }, heldFor('not-in-experiment')],
    [null, heldFor('not-in-experiment')],
  ])('%j', (arm, expected) => {
    expect(decide(experiment, { arm })).toMatchObject(expected);
  });
});
