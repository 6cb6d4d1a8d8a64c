import { describe, expect, test } from 'vitest';
import { askForRun } from '@/lib/db/repositories/repricing-runs';
import { getRepricingMode, repricingStopped } from '@/lib/db/repositories/repricing-state';
import { money } from '@/lib/domain/money/money';
import { planRun, type RunInput } from '@/lib/domain/repricing/plan-run';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { START } from '../fakes/fake-platform';
import { usd } from '../fixtures/builders';
import { countWrites } from '../fixtures/count-writes';
import { makeDatabase } from '../fixtures/test-database';
import {
  carryOut,
  decisionsOf,
  makeRepricing,
  makeShop,
  offer,
  quotesAsked,
  type RepricingBooks,
} from './repricing-books';

/** A run of the rules as a whole: what is read, decided, kept and put into the outbox. */

describe('what a run leaves behind', () => {
  test('a preview and a live run decide the same; only the live one puts writes into the outbox', async () => {
    const [preview, live] = [await makeRepricing(), await makeRepricing({ mode: 'live' })];
    for (const books of [preview, live]) {
      await makeShop(books);
      expect(await books.run()).toBe('done');
    }
    expect(await decisionsOf(live)).toEqual(await decisionsOf(preview));
    expect(await preview.db.outbox.count()).toBe(0);
    const changes = (await live.db.repricingDecisions.toArray()).filter(({ kind }) => kind === 'change');
    expect(changes.map(({ listingId }) => listingId)).toEqual(['lower-0']);
    // A trail is told when somebody reads it: writing it down does.
    expect(changes[0]?.decision.trail.map(({ guard }) => guard)).toMatchObject({ 0: 'listing', length: 14 });
    expect(await live.db.outbox.toArray()).toMatchObject([
      {
        decisionId: changes[0]?.id,
        entityId: 'lower-0',
        by: 'rule',
        state: 'pending',
        expiresAt: shiftInstant(START, 15 * MINUTE_MS),
        write: { kind: 'listing/price', externalId: 'L-lower-0', from: usd(120), to: usd(114) },
      },
    ]);
    const [run] = await live.db.repricingRuns.toArray();
    expect(run).toMatchObject({
      mode: 'live',
      trigger: 'schedule',
      considered: 3,
      changes: 1,
      holds: 2,
      stopped: null,
    });
    expect(run?.groupId).toBe((await live.db.writeGroups.toArray())[0]?.id);
  });

  test('a second preview on the same market writes nothing and asks nothing', async () => {
    const db = makeDatabase();
    const writes = countWrites(db);
    const books = await makeRepricing({ db });
    await makeShop(books);
    await books.run();
    writes.reset();
    books.clock.pass(15 * MINUTE_MS);
    expect(await books.run()).toBe('done');
    const counts = writes.byTable();
    expect([counts['repricingDecisions'] ?? 0, counts['repricingRuns'] ?? 0, counts['outbox'] ?? 0]).toEqual([0, 0, 0]);
    expect(quotesAsked(books)).toEqual([]);
  });

  test('carried out, a live run changes nothing more as long as nobody else moves', async () => {
    const books = await makeRepricing({ mode: 'live' });
    await makeShop(books);
    await books.run();
    await carryOut(books);
    for (let nth = 0; nth < 8; nth += 1) {
      books.clock.pass(15 * MINUTE_MS);
      await books.run();
    }
    expect(await books.db.outbox.count()).toBe(1);
    const kept = await books.db.repricingDecisions.count();
    books.clock.pass(15 * MINUTE_MS);
    await books.run();
    expect(await books.db.repricingDecisions.count()).toBe(kept);
  });

  test('asked for by a person it leaves a run with all of its changes, also without any news', async () => {
    const books = await makeRepricing();
    await makeShop(books);
    await books.run();
    await askForRun(books.db, books.clock.now());
    await books.run();
    const runs = await books.db.repricingRuns.toArray();
    expect(runs.map(({ trigger }) => trigger)).toEqual(['schedule', 'person']);
    const own = await books.db.repricingDecisions
      .where('runId')
      .equals(runs[1]?.id ?? '')
      .toArray();
    expect(own.map(({ listingId }) => listingId)).toEqual(['lower-0']);
    await books.run();
    expect(await books.db.repricingRuns.count()).toBe(2);
  });

  test('a write that is under way is waited for', async () => {
    const books = await makeRepricing({ mode: 'live' });
    await makeShop(books);
    await books.run();
    books.clock.pass(MINUTE_MS);
    await books.run();
    expect(await books.db.outbox.count()).toBe(1);
    expect((await decisionsOf(books)).find(({ decision }) => decision.reason === 'write-under-way')).toMatchObject({
      listingId: 'lower-0',
    });
  });
});

