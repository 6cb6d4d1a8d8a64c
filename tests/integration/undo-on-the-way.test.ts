import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryUndoWishes, type CarryDeps } from '@/lib/commands/carry-undo-wishes';
import { setPrices } from '@/lib/commands/set-prices';
import { switchListings } from '@/lib/commands/switch-listings';
import { undoRun } from '@/lib/commands/undo-run';
import { undoWrites } from '@/lib/commands/undo-writes';
import type { ArchvdDatabase } from '@/lib/db/database';
import { hasOutboxWork } from '@/lib/db/repositories/open-writes';
import type { SellingDeps } from '@/lib/commands/selling-deps';
import type { Listing } from '@/lib/domain/listings/listing';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { OutboxDeps } from '@/lib/outbox/outbox-run';
import { decisionTables, readDecisionInputs } from '@/lib/queries/decision-inputs';
import { readListingDrafts } from '@/lib/queries/listing-drafts';
import { readListingGrounds } from '@/lib/queries/listing-grounds';
import { makeProduct, usd } from '../fixtures/builders';
import { allowRules, enqueueRules } from './outbox-rules';
import { DUNK, makeOutboxWorld, makeSharedMarket, type Journey, type OutboxWorld } from './outbox-world';

/** A person presses Undo while alias has the change already and the books do not know it yet: undo means undo. */

let ids = 0;

function commandsOf(world: OutboxWorld, db: ArchvdDatabase): CarryDeps {
  const now = () => world.clock.now();
  const valuation = () => ({ now: now(), currency: 'USD' as const, profile: world.profile, regionId: null });
  return {
    db,
    now,
    newId: () => `undo-on-the-way-${(ids += 1)}`,
    readDrafts: (pairIds, as) => readListingDrafts(db, pairIds, valuation(), as),
    readListed: (listingIds) => readListingGrounds(db, listingIds, valuation()),
    freshMs: 30 * MINUTE_MS,
    inputTables: decisionTables(db),
    inputs: (listingIds) => readDecisionInputs(db, { now: now(), profile: world.profile, regionId: null, listingIds }),
  };
}

interface Made {
  readonly kind: Kind;
  readonly world: OutboxWorld;
  readonly listings: readonly Listing[];
  readonly groupId: string;
  /** Effects at the market before anything was asked for. */
  readonly before: number;
}

/** `run`: prices that rules changed. */
type Kind = 'price' | 'deactivate' | 'run';

/** Two listings at $500 and $510, and a command about them that has not been sent. */
async function ask(kind: Kind, market = makeSharedMarket()): Promise<Made> {
  const wrapDeps = (deps: OutboxDeps): OutboxDeps => ({
    ...deps,
    carryUndoWishes: () => carryUndoWishes(deps.db, async () => commandsOf(world, deps.db)),
  });
  const world: OutboxWorld = await makeOutboxWorld({ market, wrapDeps });
  const { db } = world.worker;
  if (kind === 'run') await allowRules(world);
  else await db.products.add(makeProduct({ catalogId: DUNK }));
  const listings = [await world.list(500), await world.list(510)];
  const deps = commandsOf(world, db);
  const before = world.effects().length;
  const groupId = await give(kind, world, deps, listings);
  return { kind, world, listings, groupId, before };
}

async function give(kind: Kind, world: OutboxWorld, deps: SellingDeps, listings: readonly Listing[]): Promise<string> {
  if (kind === 'run') {
    await enqueueRules(
      world,
      listings.map((listing) => [listing, 480]),
    );
    return '';
  }
  const wishes = listings.map(({ id: listingId, price: from }) => ({ listingId, from, to: usd(480), ...NEITHER }));
  const ids = listings.map(({ id }) => id);
  const given = kind === 'price' ? await setPrices(deps, wishes) : await switchListings(deps, 'deactivate', ids);
  return given.groupId ?? '';
}

/** A person presses Undo. */
async function undo({ kind, world, groupId }: Made, db: ArchvdDatabase) {
  const deps = commandsOf(world, db);
  return kind === 'run' ? undoRun(deps, 'run') : undoWrites(deps, groupId);
}

const NEITHER = { belowFloor: false, intoOffer: false };

