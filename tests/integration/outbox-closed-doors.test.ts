import { describe, expect, test } from 'vitest';
import { MarketError } from '@/lib/domain/errors/market-error';
import { HOUR_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import type { NewWrite } from '@/lib/outbox/enqueue';
import { makeDraft } from '../fixtures/drafts';
import { priceWrite, standings } from './outbox-rules';
import { makeOutboxWorld, type OutboxWorld } from './outbox-world';
import { makeSharedMarket } from './shared-market';

/** A token that may not do or read everything, an account without room, a batch that never ends: nothing runs in circles. */

const market = makeSharedMarket();

const forbidden = () =>
  Promise.reject(new MarketError('forbidden', { message: 'alias says 403', httpStatus: 403, requestId: 'req' }));

async function prices(world: OutboxWorld, count: number): Promise<NewWrite[]> {
  const writes: NewWrite[] = [];
  for (let nth = 0; nth < count; nth += 1) writes.push(priceWrite(await world.list(500 + nth), 480));
  return writes;
}

/** Turns of the job over a stretch of time, each when the last one asked for it. */
async function live(world: OutboxWorld, forMs: number): Promise<void> {
  const end = world.clock.now() + forMs;
  const worker = world.reborn();
  while (world.clock.now() < end) {
    const verdict = await worker.drain();
    if (verdict === 'done') return;
    if (verdict !== null && verdict !== 'more') world.clock.pass(Math.max(0, verdict.waitUntil - world.clock.now()));
    await worker.db.jobs.update('outbox', { dueAt: world.clock.now() });
  }
}

/** Answers how often each of these was asked. */
function counting(given: (marketplace: Marketplace) => Partial<Marketplace>) {
  const asked: string[] = [];
  const wrap = (marketplace: Marketplace): Marketplace => {
    const changed = given(marketplace);
    const counted = Object.entries(changed).map(([name, does]) => [
      name,
      (...args: unknown[]) => {
        asked.push(name);
        return (does as (...args: unknown[]) => unknown)(...args);
      },
    ]);
    return { ...marketplace, ...Object.fromEntries(counted) };
  };
  return { wrap, times: (name: keyof Marketplace) => asked.filter((each) => each === name).length };
}

describe('a token without the scope', () => {
  test('to write: one request tells it for all, each is refused with the words for it, and that is the end', async () => {
    const { wrap, times } = counting(() => ({ batchUpdate: forbidden }));
    const world = await makeOutboxWorld({ market, wrap });
    await world.enqueue(await prices(world, 12));
    await world.settle();
    expect(times('batchUpdate')).toBe(1);
    expect(new Set(await standings(world))).toEqual(new Set(['rejected refused']));
    expect((await world.outbox()).every(({ problem }) => problem?.message === 'alias says 403')).toBe(true);
    await live(world, HOUR_MS);
    expect(times('batchUpdate')).toBe(1);
  });

  test('to ask how much room there is: it is written all the same', async () => {
    const { wrap } = counting(() => ({ getBatchQuota: forbidden }));
    const world = await makeOutboxWorld({ market, wrap });
    await world.enqueue(await prices(world, 3));
    await world.settle();
    expect(new Set(await standings(world))).toEqual(new Set(['confirmed']));
  });

  test('to read batches: after half an hour the listings themselves tell, without a request every moment', async () => {
    const { wrap, times } = counting(() => ({ getBatch: forbidden }));
    const world = await makeOutboxWorld({ market, wrap });
    await world.enqueue(await prices(world, 2));
    await live(world, HOUR_MS);
    expect(await standings(world)).toEqual(['confirmed', 'confirmed']);
    expect(times('getBatch')).toBeLessThan(60);
  });

  test('to read anything: what may have been done is never sent again, and looked at less and less', async () => {
    const { wrap, times } = counting(() => ({ getBatch: forbidden, getListing: forbidden }));
    const world = await makeOutboxWorld({ market, wrap });
    await world.enqueue(await prices(world, 2));
    await live(world, 24 * HOUR_MS);
    expect(await standings(world)).toEqual(['unknown', 'unknown']);
    expect(world.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    expect(times('getListing')).toBeLessThan(2 * 130);
  });
});

describe('an account without room', () => {
  test('for hours: it is asked now and then, and goes on as soon as there is some', async () => {
    let room = 0;
    const { wrap, times } = counting((marketplace) => ({
      getBatchQuota: async (options) => {
        const answer = await marketplace.getBatchQuota(options);
        return { ...answer, value: { used: 0, maximum: room } };
      },
    }));
    const world = await makeOutboxWorld({ market, wrap });
    await world.enqueue(await prices(world, 2));
    await live(world, 3 * HOUR_MS);
    expect(await standings(world)).toEqual(['pending', 'pending']);
    expect(times('getBatchQuota')).toBeLessThan(190);
    room = 100;
    await live(world, 2 * MINUTE_MS);
    expect(await standings(world)).toEqual(['confirmed', 'confirmed']);
  });

  test('taken by others: it is asked again rather than found out by refusals', async () => {
    let used = 100;
    const { wrap, times } = counting((marketplace) => ({
      batchUpdate: (changes, options) => marketplace.batchUpdate(changes, options),
      getBatchQuota: async (options) => {
        const answer = await marketplace.getBatchQuota(options);
        return { ...answer, value: { used, maximum: 100 } };
      },
    }));
    const world = await makeOutboxWorld({ market, wrap });
    await world.enqueue(await prices(world, 1));
    await live(world, 10 * MINUTE_MS);
    expect([times('batchUpdate'), await standings(world)]).toEqual([0, ['pending']]);
    used = 0;
    await live(world, 2 * MINUTE_MS);
    expect(await standings(world)).toEqual(['confirmed']);
  });
});

test('a batch of new listings that never ends keeps nothing else back for ever', async () => {
  let stuck: string | null = null;
  const { wrap } = counting((marketplace) => ({
    batchCreate: async (drafts, options) => {
      const answer = await marketplace.batchCreate(drafts, options);
      stuck = answer.value.externalId;
      return answer;
    },
    getBatch: async (id, options) => {
      const answer = await marketplace.getBatch(id, options);
      return id === stuck ? { ...answer, value: { ...answer.value, status: 'in-progress', processed: 0 } } : answer;
    },
  }));
  const world = await makeOutboxWorld({ market: makeSharedMarket({ maxOperations: 2 }), wrap });
  const writes = await prices(world, 1);
  const pairs = [await world.stock(), await world.stock()];
  await world.enqueue(
    pairs.map(({ id }) => ({
      entityId: id,
      write: { kind: 'listing/create', pairId: id, draft: makeDraft(), activate: false },
    })),
    { kind: 'list' },
  );
  await live(world, MINUTE_MS);
  await world.enqueue(writes);
  await live(world, 40 * MINUTE_MS);
  const rows = await world.outbox();
  expect(rows.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
    'listing/create sending',
    'listing/create sending',
    'listing/price confirmed',
  ]);
});
