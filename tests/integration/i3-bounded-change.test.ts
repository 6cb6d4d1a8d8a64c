import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getRepricingMode } from '@/lib/db/repositories/repricing-state';
import { floorPrice } from '@/lib/domain/fees/floor-price';
import { feesFor } from '@/lib/domain/fees/fee-schedule';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import { planRun, type RunInput, type RunPlan } from '@/lib/domain/repricing/plan-run';
import { DAY_MS, HOUR_MS, type Instant } from '@/lib/domain/time/instant';
import { usd } from '../fixtures/builders';
import { makeRule, makeRuleSettings } from '../fixtures/rules';
import { makeSharedMarket } from './outbox-world';
import { makeRuleMarket, type RuleMarket } from './rule-market';

/**
 * I3: whatever the market shows, a price moves by no more than a step at once, not too often in a day, never beyond its
 * ceiling or below its floor, and a run that would move too much stops by itself.
 */

const GUARDS: Partial<GuardSettings> = {
  changesPerListingPerDay: 3,
  changesPerRun: 2,
  changesPerDay: 7,
  cooldownMinutes: 60,
  breakerMoves: 1000,
};

const CEILING = usd(700);
const RULE = makeRule({ settings: makeRuleSettings({ ceiling: { kind: 'amount', amount: CEILING } }) });
const COST = usd(200);
const market = makeSharedMarket();

/** A change the marketplace took, and when. */
interface Change {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly at: Instant;
  readonly run: number;
}

async function makeRules(
  prices: readonly number[],
  guards: Partial<GuardSettings>,
  plan = planRun,
): Promise<RuleMarket> {
  const rules = await makeRuleMarket({ market, prices, rules: [RULE], guards: { ...GUARDS, ...guards }, plan });
  await rules.world.worker.db.inventory.toCollection().modify({ cost: COST });
  return rules;
}

/** One run after another, two hours apart, on what the market shows each time. */
async function play(rules: RuleMarket, asks: readonly (number | null)[]): Promise<readonly Change[]> {
  const { world, feed } = rules;
  const changes: Change[] = [];
  for (const [run, ask] of asks.entries()) {
    feed.ask = ask === null ? null : usd(ask);
    feed.offer = usd(1);
    // Pairs sell for what is asked, as far as that is not a trick.
    feed.lastSale = usd(ask !== null && ask >= 200 && ask <= 750 ? ask : 240);
    world.clock.pass(2 * HOUR_MS);
    await rules.reprice();
    await world.settle(world.worker);
    for (const { externalId, from, to } of rules.taken().slice(changes.length))
      changes.push({ id: externalId, from, to, at: world.clock.now(), run });
  }
  return changes;
}

function floor({ world }: RuleMarket): number {
  const found = floorPrice({
    cost: COST,
    otherCosts: null,
    fx: null,
    schedule: feesFor(ALIAS_FEE_SCHEDULES, world.clock.now()),
    profile: world.profile,
    target: { kind: 'break-even' },
    ownMinimum: null,
    catalogueMinimum: null,
  });
  if (found.kind === 'unknown') throw new Error('no floor');
  return found.floor.minor;
}

/** Everything that is out of bounds. */
function outOfBounds(rules: RuleMarket, changes: readonly Change[]): readonly string[] {
  const least = floor(rules);
  return changes.flatMap(({ id, from, to, at, run }) => {
    const before = changes.filter((one) => at - one.at < DAY_MS && one.at <= at);
    const wrong = [
      to < least ? 'below the floor' : '',
      to > CEILING.minor ? 'above the ceiling' : '',
      to % 100 === 0 ? '' : 'no whole dollars',
      from - to > from * 0.1 ? 'too far down' : '',
      to - from > from * 0.2 ? 'too far up' : '',
      before.filter((one) => one.id === id).length > 3 ? 'too often' : '',
      before.length > 7 ? 'too many a day' : '',
      changes.filter((one) => one.run === run).length > 2 ? 'too many a run' : '',
    ];
    return wrong.filter((what) => what !== '').map((what) => `${from} to ${to}: ${what}`);
  });
}

