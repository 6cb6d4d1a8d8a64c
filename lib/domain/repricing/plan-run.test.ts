import { describe, expect, test } from 'vitest';
import type { DecisionInput } from './decision';
import { ago, makeInput, makeMove, makeRule, usd, usdOrNone } from './fake-decision';
import { makeItems, outcomes, plan, told } from './fake-run';

test('one decision for each listing, in the order given, by the rule that fits it', () => {
  const jordans = { ...makeRule().settings.scope, brands: ['Jordan'] };
  const rules = [
    makeRule({}, { id: 'all', priority: 2 }),
    makeRule({ scope: jordans, fallbacks: { alone: 'hold', belowFloor: 'hold' } }, { id: 'jordans', priority: 1 }),
  ];
  const items = makeItems(3, (nth) => ({ listing: { brand: nth === 1 ? 'Jordan' : 'Nike' } }));
  const { decisions, stopped } = plan(items, { rules });
  expect(decisions.map(({ listingId, ruleId, from, decision }) => [listingId, ruleId, from, told(decision)])).toEqual([
    ['listing-0', 'all', usd(200), 189],
    ['listing-1', 'jordans', usd(200), 189],
    ['listing-2', 'all', usd(200), 189],
  ]);
  expect(stopped).toBeNull();
  expect(plan(items, { rules: [] }).decisions).toMatchObject([
    { ruleId: null, decision: { kind: 'hold', reason: 'no-rule' } },
    {},
    {},
  ]);
});

describe('limits of a run', () => {
  test('changes per run and per day: what waited longest goes first, then by id', () => {
    const items = makeItems(4, (nth) => ({ listing: { moves: nth < 2 ? [] : [makeMove(201, 200, ago(10 - nth))] } }));
    expect(outcomes(items, {}, { changesPerRun: 3 })).toEqual([189, 189, 189, 'run-limit']);
    expect(outcomes(items.toReversed(), {}, { changesPerRun: 3 })).toEqual(['run-limit', 189, 189, 189]);
    expect(outcomes(items, { history: { changesToday: 8, loweredToday: null } }, { changesPerDay: 9 })).toEqual([
      189,
      'run-limit',
      'run-limit',
      'run-limit',
    ]);
  });

  test('a price below its floor goes first', () => {
    const items = makeItems(2, (nth) =>
      nth === 0 ? {} : { listing: { price: usd(90), moves: [makeMove(1, 90, ago(1))] } },
    );
    expect(outcomes(items, {}, { changesPerRun: 1 })).toEqual(['run-limit', 120]);
  });

  test.each<[string, number | null, number | null, (number | string)[]]>([
    // Each falls by $11.
    ['no limit', null, 500, [189, 189, 189]],
    ['for two of them', 22, null, [189, 189, 'loss-budget']],
    ['for none, after what fell today', 22, 12, ['loss-budget', 'loss-budget', 'loss-budget']],
  ])('loss budget: %s', (_, most, lowered, expected) => {
    const history = { changesToday: 0, loweredToday: usdOrNone(lowered) };
    expect(outcomes(makeItems(3), { history }, { lossPerDay: usdOrNone(most) })).toEqual(expected);
  });

  test('loss budget: a smaller fall may still fit, and a rise always does', () => {
    const items = makeItems(3, (nth) => ({
      listing: { price: usd([200, 191, 180][nth] ?? 0) },
      market: { lowestAsk: usd(nth === 2 ? 205 : 190) },
      own: [],
    }));
    expect(outcomes(items, {}, { lossPerDay: usd(5) })).toEqual(['loss-budget', 189, 185]);
  });

  test('a budget in another currency allows no fall', () => {
    const euro = { ...usd(1000), currency: 'EUR' } as const;
    expect(outcomes(makeItems(1), {}, { lossPerDay: euro })).toEqual(['loss-budget']);
  });
});

describe('the breaker', () => {
  const large = (count: number) => makeItems(count, () => ({ market: { lowestAsk: usd(180) } }));
  const guards = { breakerMoves: 5, breakerMoveBasisPoints: 800 };

  test('stops everything after many large moves', () => {
    expect(plan(large(4), {}, guards).stopped).toBeNull();
    const { decisions, stopped } = plan([...large(5), makeItems(6)[5] ?? makeInput()], {}, guards);
    expect(stopped).toBe('many-large-moves');
    expect(decisions.map(({ decision }) => told(decision))).toEqual(Array.from({ length: 6 }, () => 'breaker'));
    expect(decisions[0]?.decision.trail.at(-1)).toMatchObject({
      guard: 'run-limit',
      did: 'held',
      facts: { limit: 'breaker', cause: 'many-large-moves' },
    });
  });

  test('leaves holds as they are', () => {
    const held = makeItems(6, () => ({ hasOpenWrite: true }))[5] ?? makeInput();
    const { decisions } = plan([...large(5), held], {}, guards);
    expect(decisions.at(-1)?.decision).toMatchObject({ reason: 'write-under-way' });
  });

  test.each<[string, number, number, Partial<DecisionInput['market']>, string | null]>([
    // listings, of which fell by 10 %
    ['30 % of the markets fell', 10, 3, {}, 'market-fell'],
    ['20 % of them', 10, 2, {}, null],
    ['too few were looked at', 4, 4, {}, null],
    ['on stale prices', 10, 10, { readAt: ago(0, 31) }, null],
  ])('%s', (_, count, fallen, change, expected) => {
    const items = makeItems(count, (nth) => ({
      market: { lowestAsk: usd(198), askADayAgo: usd(nth < fallen ? 220 : 198), ...change },
    }));
    const { stopped, decisions } = plan(items, {}, guards);
    expect(stopped).toBe(expected);
    if (stopped !== null) expect(decisions.some(({ decision }) => decision.kind === 'change')).toBe(false);
  });
});
