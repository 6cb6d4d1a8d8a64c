import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import type { FeeSchedule } from '@/lib/domain/fees/fee-schedule';
import { floorPrice, type ProfitTarget } from '@/lib/domain/fees/floor-price';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { FxRate } from '@/lib/domain/money/fx';
import { money, type Money } from '@/lib/domain/money/money';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import { planRun, type RunInput, type RunPlan } from '@/lib/domain/repricing/plan-run';
import { usd } from '../fixtures/builders';
import { makeRuleSettings } from '../fixtures/rules';
import { makeSharedMarket } from './outbox-world';
import { makeRuleMarket, UNTIL_STALE_MS, type RuleMarket } from './rule-market';

/**
 * I2: no price that a rule sends is below the floor that is in force when it leaves, whatever is edited when. Without a
 * floor nothing is sent.
 */

/** The second look at the floor, which a mutant does without. */
const claim = vi.hoisted(() => ({ isBlind: false }));
vi.mock('@/lib/outbox/check-price', async (original) => {
  const real = await original<typeof import('@/lib/outbox/check-price')>();
  const checkPrice: typeof real.checkPrice = (...args) => (claim.isBlind ? null : real.checkPrice(...args));
  return { ...real, checkPrice };
});

afterEach(() => {
  claim.isBlind = false;
});

/** Bounds so wide that only the floor is left to stop a price. */
const WIDE: Partial<GuardSettings> = {
  maxDownBasisPoints: 9999,
  maxUpBasisPoints: 100_000,
  cooldownMinutes: 0,
  outlierBasisPoints: 10_000,
  changesPerListingPerDay: 1000,
  breakerMoves: 1000,
  breakerMarketBasisPoints: 10_000,
};

/** Everything the floor is made of, as it is in the books. */
interface Inputs {
  readonly cost: Money | null;
  readonly rateE8: number;
  readonly commission: number;
  readonly minimum: Money | null;
  readonly target: ProfitTarget;
}

const START_INPUTS: Inputs = {
  cost: usd(200),
  rateE8: 80_000_000,
  commission: 950,
  minimum: null,
  target: { kind: 'break-even' },
};

const [, SCHEDULE = ALIAS_FEE_SCHEDULES[0]!] = ALIAS_FEE_SCHEDULES;

function scheduleOf({ commission }: Inputs): FeeSchedule {
  return { ...SCHEDULE, commission: SCHEDULE.commission.map((tier) => ({ ...tier, basisPoints: commission })) };
}

function rateOf({ rateE8 }: Inputs): FxRate {
  return { base: 'USD', quote: 'GBP', rateE8, asOf: SCHEDULE.validFrom, source: 'test' };
}

function floorOf(inputs: Inputs, { world }: RuleMarket): number | null {
  const floor = floorPrice({
    cost: inputs.cost,
    otherCosts: null,
    fx: rateOf(inputs),
    schedule: scheduleOf(inputs),
    profile: world.profile,
    target: inputs.target,
    ownMinimum: inputs.minimum,
    catalogueMinimum: usd(25),
  });
  return floor.kind === 'known' ? floor.floor.minor : null;
}

/** Puts the inputs into the books in one transaction. */
async function write(db: ArchvdDatabase, inputs: Inputs, onDone: () => void): Promise<void> {
  const { cost, minimum: priceMinimum, target } = inputs;
  await db.transaction('rw', [db.inventory, db.fxRates, db.feeSchedules, db.repricingRules], async (transaction) => {
    transaction.on('complete', onDone);
    await db.inventory.toCollection().modify({ cost, priceMinimum });
    await db.fxRates.put({ ...rateOf(inputs), id: 'rate' });
    await db.feeSchedules.toCollection().modify({ schedule: scheduleOf(inputs) });
    await db.repricingRules.toCollection().modify((row) => {
      const ceiling = { kind: 'amount', amount: usd(1000) } as const;
      Object.assign(row, { settings: makeRuleSettings({ floor: { target, ownMinimum: null }, ceiling }) });
    });
  });
}

interface Story {
  readonly asks: readonly number[];
  readonly edits: readonly Partial<Inputs>[];
}

const dollars = (min: number, max: number) => fc.integer({ min, max }).map((n) => usd(n));
const edit: fc.Arbitrary<Partial<Inputs>> = fc.oneof(
  fc.record({
    cost: fc.oneof(
      dollars(100, 500),
      fc.constant(null),
      dollars(100, 300).map(({ minor }) => money(minor, 'GBP')),
    ),
  }),
  fc.record({ rateE8: fc.integer({ min: 50_000_000, max: 120_000_000 }) }),
  fc.record({ commission: fc.integer({ min: 500, max: 3000 }) }),
  fc.record({ minimum: fc.oneof(dollars(100, 500), fc.constant(null)) }),
  fc.record({
    target: fc.integer({ min: 0, max: 6000 }).map((basisPoints) => ({ kind: 'roi' as const, basisPoints })),
  }),
);
const story: fc.Arbitrary<Story> = fc.record({
  asks: fc.array(fc.integer({ min: 1, max: 520 }), { minLength: 2, maxLength: 4 }),
  edits: fc.array(edit, { minLength: 1, maxLength: 8 }),
});

const market = makeSharedMarket();

/** What left, and what of it was below the floor of its moment. */
interface Told {
  readonly left: number;
  readonly wrong: readonly string[];
}

