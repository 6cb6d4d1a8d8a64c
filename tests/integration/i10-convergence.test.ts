import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usd } from '../fixtures/builders';
import { countWrites, DATA_TABLES, type WriteCounter } from '../fixtures/count-writes';
import { factsOfListing, factsOfOrder, makeListingFacts, makeOrderFacts, sequence } from '../fixtures/facts';
import { makeWorld, type World } from './world';

/** I10: when faults stop, one full sync makes local equal to the server; a second one writes nothing. */

async function expectEqual(world: World): Promise<void> {
  const listings = (await world.db.listings.toArray()).filter((row) => row.deletedAt === null).map(factsOfListing);
  const orders = (await world.db.orders.toArray()).map(factsOfOrder);
  const byId = <T extends { externalId: string }>(rows: readonly T[]): T[] =>
    rows.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1));
  expect(byId(listings)).toEqual(byId(world.market.listings.filter((one) => one.status !== 'deleted')));
  expect(byId(orders)).toEqual(byId(world.market.orders));
}

function dataRows(writes: WriteCounter): number {
  const counts = writes.byTable();
  return DATA_TABLES.reduce((sum, table) => sum + (counts[table] ?? 0), 0);
}

type Edit =
  | { readonly kind: 'create' }
  | { readonly kind: 'reprice' | 'delete' | 'sell' | 'cancel'; readonly which: number }
  | { readonly kind: 'fail'; readonly which: number };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constant({ kind: 'create' as const }),
  fc.record({
    kind: fc.constantFrom('reprice' as const, 'delete' as const, 'sell' as const, 'cancel' as const),
    which: fc.nat(200),
  }),
  fc.record({ kind: fc.constant('fail' as const), which: fc.nat(200) }),
);

/** Changes the marketplace as sellers, buyers and alias itself do. */
function apply(world: World, change: Edit, nth: number): void {
  const { market, clock } = world;
  if (change.kind === 'create')
    return void market.listings.push(makeListingFacts(1000 + nth, { listedAt: clock.now(), changedAt: clock.now() }));
  if (change.kind === 'fail') return;
  const listing = market.listings[change.which % Math.max(1, market.listings.length)];
  const order = market.orders[change.which % Math.max(1, market.orders.length)];
  if (change.kind === 'cancel' && order !== undefined) {
    market.orders = market.orders.map((one) =>
      one === order ? { ...one, status: 'cancelled', changedAt: clock.now() } : one,
    );
  }
  if (listing === undefined || change.kind === 'cancel') return;
  const rest = market.listings.filter((one) => one !== listing);
  if (change.kind === 'reprice')
    market.listings = [...rest, { ...listing, price: usd(80 + (nth % 40)), changedAt: clock.now() }];
  else market.listings = rest;
  if (change.kind === 'sell')
    market.orders.push(
      makeOrderFacts(1000 + nth, {
        externalListingId: listing.externalId,
        status: 'confirmed',
        soldAt: clock.now(),
        changedAt: clock.now(),
      }),
    );
}

describe('I10 convergence', () => {
  test('a first sync brings everything; a second one writes no data row', async () => {
    let writes: WriteCounter | undefined;
    const world = makeWorld({ prepare: (db) => (writes = countWrites(db)) });
    world.market.listings = sequence(230, (nth) => makeListingFacts(nth));
    world.market.orders = sequence(120, (nth) => makeOrderFacts(nth));
    await world.settle();
    await expectEqual(world);
    expect(await world.db.inventory.count()).toBe(350);
    expect(await world.db.sales.count()).toBe(120);
    writes?.reset();
    await world.fullSync();
    expect(writes === undefined ? -1 : dataRows(writes)).toBe(0);
  });

  test('random edits while pages are read, with failing requests, end equal to the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 25 }), async (edits) => {
        const world = makeWorld({ pageSize: 10 });
        world.market.listings = sequence(35, (nth) => makeListingFacts(nth));
        world.market.orders = sequence(22, (nth) => makeOrderFacts(nth, nth % 3 === 0 ? { status: 'confirmed' } : {}));
        let calls = 0;
        world.market.hook = () => {
          const change = edits[(calls += 1)];
          if (change === undefined) return;
          if (change.kind === 'fail') throw new Error('the line is dead');
          apply(world, change, calls);
        };
        await world.fullSync();
        world.market.hook = () => {};
        await world.fullSync();
        await world.fullSync();
        await expectEqual(world);
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});
