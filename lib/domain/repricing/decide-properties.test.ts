import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { floorPrice } from '../fees/floor-price';
import { HOUR_MS, MINUTE_MS, shiftInstant } from '../time/instant';
import type { Decision, DecisionInput } from './decision';
import { decidePrice } from './decide-price';
import { makeGuards } from './fake-decision';
import { applied, foreignAsks, guards, rule, strategies, variant } from './fake-markets';
import type { GuardSettings } from './guard-settings';
import type { RepricingRule, Strategy } from './rule';

vi.setConfig({ testTimeout: 60_000 });

const SEEDED = { seed: 2026, numRuns: 2000 };

const one = variant('product', 3).map(([first]) => first as DecisionInput);
const decide = (input: DecisionInput, by: RepricingRule, within: GuardSettings) => decidePrice(input, by, within, 0);

/** Straight from the promise, without the guards: what is wrong with a price that came out; nothing, it is hoped. */
function broken(input: DecisionInput, by: RepricingRule, within: GuardSettings, decision: Decision): string[] {
  if (decision.kind === 'hold') return [];
  const { listing, market, basis } = input;
  const { settings } = by;
  const [to, from] = [decision.to.minor, listing.price.minor];
  const minimums = [listing.minimum, settings.floor.ownMinimum].filter((each) => each !== null);
  const floors = [null, ...minimums].map((ownMinimum) =>
    floorPrice({ ...basis, target: settings.floor.target, ownMinimum, catalogueMinimum: listing.catalogueMinimum }),
  );
  const floor = Math.max(...floors.map((each) => (each.kind === 'known' ? each.floor.minor : Number.NaN)));
  const offer = market.highestOffer?.minor ?? 0;
  const wasBelow = from < floor;
  const mayRiseTo = wasBelow ? Math.max(floor, (Math.floor(offer / 100) + 1) * 100) : 0;
  const ceiling = settings.ceiling.kind === 'amount' ? settings.ceiling.amount.minor : Number.POSITIVE_INFINITY;
  const holds: Record<string, boolean> = {
    'in its currency': decision.to.currency === listing.price.currency,
    'in whole dollars': to % 100 === 0,
    'at or above the floor': to >= floor,
    'the floor it tells': decision.floor.minor === floor,
    'at or below the ceiling': to <= Math.min(ceiling, decision.ceiling.minor),
    'at or below the maximum': to <= (listing.maximum?.minor ?? to),
    'above the highest offer': to > offer,
    'within the catalogue':
      to <= (listing.catalogueMaximum?.minor ?? to) && to >= (listing.catalogueMinimum?.minor ?? to),
    'a step down': to * 10_000 >= from * (10_000 - within.maxDownBasisPoints),
    'a step up': to * 10_000 <= from * (10_000 + within.maxUpBasisPoints) || to <= mayRiseTo,
    'a change': to !== from && (wasBelow || Math.abs(to - from) >= within.smallestStep.minor),
    'for a live listing': listing.status === 'active' && !input.hasOpenWrite,
    'on known costs': basis.cost !== null,
  };
  return Object.keys(holds).filter((name) => holds[name] === false);
}

test('whatever the market, no price breaks a bound', () => {
  fc.assert(
    fc.property(one, rule(), guards, (input, by, within) => {
      expect(broken(input, by, within, decide(input, by, within))).toEqual([]);
    }),
    SEEDED,
  );
});

test('no price falls for want of an ask, nor for an ask of ours', () => {
  const follows = rule(fc.oneof(strategies.position, strategies.experiment, strategies.margin));
  let fell = 0;
  fc.assert(
    fc.property(one, follows, guards, (input, by, within) => {
      const decision = decide(input, by, within);
      if (decision.kind === 'hold' || decision.to.minor >= input.listing.price.minor) return;
      fell += 1;
      const isAlone = (input.market.lowestAsk?.minor ?? 0) <= 0;
      if (isAlone) expect(by.settings.fallbacks.alone).not.toBe('hold');
      else expect(foreignAsks(input)).not.toEqual([]);
    }),
    SEEDED,
  );
  expect(fell).toBeGreaterThan(100);
});