/** Awaits of the worker's life until undo was pressed, and in all. */
interface Lived {
  readonly pressed: number;
  readonly points: number;
}

/**
 * One worker sends and dies after so many awaits, others go on as long as they think there is something to do. Undo is
 * pressed before the request with that number leaves, counted from one, or when all is over.
 */
async function live(made: Made, pressedAt: number, dieAt: number): Promise<Lived> {
  const { world } = made;
  const { db } = world.beside();
  let requests = 0;
  let pressed: number | null = null;
  const press = async () => {
    pressed = mortal.life.points;
    await undo(made, db);
  };
  world.onRequest = async () => {
    if ((requests += 1) === pressedAt) await press();
  };
  const mortal = world.reborn(dieAt);
  await mortal.drain().catch(() => null);
  mortal.db.close();
  world.clock.pass(1000);
  if (await hasOutboxWork(db)) await world.settle();
  if (pressed === null) await press();
  if (await hasOutboxWork(db)) await world.settle();
  expect(await hasOutboxWork(db)).toBe(false);
  return { pressed: pressed ?? 0, points: mortal.life.points };
}

/** The listings are as they were, and of each change the market saw at most one, and as many ways back. */
async function expectAsBefore({ world, listings, before }: Made): Promise<void> {
  for (const { externalId, price } of listings) {
    expect(await world.told(externalId)).toEqual({ status: 'active', price: price.minor / 100 });
    const effects = world.effects().slice(before);
    expect([0, 2]).toContain(effects.filter(({ id }) => id === externalId).length);
  }
  const groups = await world.worker.db.writeGroups.toArray();
  expect(groups.filter(({ undoWanted }) => undoWanted !== undefined)).toEqual([]);
  expect((await world.outbox()).filter(({ state }) => state !== 'confirmed' && state !== 'superseded')).toEqual([]);
}

test.each<Kind>(['price', 'deactivate', 'run'])(
  '%s: the way back goes out in the turn in which it arrives',
  async (kind) => {
    const made = await ask(kind);
    const { world } = made;
    const { db } = world.beside();
    let answer: unknown = null;
    let isSent = false;
    world.onRequest = async (method) => {
      if (isSent) answer ??= await undo(made, db);
      isSent ||= method === 'POST';
    };
    expect(await world.worker.drain()).toBe('done');
    const underWay = [{ code: 'write-under-way' }, { code: 'write-under-way' }];
    expect(answer).toMatchObject(kind === 'run' ? { later: 2, skipped: [] } : { skipped: underWay });
    expect(answer).toMatchObject({ accepted: 0 });
    await expectAsBefore(made);
    expect((await world.outbox()).map(({ state }) => state)).toEqual(Array(4).fill('confirmed'));
  },
);

test.each([
  ['price', 0],
  ['deactivate', 1],
  ['deactivate', 2],
  ['run', 0],
  ['run', 1],
] as const)('%s: a worker killed at every third point between wish and end, from %d', async (kind, from) => {
  const market = makeSharedMarket();
  const calm = await ask(kind, market);
  const { pressed, points } = await live(calm, 3, Number.POSITIVE_INFINITY);
  await expectAsBefore(calm);
  expect(points - pressed).toBeGreaterThan(30);
  for (let dieAt = pressed - 10 + from; dieAt <= points; dieAt += 3) {
    const made = await ask(kind, market);
    await live(made, 3, dieAt);
    await expectAsBefore(made);
  }
});

test('whenever it is pressed, whatever dies and gets lost: as before, and once', async () => {
  const market = makeSharedMarket();
  const story = fc.record({
    kind: fc.constantFrom<Kind>('price', 'deactivate', 'run'),
    pressedAt: fc.integer({ min: 1, max: 8 }),
    dieAt: fc.integer({ min: 1, max: 120 }),
    journeys: fc.array(fc.constantFrom<Journey>('ok', 'request-lost', 'response-lost'), { maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(story, async ({ kind, pressedAt, dieAt, journeys }) => {
      const made = await ask(kind, market);
      made.world.journeys.push(...journeys);
      await live(made, pressedAt, dieAt);
      await expectAsBefore(made);
    }),
    { numRuns: 40, seed: 11 },
  );
});
