import { describe, expect, test } from 'vitest';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing, ListingFacts } from '@/lib/domain/listings/listing';
import { makeListing, makePair, NOON, usd } from '@/tests/fixtures/builders';
import { shiftInstant } from '@/lib/domain/time/instant';
import { mergeListings } from './merge-listings';

const LATER = shiftInstant(NOON, 60_000);

function factsOf(listing: Listing): ListingFacts {
  const { id: _i, createdAt: _c, updatedAt: _u, missingSince: _m, deletedAt: _d, ...facts } = listing;
  return facts;
}

function merge(facts: readonly ListingFacts[], known: readonly Listing[], pairs: readonly Pair[]) {
  let ids = 0;
  return mergeListings({
    facts,
    known: new Map(known.map((listing) => [listing.externalId, listing])),
    pairs: new Map(pairs.map((pair) => [pair.goatListingId ?? '', pair])),
    made: new Map(),
    now: LATER,
    newId: () => `new-${(ids += 1)}`,
  });
}

describe('listings into the books', () => {
  test('a listing without a pair makes one, its cost unknown', () => {
    const listing = makeListing();
    const result = merge([factsOf(listing)], [], []);
    expect(result.listings).toMatchObject([{ externalId: listing.externalId, createdAt: LATER, deletedAt: null }]);
    expect(result.pairs).toMatchObject([
      { goatListingId: listing.externalId, status: 'listed', cost: null, origin: 'listing', size: listing.size },
    ]);
  });

  test('the same answer again writes nothing', () => {
    const listing = makeListing();
    const pair = makePair({ goatListingId: listing.externalId, status: 'listed' });
    expect(merge([factsOf(listing)], [listing], [pair])).toEqual({ listings: [], pairs: [] });
  });

  test('a deleted pair that alias offers again is back; one whose listing is gone stays deleted', () => {
    const listing = makeListing();
    const pair = makePair({ goatListingId: listing.externalId, deletedAt: NOON });
    expect(merge([factsOf(listing)], [], [pair]).pairs).toMatchObject([{ id: pair.id, deletedAt: null }]);
    expect(merge([{ ...factsOf(listing), status: 'deleted' }], [], [pair]).pairs).toEqual([]);
  });

  test('a new price changes the listing and leaves the pair with its cost alone', () => {
    const listing = makeListing();
    const pair = makePair({ goatListingId: listing.externalId, status: 'listed', cost: usd(60) });
    const result = merge([{ ...factsOf(listing), price: usd(99) }], [listing], [pair]);
    expect(result.listings).toMatchObject([
      { id: listing.id, createdAt: listing.createdAt, updatedAt: LATER, price: usd(99) },
    ]);
    expect(result.pairs).toEqual([]);
  });

  test.each([
    ['active', 'in-stock', 'listed'],
    ['pending', 'in-stock', 'listed'],
    ['unknown:LISTING_STATUS_FROZEN', 'in-stock', 'listed'],
    ['inactive', 'listed', 'in-stock'],
    ['deleted', 'listed', 'in-stock'],
    ['active', 'sold', 'sold'],
    ['sold', 'in-stock', 'in-stock'],
    ['sold', 'listed', 'listed'],
    ['inactive', 'written-off', 'written-off'],
  ] as const)('listing %s moves a pair that is %s to %s', (status, before, after) => {
    const listing = makeListing({ status: status === 'active' ? 'inactive' : 'active' });
    const pair = makePair({ goatListingId: listing.externalId, status: before });
    const result = merge([{ ...factsOf(listing), status }], [listing], [pair]);
    expect(result.pairs[0]?.status ?? before).toBe(after);
  });

  test('a pair that came from a ledger or an order learns what it is from its listing, and keeps its cost', () => {
    const listing = makeListing({ size: { value: 9, system: 'UK' }, condition: 'used', packaging: 'no-box' });
    const guessed = makePair({ goatListingId: listing.externalId, catalogId: null, cost: usd(60), note: 'mine' });
    const { pairs } = merge([factsOf(listing)], [], [guessed]);
    const told = { catalogId: listing.catalogId, size: listing.size, condition: 'used', packaging: 'no-box' };
    expect(pairs).toEqual([{ ...guessed, ...told, status: 'listed', updatedAt: LATER }]);
    expect(merge([factsOf(listing)], [listing], pairs).pairs).toEqual([]);
  });

  test('a style code the marketplace does not tell is kept as the seller wrote it', () => {
    const listing = makeListing({ styleCode: null });
    const pair = makePair({ goatListingId: listing.externalId, status: 'listed' });
    expect(merge([factsOf(listing)], [listing], [pair]).pairs).toEqual([]);
  });

  test.each(['deleted', 'sold'] as const)('a listing that is %s before we saw it makes no pair', (status) => {
    expect(merge([factsOf(makeListing({ status }))], [], []).pairs).toEqual([]);
  });

  test('a listing that was missing and is met again is no longer missing', () => {
    const listing = makeListing({ missingSince: NOON });
    const result = merge(
      [factsOf(listing)],
      [listing],
      [makePair({ goatListingId: listing.externalId, status: 'listed' })],
    );
    expect(result.listings).toMatchObject([{ id: listing.id, missingSince: null, deletedAt: null }]);
  });

  test('a deleted listing is kept with the time of its deletion, which a second answer does not move', () => {
    const listing = makeListing();
    const [deleted] = merge([{ ...factsOf(listing), status: 'deleted' }], [listing], []).listings;
    expect(deleted).toMatchObject({ status: 'deleted', deletedAt: LATER });
    if (deleted === undefined) throw new Error('no row');
    expect(merge([factsOf(deleted)], [deleted], []).listings).toEqual([]);
  });
});
