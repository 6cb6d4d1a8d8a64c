import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { NewListing } from '@/lib/domain/outbox/write';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import { makeDraft } from '../fixtures/drafts';
import { effectsOf } from './effects-of';
import { makeOutboxWorld, type Journey, type OutboxWorld } from './outbox-world';
import { blindDrain, withoutCondition } from './outbox-mutants';
import { priceWrite } from './outbox-rules';
import { makeSharedMarket } from './shared-market';

/**
 * I1: however often the worker dies, and whatever becomes of a request on its way, a decision has one effect: a price is
 * changed once, a pair is listed once.
 */

/** A worker's life: after so many awaits it dies; what its requests meet. */
interface Life {
  readonly dieAt: number;
  readonly journeys: readonly Journey[];
}

const JOURNEYS: readonly Journey[] = ['ok', 'twice', 'request-lost', 'response-lost'];

function planOf(journeys: readonly Journey[]): fc.Arbitrary<readonly Life[]> {
  const life = fc.record({
    dieAt: fc.integer({ min: 1, max: 90 }),
    journeys: fc.array(fc.constantFrom(...journeys), { minLength: 1, maxLength: 4 }),
  });
  return fc.array(life, { minLength: 1, maxLength: 4 });
}

const plan = planOf(JOURNEYS);
const latePlan = planOf([...JOURNEYS, 'late']);

async function live(world: OutboxWorld, lives: readonly Life[]): Promise<void> {
  for (const { dieAt, journeys } of lives) {
    const worker = world.reborn(dieAt);
    world.journeys.splice(0, world.journeys.length, ...journeys);
    await world.worker.db.jobs.update('outbox', { dueAt: world.clock.now() });
    await worker.drain().catch(() => null);
    worker.db.close();
    await world.deliverLate();
    world.clock.pass(1000);
  }
  world.journeys.splice(0);
  await world.settle();
}

/** @param elsewhereAt the request before which somebody else changes the first price; null: nobody does */
async function withPrices(lives: readonly Life[], elsewhereAt: number | null, world: OutboxWorld): Promise<void> {
  const listings = [await world.list(500), await world.list(510)];
  await world.enqueue(listings.map((listing) => priceWrite(listing, listing.price.minor / 100 - 20)));
  const first = listings[0]?.externalId ?? '';
  let requests = 0;
  world.onRequest = async () => {
    if ((requests += 1) === elsewhereAt) await world.elsewhere(first, 555);
  };
  await live(world, lives);
  for (const [index, { externalId, price }] of listings.entries()) {
    const to = price.minor / 100 - 20;
    const moves = effectsOf(world, 'listing/price').filter((effect) => effect.startsWith(externalId));
    const state = (await world.outbox())[index]?.state;
    const shared = externalId === first && moves.some((move) => move.endsWith('>55500'));
    expect(moves.filter((move) => move.endsWith(`>${to}00`)).length).toBe(
      shared && state !== 'confirmed' ? moves.length - 1 : 1,
    );
    // Whoever came after us is not overwritten.
    if (shared) expect(moves.at(-1)).toMatch(/>55500$/);
    else expect(state).toBe('confirmed');
  }
}

