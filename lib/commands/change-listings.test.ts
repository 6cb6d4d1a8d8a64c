import { describe, expect, test, vi } from 'vitest';
import { makePrice, usd } from '@/tests/fixtures/builders';
import { addListed, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { sellIntoOffer } from './sell-into-offer';
import { setPrices } from './set-prices';
import type { PriceWish } from './plan-price';
import { switchListings } from './switch-listings';

const wish = (listingId: string, from: number, to: number, given: Partial<PriceWish> = {}): PriceWish => ({
  listingId,
  from: usd(from),
  to: usd(to),
  belowFloor: false,
  intoOffer: false,
  ...given,
});

describe('setting prices', () => {
  test('a price goes out on the price that was seen, one command for all, told in each timeline', async () => {
    const deps = await makeSellingDeps();
    const [a, b] = [await addListed(deps), await addListed(deps, { price: usd(150) })];
    const result = await setPrices(deps, [wish(a.listing.id, 120, 115), wish(b.listing.id, 150, 140)]);
    expect(result).toMatchObject({ accepted: 2, skipped: [] });
    expect((await outboxOf(deps)).map(({ entityId, write }) => [entityId, write])).toEqual([
      [a.listing.id, priceWrite(a.listing.externalId, 120, 115)],
      [b.listing.id, priceWrite(b.listing.externalId, 150, 140)],
    ]);
    expect((await deps.db.activity.toArray()).map(({ entity, summary }) => [entity, summary])).toEqual([
      [{ table: 'listings', id: a.listing.id }, 'Price wanted: $115 instead of $120'],
      [{ table: 'listings', id: b.listing.id }, 'Price wanted: $140 instead of $150'],
    ]);
  });

  test('what cannot be is left out with its code', async () => {
    const deps = await makeSellingDeps();
    const ids = async (...given: Parameters<typeof addListed>[]) =>
      Promise.all(given.map(async ([, ...rest]) => (await addListed(deps, ...rest)).listing.id));
    const [moved, sold, gone, same, low, offered, cents, costless] = (await ids(
      [deps, { price: usd(118) }],
      [deps, {}, { status: 'sold' }],
      [deps, { status: 'deleted' }],
      [deps],
      [deps],
      [deps],
      [deps],
      [deps, {}, { cost: null }],
    )) as [string, string, string, string, string, string, string, string];
    const result = await setPrices(deps, [
      wish('nobody', 120, 115),
      wish(moved, 120, 115),
      wish(sold, 120, 115),
      wish(gone, 120, 115),
      wish(same, 120, 120),
      wish(low, 120, 73, { intoOffer: true }),
      wish(offered, 120, 90),
      wish(cents, 120, 115.5, { belowFloor: true, intoOffer: true }),
      wish(costless, 120, 115),
    ]);
    expect(result.groupId).toBeNull();
    expect(result.skipped.map(({ code }) => code)).toEqual([
      'not-found',
      'changed-elsewhere',
      'sold',
      'gone',
      'already-so',
      'below-floor',
      'at-offer',
      'price-not-whole',
      'cost-unknown',
    ]);
    expect([await deps.db.outbox.count(), await deps.db.activity.count()]).toEqual([0, 0]);
  });

  test('a word of the person lets it go, and the write carries it', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps);
    await setPrices(deps, [wish(listing.id, 120, 73, { belowFloor: true, intoOffer: true })]);
    expect((await outboxOf(deps))[0]?.write).toMatchObject({ to: usd(73), belowFloor: true, intoOffer: true });
  });

  test('the seller’s own minimum for the pair is part of the floor', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps, {}, { priceMinimum: usd(116) });
    expect(await setPrices(deps, [wish(listing.id, 120, 115)])).toMatchObject({ skipped: [{ code: 'below-floor' }] });
    expect(await setPrices(deps, [wish(listing.id, 120, 116)])).toMatchObject({ accepted: 1 });
  });

  test('thought better of it: the newer wish takes the place of the one that waits, back to the old price too', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps);
    await setPrices(deps, [wish(listing.id, 120, 115)]);
    deps.push(1000);
    expect(await setPrices(deps, [wish(listing.id, 120, 120)])).toMatchObject({ accepted: 1 });
    expect((await outboxOf(deps)).map(({ state }) => state)).toEqual(['superseded', 'pending']);
    await deps.db.outbox.where('state').equals('pending').modify({ state: 'sending' });
    expect(await setPrices(deps, [wish(listing.id, 120, 118)])).toEqual({
      groupId: null,
      accepted: 0,
      skipped: [{ id: listing.id, code: 'write-under-way' }],
    });
  });

  test('a failure in the middle leaves nothing at all', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps);
    vi.spyOn(deps.db.activity, 'bulkAdd').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(setPrices(deps, [wish(listing.id, 120, 115)])).rejects.toThrow('the disk is full');
    expect([await deps.db.outbox.count(), await deps.db.writeGroups.count()]).toEqual([0, 0]);
  });
});

