import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { DAY_MS } from '../time/instant';
import type { DecisionInput, ListingDecision } from './decision';
import { NOW, usdOrNone } from './fake-decision';
import { foreignAsks, guards, rule, strategies, variant } from './fake-markets';
import { planRun, type RunInput } from './plan-run';

vi.setConfig({ testTimeout: 60_000 });

const SEEDED = { seed: 2026, numRuns: 400 };

const history = fc.record({
  changesToday: fc.integer({ min: 0, max: 30 }),
  loweredToday: fc.option(fc.integer({ min: 0, max: 100 })).map(usdOrNone),
});

/** A run over a few variants, with rules for consigned and for other pairs. */
const run: fc.Arbitrary<RunInput> = fc
  .record({
    items: fc.tuple(variant('a', 6), variant('b', 4), variant('c', 1)).map((each) => each.flat()),
    rules: fc.tuple(rule(), rule()).map(([first, second]) => [
      {
        ...first,
        id: 'consigned',
        settings: { ...first.settings, scope: { ...first.settings.scope, consigned: true } },
      },
      { ...second, id: 'rest', priority: 2 },
    ]),
    guards: fc.oneof(
      guards,
      guards.map((each) => ({
        ...each,
        changesPerRun: 100,
        changesPerDay: 1000,
        breakerMoves: 100,
        cooldownMinutes: 0,
      })),
    ),
    history,
  })
  .map((each) => ({ ...each, utcOffsetMinutes: 0, now: NOW }));

interface Outcome extends ListingDecision {
  readonly input: DecisionInput;
  readonly after: number;
}

const outcomesOf = (input: RunInput): Outcome[] =>
  planRun(input).decisions.map((each, nth) => ({
    ...each,
    input: input.items[nth] as DecisionInput,
    after: each.decision.kind === 'change' ? each.decision.to.minor : each.from.minor,
  }));

test('no limit of a run is broken', () => {
  fc.assert(
    fc.property(run, (input) => {
      const { stopped, decisions } = planRun(input);
      const changes = outcomesOf(input).filter(({ decision }) => decision.kind === 'change');
      const { guards: within, history: before } = input;
      expect(decisions).toHaveLength(input.items.length);
      if (stopped !== null) expect(changes).toEqual([]);
      expect(changes.length).toBeLessThanOrEqual(within.changesPerRun);
      expect(changes.length).toBeLessThanOrEqual(Math.max(0, within.changesPerDay - before.changesToday));
      for (const { input: each } of changes) {
        const today = each.listing.moves.filter(({ by, at }) => by === 'rule' && NOW - at < DAY_MS);
        expect(today.length).toBeLessThan(within.changesPerListingPerDay);
      }
      const fallen = changes.reduce((sum, { from, after }) => sum + Math.max(0, from.minor - after), 0);
      const budget = within.lossPerDay;
      if (budget !== null && fallen > 0) {
        expect(fallen + (before.loweredToday?.minor ?? 0)).toBeLessThanOrEqual(budget.minor);
      }
      const large = changes.filter(
        ({ from, after }) => Math.abs(after - from.minor) * 10_000 >= from.minor * within.breakerMoveBasisPoints,
      );
      expect(large.length).toBeLessThan(within.breakerMoves);
    }),
    SEEDED,
  );
});

test('what a run changes is within the bounds each decision tells', () => {
  fc.assert(
    fc.property(run, (input) => {
      for (const { decision, input: each, from, after } of outcomesOf(input)) {
        if (decision.kind === 'hold') continue;
        expect(after).toBeGreaterThanOrEqual(decision.floor.minor);
        expect(after).toBeLessThanOrEqual(decision.ceiling.minor);
        expect(after).toBeGreaterThan(each.market.highestOffer?.minor ?? 0);
        expect(after % 100).toBe(0);
        expect(after).not.toBe(from.minor);
        expect(after * 10_000).toBeGreaterThanOrEqual(from.minor * (10_000 - input.guards.maxDownBasisPoints));
        expect(decision.trail.at(-1)?.price).toEqual(decision.to);
      }
    }),
    SEEDED,
  );
});

/** Without limits, so that what siblings do to each other is seen. */
const FREE = {
  breakerMoves: 100,
  changesPerListingPerDay: 100,
  changesPerRun: 100,
  changesPerDay: 1000,
  lossPerDay: null,
  cooldownMinutes: 0,
};

test('two own listings never undercut each other', () => {
  const paces = fc.oneof(...Object.values(strategies));
  const siblings = fc.tuple(variant('a', 6), rule(paces), rule(paces), guards).map(([items, one, other, within]) => ({
    items,
    rules: [
      { ...one, id: 'consigned', settings: { ...one.settings, scope: { ...one.settings.scope, consigned: true } } },
      { ...other, id: 'rest', priority: 2 },
    ],
    guards: { ...within, ...FREE },
    history: { changesToday: 0, loweredToday: null },
    utcOffsetMinutes: 0,
    now: NOW,
  }));
  let lowered = 0;
  fc.assert(
    fc.property(siblings, (input) => {
      const outcomes = outcomesOf(input);
      for (const mine of outcomes) {
        if (mine.after >= mine.from.minor) continue;
        lowered += 1;
        const foreign = foreignAsks(mine.input);
        for (const other of outcomes) {
          if (other === mine || other.input.listing.status !== 'active') continue;
          const wasAlready = mine.from.minor < other.after;
          const theirs = foreign.some((ask) => ask <= other.after);
          expect(mine.after >= other.after || wasAlready || theirs).toBe(true);
        }
      }
    }),
    { ...SEEDED, numRuns: 2000 },
  );
  expect(lowered).toBeGreaterThan(200);
});

test('the order of listings and of rules changes nothing', () => {
  fc.assert(
    fc.property(run, fc.infiniteStream(fc.nat()), (input, chance) => {
      const shuffled = input.items
        .map((item) => ({ item, at: chance.next().value ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ item }) => item);
      const byId = ({ decisions }: ReturnType<typeof planRun>) =>
        decisions.toSorted((a, b) => (a.listingId < b.listingId ? -1 : 1));
      const plan = planRun(input);
      const other = planRun({ ...input, items: shuffled, rules: input.rules.toReversed() });
      expect(byId(other)).toEqual(byId(plan));
      expect(other.stopped).toBe(plan.stopped);
    }),
    SEEDED,
  );
});

test('the same run is planned the same, and its input is left as it was', () => {
  fc.assert(
    fc.property(run, (input) => {
      const copy = structuredClone(input);
      expect(planRun(copy)).toEqual(planRun(input));
      expect(copy).toEqual(input);
    }),
    { ...SEEDED, numRuns: 200 },
  );
});