async function withDrafts(lives: readonly Life[], world: OutboxWorld, draft: NewListing): Promise<void> {
  const pairs = [await world.stock(), await world.stock()];
  await world.enqueue(
    pairs.map(({ id }) => ({ entityId: id, write: { kind: 'listing/create', pairId: id, draft, activate: true } })),
    { kind: 'list' },
  );
  await live(world, lives);
  const rows = (await world.outbox()).filter(({ kind }) => kind === 'listing/create');
  expect(rows.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
  await expectListedOnce(world, rows);
}

/** One live listing a pair, and whatever else was made by a second delivery was never live and is gone. */
async function expectListedOnce(world: OutboxWorld, rows: readonly OutboxRow[]): Promise<void> {
  const made = effectsOf(world, 'listing/created').map((effect) => effect.split(' ')[0] ?? '');
  const standings = new Map<string, string>();
  for (const id of made) standings.set(id, (await world.told(id))?.status ?? 'unknown');
  expect([...standings.values()].filter((status) => status !== 'deleted')).toEqual(rows.map(() => 'active'));
  for (const { externalId, entityId } of rows) {
    expect(standings.get(externalId ?? '')).toBe('active');
    expect((await world.worker.db.inventory.get(entityId))?.goatListingId).toBe(externalId);
  }
  expect(await world.worker.db.inventory.count()).toBe(rows.length);
}

async function withStandings(lives: readonly Life[], world: OutboxWorld): Promise<void> {
  const [on, off, gone] = [await world.list(500, { live: false }), await world.list(510), await world.list(520)];
  await world.enqueue([
    { entityId: on.id, write: { kind: 'listing/activate', externalId: on.externalId } },
    { entityId: off.id, write: { kind: 'listing/deactivate', externalId: off.externalId } },
    { entityId: gone.id, write: { kind: 'listing/delete', externalId: gone.externalId } },
  ]);
  await live(world, lives);
  expect((await world.outbox()).map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  const standings = [on, off, gone].map(async ({ externalId }) => (await world.told(externalId))?.status);
  expect(await Promise.all(standings)).toEqual(['active', 'inactive', 'deleted']);
}

const RUNS = { seed: 1, numRuns: 50 } as const;
const market = makeSharedMarket();

describe('I1 one effect per decision', () => {
  test('prices', async () => {
    await fc.assert(
      fc.asyncProperty(latePlan, fc.option(fc.integer({ min: 1, max: 12 })), async (lives, elsewhereAt) =>
        withPrices(lives, elsewhereAt, await makeOutboxWorld({ market })),
      ),
      RUNS,
    );
  });

  test('new listings, by batch', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (lives) => withDrafts(lives, await makeOutboxWorld({ market }), makeDraft())),
      RUNS,
    );
  });

  test('new listings with defects, one by one', async () => {
    const draft = makeDraft({ condition: 'new-with-defects', defects: ['LISTING_DEFECT_DAMAGE'] });
    await fc.assert(
      fc.asyncProperty(plan, async (lives) => withDrafts(lives, await makeOutboxWorld({ market }), draft)),
      RUNS,
    );
  });

  test('activated, deactivated, deleted', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (lives) => withStandings(lives, await makeOutboxWorld({ market }))),
      RUNS,
    );
  });
});

/** Plans that an outbox passes which keeps its promises, and one without a promise does not. */
describe('mutants', () => {
  test('without the condition a late delivery overwrites what somebody else did meanwhile', async () => {
    const run = async (wrap: ((marketplace: Marketplace) => Marketplace) | undefined) => {
      const world = await makeOutboxWorld({ market, ...(wrap === undefined ? {} : { wrap }) });
      const listing = await world.list(500);
      await world.enqueue([priceWrite(listing, 480)]);
      world.journeys.push('late');
      await world.worker.drain();
      await world.elsewhere(listing.externalId, 555);
      await world.deliverLate();
      world.clock.pass(5000);
      return (await world.told(listing.externalId))?.price;
    };
    expect(await run(undefined)).toBe(555);
    expect(await run(withoutCondition)).toBe(480);
  });

  test('without looking first a pair is listed twice', async () => {
    const lost: readonly Life[] = [{ dieAt: 1000, journeys: ['response-lost', 'response-lost'] }];
    const alone = makeDraft({ condition: 'new-with-defects', defects: ['LISTING_DEFECT_DAMAGE'] });
    await withDrafts(lost, await makeOutboxWorld({ market }), alone);
    const blind = await makeOutboxWorld({ market, drain: blindDrain });
    await withDrafts(lost, blind, alone).catch(() => null);
    expect(effectsOf(blind, 'listing/created').length).toBeGreaterThan(2);
  });
});
