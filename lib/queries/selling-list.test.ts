import { describe, expect, test } from 'vitest';
import { shiftInstant } from '@/lib/domain/time/instant';
import { makeListing, makeWrite, NOON, usd } from '@/tests/fixtures/builders';
import { makeShop, VALUATION } from '@/tests/fixtures/pair-shop';
import { listListings, type ListingRequest } from './list-listings';

const LISTINGS: ListingRequest = {
  show: 'live',
  search: '',
  sort: { by: 'price', descending: false },
  offset: 0,
  limit: 50,
  valuation: VALUATION,
};

describe('selling list', () => {
  test('a row knows its pair, floor, estimate, days and what is on its way', async () => {
    const db = await makeShop();
    await db.outbox.bulkAdd([
      makeWrite({ id: 'o1', entityId: 'l1', state: 'sending' }),
      makeWrite({ id: 'o2', entityId: 'l1', state: 'confirmed', createdAt: shiftInstant(NOON, 1) }),
    ]);
    const { rows, counts } = await listListings(db, LISTINGS);
    expect(rows[0]).toMatchObject({
      listing: { id: 'l1' },
      pair: { id: 'listed' },
      daysListed: 3,
      pending: { id: 'o1' },
      estimate: { profit: usd(35.6) },
      // $80 x 0.905 - $5 = $67.40, less 2.9 % = $65.45: the first whole dollar that covers $65.
      floor: { kind: 'known', floor: usd(80) },
    });
    expect(counts).toEqual({ live: 1, off: 0, gone: 0 });
  });

  test('a pair without cost has no floor, and says why', async () => {
    const db = await makeShop();
    await db.inventory.update('listed', { cost: null });
    expect((await listListings(db, LISTINGS)).rows[0]?.floor).toEqual({ kind: 'unknown', missing: ['cost'] });
  });

  test('live, off and gone; search by product name; sort by price', async () => {
    const db = await makeShop();
    await db.listings.bulkAdd([
      makeListing({ id: 'cheap', price: usd(90) }),
      makeListing({ id: 'off', status: 'inactive' }),
      makeListing({ id: 'missing', missingSince: NOON }),
      makeListing({ id: 'odd', status: 'unknown:FROZEN' }),
      makeListing({ id: 'gone', status: 'deleted', deletedAt: NOON }),
      makeListing({ id: 'samba', catalogId: 'samba', rawSku: 'B75806', price: usd(70) }),
    ]);
    const ids = async (given: Partial<ListingRequest>) =>
      (await listListings(db, { ...LISTINGS, ...given })).rows.map((row) => row.listing.id);
    expect(await ids({})).toEqual(['samba', 'cheap', 'l1']);
    expect(await ids({ search: 'panda' })).toEqual(['cheap', 'l1']);
    expect((await ids({ show: 'off' })).toSorted()).toEqual(['missing', 'odd', 'off']);
    expect((await listListings(db, LISTINGS)).counts).toEqual({ live: 3, off: 3, gone: 1 });
    expect(await ids({ offset: 1, limit: 1 })).toEqual(['cheap']);
  });
});