describe('on sale and off', () => {
  test.each([
    ['activate', 'inactive', {}, null],
    ['activate', 'pending', {}, null],
    ['activate', 'active', {}, 'already-so'],
    ['activate', 'sold', {}, 'sold'],
    ['activate', 'deleted', {}, 'gone'],
    ['activate', 'inactive', { status: 'sold' }, 'sold'],
    ['activate', 'inactive', { status: 'written-off' }, 'pair-away'],
    ['activate', 'unknown:LISTING_STATUS_FROZEN', {}, null],
    ['deactivate', 'active', {}, null],
    ['deactivate', 'inactive', {}, 'already-so'],
    ['deactivate', 'unknown:LISTING_STATUS_FROZEN', {}, null],
    ['delete', 'active', {}, null],
    ['delete', 'inactive', {}, null],
    ['delete', 'deleted', {}, 'gone'],
    ['delete', 'sold', {}, 'sold'],
  ] as const)('%s of a listing that is %s (pair %o): %s', async (kind, status, pair, code) => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps, { status }, pair);
    const result = await switchListings(deps, kind, [listing.id, listing.id]);
    expect(result.skipped).toEqual(code === null ? [] : [{ id: listing.id, code }]);
    const rows = await outboxOf(deps);
    expect(rows.map(({ write }) => write)).toEqual(
      code === null ? [{ kind: `listing/${kind}`, externalId: listing.externalId }] : [],
    );
  });

  test('off and at once on again: the wish that was not sent gives way, although the books still say on sale', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps);
    await switchListings(deps, 'deactivate', [listing.id]);
    deps.push(1000);
    expect(await switchListings(deps, 'activate', [listing.id])).toMatchObject({ accepted: 1 });
    expect((await outboxOf(deps)).map(({ kind, state }) => [kind, state])).toEqual([
      ['listing/deactivate', 'superseded'],
      ['listing/activate', 'pending'],
    ]);
  });

  test('very many are told in one line', async () => {
    const deps = await makeSellingDeps();
    const listings = await Promise.all(Array.from({ length: 201 }, () => addListed(deps)));
    const ids = listings.map(({ listing }) => listing.id);
    expect(await switchListings(deps, 'deactivate', ids)).toMatchObject({ accepted: 201 });
    expect((await deps.db.activity.toArray()).map(({ summary }) => summary)).toEqual([
      'Wanted off sale (201 listings)',
    ]);
  });
});

describe('selling into an offer', () => {
  const cases: [string, Parameters<typeof makePrice>[0], number, number | string][] = [
    ['the offer that was seen', {}, 90, 90],
    ['it rose meanwhile', { highestOffer: usd(95) }, 90, 95],
    ['it is no whole amount', { highestOffer: usd(92.5) }, 90, 92],
    ['it fell', { highestOffer: usd(89) }, 90, 'offer-lower'],
    ['it is gone', { highestOffer: null }, 90, 'offer-gone'],
    ['below what the catalogue allows', { highestOffer: usd(20) }, 20, 'price-below-minimum'],
  ];

  test.each(cases)('%s', async (_, price, seen, answer) => {
    const deps = await makeSellingDeps();
    await deps.db.marketPrices.put(makePrice(price));
    const { listing } = await addListed(deps);
    const result = await sellIntoOffer(deps, listing.id, usd(seen));
    if (typeof answer === 'string') {
      expect(result).toEqual({ groupId: null, accepted: 0, skipped: [{ id: listing.id, code: answer }] });
      return;
    }
    expect(result).toMatchObject({ accepted: 1, skipped: [] });
    expect(await outboxOf(deps)).toMatchObject([
      {
        write: { from: usd(120), to: usd(answer), intoOffer: true, belowFloor: false },
        expiresAt: deps.now() + 10 * MINUTE_MS,
      },
    ]);
  });

  test('below the floor the person has seen what it brings', async () => {
    const deps = await makeSellingDeps();
    const { listing } = await addListed(deps, {}, { cost: usd(100) });
    await sellIntoOffer(deps, listing.id, usd(90));
    expect((await outboxOf(deps))[0]?.write).toMatchObject({ to: usd(90), belowFloor: true });
  });

  test('an offer that was read long ago is none, nor is one for a listing that is not on sale', async () => {
    const deps = await makeSellingDeps();
    const { listing: off } = await addListed(deps, { status: 'inactive' });
    expect(await sellIntoOffer(deps, off.id, usd(90))).toMatchObject({ skipped: [{ code: 'not-live' }] });
    const { listing } = await addListed(deps);
    deps.push(30 * MINUTE_MS);
    expect(await sellIntoOffer(deps, listing.id, usd(90))).toMatchObject({ accepted: 1 });
    await deps.db.outbox.clear();
    deps.push(1);
    expect(await sellIntoOffer(deps, listing.id, usd(90))).toMatchObject({ skipped: [{ code: 'offer-old' }] });
    expect(await sellIntoOffer(deps, 'nobody', usd(90))).toMatchObject({ skipped: [{ code: 'not-found' }] });
  });
});

function priceWrite(externalId: string, from: number, to: number) {
  return { kind: 'listing/price', externalId, from: usd(from), to: usd(to), intoOffer: false, belowFloor: false };
}
