import { describe, expect, test } from 'vitest';
import { importPurchaseLedger } from '@/lib/commands/import-purchase-ledger';
import { HOUR_MS } from '@/lib/domain/time/instant';
import { usd } from '../fixtures/builders';
import { makeListingFacts, makeOrderFacts, sequence } from '../fixtures/facts';
import { makeWorld, type World } from './world';

/** A purchase ledger and the marketplace tell of the same pairs, whichever is read first. */

const LEDGER = [
  'ref,style_code,size,quantity,unit_cost,currency,bought_on,alias_listing_id',
  'a,DD1391-100,US 10,3,60,USD,2025-01-05,',
  'b,DD1391-100,US 10,1,80,USD,2025-06-05,',
  'c,DD1391-100,US 10,1,90,USD,2025-02-05,listing-000001',
].join('\n');

function makeSeller(): World {
  const world = makeWorld({ pageSize: 2 });
  world.market.listings = sequence(3, (nth) => makeListingFacts(nth));
  world.market.orders = [makeOrderFacts(1), makeOrderFacts(2, { status: 'cancelled' })];
  return world;
}

function readLedger({ db, clock }: World) {
  let ids = 0;
  return importPurchaseLedger({ db, now: clock.now, newId: () => `bought-${(ids += 1)}` }, 'ledger.csv', LEDGER);
}

/** What each pair is and cost, whoever made its row. */
async function books({ db }: World) {
  const pairs = await db.inventory.toArray();
  const sales = await db.sales.toArray();
  return pairs
    .map(({ id, status, goatListingId, catalogId, cost, ledgerRef }) => ({
      status,
      goatListingId,
      catalogId,
      cost,
      ledgerRef,
      sales: sales.filter((sale) => sale.pairId === id).length,
    }))
    .toSorted((a, b) => String(a.ledgerRef).localeCompare(String(b.ledgerRef)));
}

describe('a ledger and the marketplace', () => {
  test('the ledger before the first sync ends as the ledger after it', async () => {
    const [before, after] = [makeSeller(), makeSeller()];
    await readLedger(before);
    before.clock.pass(1000);
    await before.settle();
    await after.settle();
    await readLedger(after);
    expect(await books(before)).toEqual(await books(after));
    expect(await books(before)).toHaveLength(5);
  });

  test('a pair that was bought, written down and then listed is one pair', async () => {
    const world = makeWorld();
    await world.settle();
    await readLedger(world);
    world.market.listings = [makeListingFacts(7)];
    world.clock.pass(HOUR_MS);
    await world.settle();
    expect(await world.db.inventory.count()).toBe(5);
    expect(await world.db.inventory.where('goatListingId').equals('listing-000007').toArray()).toMatchObject([
      { status: 'listed', cost: usd(60), ledgerRef: 'a#1', id: expect.stringMatching(/^bought-/) },
    ]);
    const again = await world.db.inventory.toArray();
    await world.fullSync();
    expect(await world.db.inventory.toArray()).toEqual(again);
  });

  test('the picture of the listed pair goes with it into the one that stays', async () => {
    const world = makeWorld();
    await world.settle();
    await readLedger(world);
    world.market.listings = [makeListingFacts(7, { status: 'inactive' })];
    world.clock.pass(HOUR_MS);
    // Between the reading of the listing and the joining.
    world.db.inventory.hook('creating', (_id, pair, transaction) => {
      if (pair.goatListingId !== 'listing-000007') return;
      const photo = { id: 'photo', createdAt: 0, updatedAt: 0, pairId: pair.id, dataUrl: 'data:' };
      transaction.on('complete', () => void world.db.table('photos').add(photo));
    });
    await world.settle();
    const [listed] = await world.db.inventory.where('goatListingId').equals('listing-000007').toArray();
    expect(listed).toMatchObject({ ledgerRef: 'a#1', id: expect.stringMatching(/^bought-/) });
    expect(await world.db.photos.toArray()).toMatchObject([{ id: 'photo', pairId: listed?.id }]);
  });
});