test('rules that are changed while it is decided have it decided anew', async () => {
  let changed = false;
  const books: RepricingBooks = await makeRepricing({
    mode: 'live',
    plan: (input: RunInput) => {
      const plan = planRun(input);
      if (!changed) {
        changed = true;
        // Queued before the run can be put down.
        void books.db.repricingRules.update('rule', { enabled: false, updatedAt: shiftInstant(START, 1) });
      }
      return plan;
    },
  });
  await makeShop(books);
  expect(await books.run()).toBe('done');
  expect(await books.db.outbox.count()).toBe(0);
});

describe('the breaker', () => {
  const stopping = (input: RunInput) => ({ ...planRun({ ...input, rules: [] }), stopped: 'market-fell' as const });

  test('stops everything when it is live, says why and rings once', async () => {
    const books = await makeRepricing({ mode: 'live', plan: stopping });
    await makeShop(books);
    await books.run();
    expect(await getRepricingMode(books.db)).toBe('paused');
    expect(await repricingStopped(books.db)).toBe('market-fell');
    expect(await books.db.outbox.count()).toBe(0);
    expect(await books.db.notices.toArray()).toMatchObject([{ title: 'Repricing stopped', route: '/rules' }]);
    books.clock.pass(15 * MINUTE_MS);
    await books.run();
    expect(await books.db.notices.count()).toBe(1);
    expect(await books.db.repricingRuns.toArray()).toMatchObject([{ stopped: 'market-fell' }]);
  });

  test('in a preview it is only told', async () => {
    const books = await makeRepricing({ plan: stopping });
    await makeShop(books);
    await books.run();
    expect(await getRepricingMode(books.db)).toBe('preview');
    expect(await books.db.notices.count()).toBe(0);
    expect(await books.db.repricingRuns.toArray()).toMatchObject([{ stopped: 'market-fell' }]);
  });
});

describe('bad input holds, and nothing is written', () => {
  test.each<[string, Partial<Parameters<typeof offer>[1]>]>([
    ['nobody asks', { lowestAsk: null, highestOffer: null, lastSale: null }],
    ['an ask of nothing', { lowestAsk: usd(0) }],
    ['an offer above the ask', { lowestAsk: usd(115), highestOffer: usd(119) }],
    ['another currency', { lowestAsk: money(9000, 'GBP') }],
    ['a cost nobody knows', { cost: null }],
    ['a cost without a rate', { cost: money(6000, 'GBP') }],
  ])('%s', async (_name, facts) => {
    const books = await makeRepricing({ mode: 'live' });
    await offer(books, { catalogId: 'x', own: [120], ...facts });
    await books.run();
    expect(await decisionsOf(books)).toMatchObject([{ listingId: 'x-0', decision: { kind: 'hold' } }]);
    expect(await books.db.outbox.count()).toBe(0);
  });

  test('ten thousand listings of one size, the lowest ask being ours', { timeout: 60_000 }, async () => {
    const books = await makeRepricing({ mode: 'live' });
    const own = Array.from({ length: 10_000 }, (_, nth) => 120 + (nth % 40));
    await offer(books, { catalogId: 'x', own, lowestAsk: usd(120) });
    await books.run();
    const rows = await books.db.repricingDecisions.toArray();
    expect(rows.length).toBe(10_000);
    expect(rows.filter(({ kind }) => kind === 'change')).toEqual([]);
    expect(await books.db.outbox.count()).toBe(0);
  });
});

test('a worker that dies while it puts the run down leaves nothing; the next one does all of it once', async () => {
  const books = await makeRepricing({ mode: 'live' });
  await makeShop(books);
  const dying = () => {
    throw new Error('killed');
  };
  books.db.repricingRuns.hook('creating', dying);
  expect(await books.turn()).toBe('failed');
  expect(await Promise.all([books.db.repricingDecisions.count(), books.db.outbox.count()])).toEqual([0, 0]);
  books.db.repricingRuns.hook('creating').unsubscribe(dying);
  books.clock.pass(MINUTE_MS);
  await books.run();
  expect(await Promise.all([books.db.repricingRuns.count(), books.db.outbox.count()])).toEqual([1, 1]);
});