async function play(
  { asks, edits }: Story,
  scheduler: fc.Scheduler,
  plan?: (input: RunInput) => RunPlan,
): Promise<Told> {
  const rules = await makeRuleMarket({
    market,
    prices: [480, 490],
    guards: WIDE,
    ...(plan === undefined ? {} : { plan }),
  });
  const { world, feed } = rules;
  const { db } = world.worker;
  let inForce = START_INPUTS;
  await write(db, inForce, () => {});
  const left = new Set<number>();
  const wrong: string[] = [];
  db.outbox.hook('updating', (changes, _id, row) => {
    if (!('state' in changes) || changes.state !== 'sending' || row.write.kind !== 'listing/price') return;
    const floor = floorOf(inForce, rules);
    const to = row.write.to.minor;
    left.add(to);
    if (floor === null || to < floor) wrong.push(`${to} is below ${floor ?? 'no floor'}`);
  });
  rules.onStep = () => scheduler.schedule(Promise.resolve(), 'run');
  world.onRequest = () => scheduler.schedule(Promise.resolve(), 'request');
  let wanted = inForce;
  const editing = scheduler.scheduleSequence(
    edits.map((change) => async () => {
      wanted = { ...wanted, ...change };
      const now = wanted;
      await write(db, now, () => (inForce = now));
    }),
  ).task;
  const working = (async () => {
    for (const ask of asks) {
      feed.ask = usd(ask);
      feed.offer = usd(Math.max(1, Math.min(90, ask - 1)));
      world.clock.pass(UNTIL_STALE_MS);
      await rules.reprice();
      await world.settle(world.worker);
    }
  })();
  await scheduler.waitFor(Promise.all([working, editing]));
  for (const { to } of rules.taken()) if (!left.has(to)) wrong.push(`${to} came past the outbox`);
  db.close();
  return { left: left.size, wrong };
}

/** Decides as if every pair had cost a dollar. */
const withoutFloor = (input: RunInput): RunPlan =>
  planRun({ ...input, items: input.items.map((item) => ({ ...item, basis: { ...item.basis, cost: usd(1) } })) });

async function expectHolds(numRuns: number, plan?: (input: RunInput) => RunPlan): Promise<void> {
  let left = 0;
  const property = fc.asyncProperty(story, fc.scheduler(), async (told, scheduler) => {
    const played = await play(told, scheduler, plan);
    left += played.left;
    expect(played.wrong).toEqual([]);
  });
  await fc.assert(property, { numRuns, seed: 2, endOnFailure: true, includeErrorInReport: true });
  // Where nothing is sent nothing is proven.
  expect(left).toBeGreaterThan(numRuns / 4);
}

describe('whatever is edited while rules run', () => {
  test('no price leaves below the floor of its moment', { timeout: 120_000 }, () => expectHolds(30));

  test('the floor at the door holds alone, too', { timeout: 60_000 }, () => expectHolds(12, withoutFloor));

  test('mutant: without the floor at the door some price is below it', { timeout: 60_000 }, async () => {
    claim.isBlind = true;
    await expect(expectHolds(150)).rejects.toThrow('is below');
  });

  test('mutant: without any floor some price is below it', { timeout: 60_000 }, async () => {
    claim.isBlind = true;
    await expect(expectHolds(50, withoutFloor)).rejects.toThrow('is below');
  });
});

/** As it may come out of a damaged row, an older build or a wrong answer. */
const amount = (minor: unknown, currency: unknown = 'USD') => ({ minor, currency }) as unknown as Money;

describe('without a floor that means something nothing is sent', () => {
  test.each<[string, (rules: RuleMarket) => Promise<unknown>]>([
    ['no cost', (rules) => change(rules, { cost: null })],
    ['a cost that is blank', (rules) => change(rules, { cost: amount('') })],
    ['a cost of null', (rules) => change(rules, { cost: amount(null) })],
    ['a cost that is no number', (rules) => change(rules, { cost: amount(Number.NaN) })],
    ['a cost below zero', (rules) => change(rules, { cost: amount(-20_000) })],
    ['a cost without a currency', (rules) => change(rules, { cost: amount(20_000, '') })],
    ['a cost in a currency without a rate', (rules) => change(rules, { cost: amount(20_000, 'EUR') })],
    ['a lowest price that is no number', (rules) => change(rules, { priceMinimum: amount(Number.NaN) })],
    ['a lowest price in a currency without a rate', (rules) => change(rules, { priceMinimum: amount(1, 'EUR') })],
    ['no fees', ({ world }) => world.worker.db.feeSchedules.clear()],
    ['an ask of nothing', async ({ feed }) => Object.assign(feed, { ask: usd(0), offer: null })],
    ['no ask', async ({ feed }) => Object.assign(feed, { ask: null, offer: null })],
  ])('%s', async (_name, spoil) => {
    const rules = await makeRuleMarket({ market, prices: [480], guards: WIDE });
    await change(rules, { cost: usd(200) });
    await spoil(rules);
    await rules.reprice();
    await rules.world.settle(rules.world.worker);
    expect(rules.taken()).toEqual([]);
    expect(await rules.world.outbox()).toEqual([]);
    rules.world.worker.db.close();
  });

  const change = ({ world }: RuleMarket, to: Partial<Pair>) =>
    world.worker.db.inventory.toCollection().modify((pair) => Object.assign(pair, to));
});