const ask = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 200, max: 750 }) },
  { weight: 1, arbitrary: fc.constantFrom(1, 2, 10, 1_000_000_000, null) },
);
/** Chance, a price that swings to and fro, and one that falls and falls. */
const asks = fc.oneof(
  fc.array(ask, { minLength: 14, maxLength: 14 }),
  fc.tuple(ask, ask).map(([a, b]) => Array.from({ length: 14 }, (_, nth) => (nth % 2 === 0 ? a : b))),
  fc.integer({ min: 5, max: 30 }).map((by) => Array.from({ length: 14 }, (_, nth) => Math.max(1, 430 - nth * by))),
);

async function expectBounded(numRuns: number, plan: (input: RunInput) => RunPlan = planRun): Promise<void> {
  let taken = 0;
  const property = fc.asyncProperty(asks, async (shown) => {
    const rules = await makeRules([330, 345, 400], {}, plan);
    const changes = await play(rules, shown);
    taken += changes.length;
    expect(outOfBounds(rules, changes).join('\n')).toBe('');
    rules.world.worker.db.close();
  });
  await fc.assert(property, { numRuns, seed: 3, endOnFailure: true, includeErrorInReport: true });
  // Where nothing moves nothing is proven.
  expect(taken).toBeGreaterThan(numRuns);
}

const mutant =
  (change: Partial<GuardSettings>) =>
  (input: RunInput): RunPlan =>
    planRun({ ...input, guards: { ...input.guards, ...change } });

describe('on a market that plays tricks', () => {
  test('every change is within all bounds', { timeout: 120_000 }, () => expectBounded(8));

  test.each<[string, Partial<GuardSettings>, string]>([
    ['without the step down', { maxDownBasisPoints: 9999 }, 'too far down'],
    ['without the step up', { maxUpBasisPoints: 100_000 }, 'too far up'],
    ['without the limit of a listing', { changesPerListingPerDay: 1000, changesPerDay: 1000 }, 'too often'],
    ['without the limit of a day', { changesPerDay: 1000 }, 'too many a day'],
    ['without the limit of a run', { changesPerRun: 1000 }, 'too many a run'],
  ])('mutant: %s it is not', { timeout: 120_000 }, async (_name, change, told) => {
    await expect(expectBounded(30, mutant(change))).rejects.toThrow(told);
  });
});

test('a rival who goes a dollar below us again and again stops at our floor', { timeout: 60_000 }, async () => {
  const rules = await makeRules([330], { cooldownMinutes: 0, changesPerListingPerDay: 20, changesPerDay: 1000 });
  const shown: number[] = [];
  let ours = 330;
  for (let nth = 0; nth < 30; nth += 1) {
    shown.push(Math.max(100, ours - 12));
    const changes = await play(rules, [shown.at(-1) ?? null]);
    ours = (changes.at(-1)?.to ?? ours * 100) / 100;
  }
  expect(ours * 100).toBe(floor(rules));
  expect(rules.taken().at(-1)?.to).toBe(floor(rules));
});

describe('the breaker', () => {
  const CRASH = { breakerMoves: 3, changesPerRun: 100 };

  test('stops a run of many large moves before any of it is sent', async () => {
    const rules = await makeRules([330, 345, 400], CRASH);
    expect(await play(rules, [260, 260, 255])).toEqual([]);
    const { db } = rules.world.worker;
    expect(await getRepricingMode(db)).toBe('paused');
    expect(await db.notices.count()).toBe(1);
    expect(await db.repricingRuns.toArray()).toMatchObject([
      { stopped: 'many-large-moves', changes: 0, groupId: null },
    ]);
  });

  test('mutant: without it they would have been sent', async () => {
    const rules = await makeRules([330, 345, 400], CRASH, mutant({ breakerMoves: 1000 }));
    expect((await play(rules, [260])).length).toBeGreaterThan(0);
  });
});