test('the same input gives the same decision, and is left as it was', () => {
  fc.assert(
    fc.property(one, rule(), guards, (input, by, within) => {
      const before = structuredClone({ input, by, within });
      const first = decide(input, by, within);
      expect({ input, by, within }).toEqual(before);
      expect(decide(before.input, before.by, before.within)).toEqual(first);
    }),
    { ...SEEDED, numRuns: 500 },
  );
});

test('the trail names each guard once, in order, and ends with what was decided', () => {
  const ORDER = ['listing', 'rule', 'freshness', 'variant', 'outlier', 'own-listings', 'strategy', 'step', 'cool-down'];
  const REST = ['rounding', 'instant-sale', 'catalogue', 'ceiling', 'floor'];
  const order = [...ORDER, ...REST];
  fc.assert(
    fc.property(one, rule(), guards, (input, by, within) => {
      const decision = decide(input, by, within);
      const names = decision.trail.map(({ guard }) => guard);
      if (decision.kind === 'change') {
        expect(names).toEqual(order);
        expect(decision.trail.at(-1)?.price).toEqual(decision.to);
        return;
      }
      const reached = order.filter((name) => names.includes(name as never));
      // A bound that is not known is told where it stopped the listing, and a wait once more at the end.
      const early = ['floor', 'ceiling', 'catalogue', 'cool-down'];
      const last = names.at(-1) ?? '';
      if (early.includes(last))
        expect(names.slice(0, -1)).toEqual(order.filter((name) => names.slice(0, -1).includes(name as never)));
      else expect(names).toEqual(reached);
    }),
    { ...SEEDED, numRuns: 1000 },
  );
});

describe('an applied decision', () => {
  test('is not changed again in the same market, within its cool-down', () => {
    const cooling = guards.map((each) => ({ ...each, cooldownMinutes: 60 }));
    fc.assert(
      fc.property(one, rule(), cooling, fc.integer({ min: 0, max: 59 }), (input, by, within, minutes) => {
        const first = decide(input, by, within);
        if (first.kind === 'hold') return;
        const later = shiftInstant(input.now, minutes * MINUTE_MS);
        expect(decide(applied(input, first.to, later), by, within)).toMatchObject({ kind: 'hold' });
      }),
      SEEDED,
    );
  });

  test('comes to rest when the market does, and stays there', () => {
    const { position, margin, velocity, experiment } = strategies;
    const still = rule(fc.oneof(position, margin, velocity, experiment));
    fc.assert(
      fc.property(one, still, guards, (input, by, within) => {
        let seen = input;
        let changes = 0;
        let lastChange = 0;
        const ROUNDS = 60;
        // A step of a hundredth would take months from one bound to the other.
        const brisk = { ...within, maxDownBasisPoints: 2000, maxUpBasisPoints: 4000 };
        for (let round = 1; round <= ROUNDS; round += 1) {
          const decision = decide(seen, by, brisk);
          const later = shiftInstant(seen.now, 11 * HOUR_MS);
          if (decision.kind === 'change') {
            changes += 1;
            lastChange = round;
          }
          // Sales do not grow old here: only the market's figures of now are to be told apart.
          const sales = seen.market.sales.map((sale) => ({ ...sale, at: shiftInstant(sale.at, 11 * HOUR_MS) }));
          const next = applied(seen, decision.kind === 'change' ? decision.to : seen.listing.price, later);
          const salesReadAt = next.market.salesReadAt === null ? null : later;
          seen = { ...next, market: { ...next.market, sales, salesReadAt } };
        }
        expect(changes).toBeLessThanOrEqual(30);
        expect(lastChange).toBeLessThan(ROUNDS - 10);
      }),
      { ...SEEDED, numRuns: 500 },
    );
  });
});

test('these inputs are worth something: every strategy changes prices among them', () => {
  const counted = (strategy: fc.Arbitrary<Strategy>) =>
    fc
      .sample(fc.tuple(one, rule(strategy)), { seed: 2026, numRuns: 500 })
      .filter(([input, by]) => decide(input, by, makeGuards()).kind === 'change').length;
  const tooFew = Object.entries(strategies).filter(([, strategy]) => counted(strategy) < 60);
  expect(tooFew.map(([kind]) => kind)).toEqual([]);
});
