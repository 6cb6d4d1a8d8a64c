import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { decidePrice } from './decide-price';
import type { DecisionInput } from './decision';
import { makeGuards, makeInput, makeListing, makeRule, NOW, usd } from './fake-decision';
import { guards, rule, variant } from './fake-markets';
import { planRun, type RunInput } from './plan-run';

vi.setConfig({ testTimeout: 60_000 });

const runOf = (items: readonly DecisionInput[], made: Pick<RunInput, 'rules' | 'guards'>): RunInput => ({
  ...made,
  items,
  history: { changesToday: 0, loweredToday: null },
  utcOffsetMinutes: 0,
  now: NOW,
});

test('a trail read later begins with what was told at once, and ends with what the run made of it', () => {
  let noted = 0;
  fc.assert(
    fc.property(variant('product', 5), rule(), guards, (items, by, within) => {
      const { decisions } = planRun(runOf(items, { rules: [by], guards: within }));
      for (const [nth, { decision, ruleId }] of decisions.entries()) {
        const alone = decidePrice(items[nth] as DecisionInput, ruleId === null ? null : by, within, 0);
        const notes = decision.trail.slice(alone.trail.length);
        expect(decision.trail).toEqual([...alone.trail, ...notes]);
        expect(notes.every(({ guard }) => guard === 'siblings' || guard === 'run-limit')).toBe(true);
        if (notes.length === 0) expect(decision).toEqual(alone);
        noted += notes.length;
      }
    }),
    { seed: 2026, numRuns: 1000 },
  );
  expect(noted).toBeGreaterThan(100);
});

const one = () => {
  const input = makeInput({ listing: makeListing({ price: usd(200) }), market: { lowestAsk: usd(190) } });
  const [made] = planRun(runOf([input], { rules: [makeRule()], guards: makeGuards() })).decisions;
  if (made === undefined) throw new Error('One listing, one decision');
  return made.decision;
};

test('a trail is told once', () => {
  const decision = one();
  expect(decision.trail.length).toBeGreaterThan(5);
  expect(decision.trail).toBe(decision.trail);
});

test('copying and writing down a decision brings its trail along', () => {
  const { trail } = one();
  expect(structuredClone(one()).trail).toEqual(trail);
  expect({ ...one() }.trail).toEqual(trail);
  expect(JSON.parse(JSON.stringify(one())).trail).toEqual(trail);
});
