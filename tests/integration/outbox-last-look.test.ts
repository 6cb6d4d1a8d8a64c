import { expect, test } from 'vitest';
import type { Pair } from '@/lib/domain/inventory/pair';
import { beginTurn } from '@/lib/outbox/outbox-run';
import { takeBack } from '@/lib/outbox/take-back';
import { settleWrites } from '@/lib/outbox/settle-writes';
import { usd } from '../fixtures/builders';
import { makeDraft } from '../fixtures/drafts';
import { allowRules, enqueueRules, priceWrite, standings } from './outbox-rules';
import { effectsOf } from './effects-of';
import { makeOutboxWorld, type OutboxWorld } from './outbox-world';
import { makeSharedMarket } from './shared-market';

/** What changes in the last moment: between claim and request, and between an answer and its record. */

const market = makeSharedMarket();

test('fees that change between claim and request: nothing leaves on the old ones', async () => {
  let asked = 0;
  const world = await makeOutboxWorld({
    market,
    // The first look is the claim's.
    wrapDeps: (deps) => ({
      ...deps,
      feeProfile: async () => ({ ...(await deps.feeProfile()), rating: (asked += 1) === 1 ? 90 : 40 }),
    }),
  });
  await allowRules(world);
  const listing = await world.list(500, { pair: { cost: usd(400) } });
  await enqueueRules(world, [[listing, 480]]);
  await world.settle();
  expect(await standings(world)).toEqual(['superseded below-floor']);
  expect(world.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test.each<[string, Partial<Pair>]>([
  ['sold elsewhere', { status: 'sold' }],
  ['given back', { status: 'returned' }],
  ['written off', { status: 'written-off' }],
  ['thrown away', { deletedAt: 1 as Pair['deletedAt'] }],
])('a pair that was %s before its listing was made is not listed', async (_, change) => {
  const world = await makeOutboxWorld({ market });
  const { id } = await world.stock();
  const write = { kind: 'listing/create', pairId: id, draft: makeDraft(), activate: true } as const;
  await world.enqueue([{ entityId: id, write }], { kind: 'list' });
  await world.worker.db.inventory.update(id, change);
  await world.settle();
  expect(await standings(world)).toEqual(['rejected gone']);
  expect(effectsOf(world, 'listing/created')).toEqual([]);
});

async function claimed(state: 'expired' | 'unknown'): Promise<{
  readonly world: OutboxWorld;
  readonly turn: ReturnType<typeof beginTurn>;
}> {
  const world = await makeOutboxWorld({ market });
  await world.enqueue([priceWrite(await world.list(500), 480)]);
  await world.worker.db.outbox.toCollection().modify({ state });
  const run = await world.worker.claim();
  if (run === null) throw new Error('Somebody else holds the job');
  return { world, turn: beginTurn(world.worker.deps, run) };
}

test('an answer that comes after the write was ended changes nothing', async () => {
  const { world, turn } = await claimed('expired');
  const [row] = await world.outbox();
  if (row === undefined) throw new Error('No write');
  await settleWrites(turn, [{ row: { ...row, state: 'sending' }, change: { state: 'confirmed' } }]);
  expect(await world.outbox()).toEqual([row]);
});

test('what is not ours any more is not taken back: it would be sent a second time', async () => {
  const { world, turn } = await claimed('unknown');
  const [row] = await world.outbox();
  if (row === undefined) throw new Error('No write');
  const sent = { ...row, state: 'sending' } as const;
  await takeBack(turn, { lane: 'price', rows: [sent], before: [{ ...row, state: 'pending' }] });
  expect(await world.outbox()).toEqual([row]);
});
