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
