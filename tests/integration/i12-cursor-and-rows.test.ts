import { describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { makeListingFacts, makeOrderFacts, sequence } from '../fixtures/facts';
import { makeWorld, type World } from './world';

/** I12: rows and cursor are written together or not at all, wherever the worker dies. */

class Killed extends Error {}

/** The worker dies at the n-th write of the database: the transaction it belongs to is gone, and so is the worker. */
function killAtWrite(db: ArchvdDatabase, nth: number): void {
  let writes = 0;
  db.use({
    stack: 'dbcore',
    name: 'killer',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) =>
            (writes += 1) >= nth ? Promise.reject(new Killed(`killed at write ${nth}`)) : table.mutate(request),
        };
      },
    }),
  });
}

async function expectWhole(world: World): Promise<void> {
  const history = await world.db.cursors.get('alias/orders/history');
  const sweep = await world.db.cursors.get('alias/listings/sweep');
  expect(await world.db.orders.count()).toBe(history?.items ?? 0);
  expect(await world.db.listings.count()).toBe(sweep?.items ?? 0);
  expect(await world.db.sales.count()).toBe(await world.db.orders.count());
}

/** Nothing looks as if it went on for ever. */
async function expectEndedRuns(world: World): Promise<void> {
  const runs = await world.db.jobRuns.toArray();
  expect(runs.filter((run) => run.finishedAt === null)).toEqual([]);
  expect((await world.db.jobs.toArray()).filter((job) => job.lease !== null || job.progress !== null)).toEqual([]);
}

describe('I12 cursor and rows are atomic', () => {
  test('killed at any write, the books hold whole pages and their cursor; the next worker finishes the rest', async () => {
    for (let nth = 1; nth <= 60; nth += 1) {
      const world = makeWorld({ pageSize: 10, prepare: (db) => killAtWrite(db, nth) });
      world.market.listings = sequence(25, (index) => makeListingFacts(index));
      world.market.orders = sequence(25, (index) => makeOrderFacts(index));
      await world.engine.tick().catch(() => {});
      world.db.close();
      const next = world.reborn();
      await expectWhole(next);
      await next.settle();
      await expectWhole(next);
      expect(await next.db.orders.count()).toBe(25);
      expect(await next.db.listings.count()).toBe(25);
      expect(await next.db.inventory.count()).toBe(50);
      await expectEndedRuns(next);
      next.db.close();
    }
  });
});
