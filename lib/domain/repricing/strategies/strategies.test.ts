import { describe, expect, test } from 'vitest';
import type { DecisionInput, HoldReason } from '../decision';
import { decidePrice } from '../decide-price';
import { ago, makeGuards, makeInput, makeRule, makeSales, usd, type MadeInput } from '../fake-decision';
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
