import { describe, expect, test } from 'vitest';
import { makeListing, makePair, makeWrite, NOON, usd } from '@/tests/fixtures/builders';
import { addListed, makeSellingDeps, US_VALUATION } from '@/tests/fixtures/selling-deps';
import { readListingDrafts } from './listing-drafts';
import { readListingGrounds } from './listing-grounds';

test('a pair with its product, market, floor and what its prices are made from', async () => {
  const { db } = await makeSellingDeps();
  const pair = makePair({ name: '', brand: '', priceMaximum: usd(300) });
  await db.inventory.add(pair);
  const [draft, ...others] = await readListingDrafts(db, ['nobody', pair.id, pair.id], US_VALUATION);
  expect(others).toEqual([]);
  expect(draft).toMatchObject({
    pair: { id: pair.id, name: 'Dunk Low Panda' },
    offer: 'none',
    floor: { kind: 'known', floor: usd(74) },
    lowestAsk: usd(110),
    highestOffer: usd(90),
    readAt: NOON,
    ownMaximum: usd(300),
    basis: { cost: usd(60) },
    ownLowest: null,
    pictures: [],
    listing: null,
    openWrite: null,
  });
});

describe('how a pair stands', () => {
  const create = (given: Parameters<typeof makeWrite>[0]) => makeWrite({ kind: 'listing/create', ...given });

  test.each([
    ['live', { status: 'active' }, {}],
    ['live', { status: 'active', missingSince: NOON }, {}],
    ['off', { status: 'inactive' }, {}],
    ['off', { status: 'unknown:LISTING_STATUS_FROZEN' }, {}],
    ['none', { status: 'deleted' }, { status: 'in-stock' }],
  ] as const)('%s with a listing %o', async (offer, listing, pair) => {
    const deps = await makeSellingDeps();
    const { pair: offered } = await addListed(deps, listing, pair);
    expect(await readListingDrafts(deps.db, [offered.id], US_VALUATION)).toMatchObject([{ offer }]);
  });

  test('told to be listed by a listing nobody has read yet, it counts as live; in stock again it is free', async () => {
    const { db } = await makeSellingDeps();
    const [listed, stock] = [
      makePair({ status: 'listed', goatListingId: 'X1' }),
      makePair({ status: 'in-stock', goatListingId: 'X2' }),
    ];
    await db.inventory.bulkAdd([listed, stock]);
    const drafts = await readListingDrafts(db, [listed.id, stock.id], US_VALUATION);
    expect(drafts.map(({ offer }) => offer)).toEqual(['live', 'none']);
  });

  test.each([
    ['being-listed', [{ state: 'pending' }]],
    ['being-listed', [{ state: 'unknown' }]],
    ['none', [{ state: 'rejected', sentAt: NOON }]],
    ['earlier-unclear', [{ state: 'dead', sentAt: NOON, decisionId: 'd' }]],
    ['none', [{ state: 'dead', sentAt: null, decisionId: 'd' }]],
    [
      'earlier-unclear',
      [
        { state: 'dead', sentAt: NOON, decisionId: 'd' },
        { state: 'superseded', decisionId: 'd' },
      ],
    ],
    [
      'earlier-unclear',
      [
        { state: 'dead', sentAt: NOON, decisionId: 'd' },
        { state: 'rejected', decisionId: 'e' },
      ],
    ],
    [
      'none',
      [
        { state: 'dead', sentAt: NOON, decisionId: 'd' },
        { state: 'rejected', decisionId: 'd' },
      ],
    ],
    [
      'none',
      [
        { state: 'dead', sentAt: NOON, decisionId: 'd' },
        { state: 'confirmed', decisionId: 'e' },
      ],
    ],
  ] as const)('%s after %o', async (offer, writes) => {
    const { db } = await makeSellingDeps();
    const pair = makePair();
    await db.inventory.add(pair);
    const rows = writes.map((write, nth) => create({ ...write, entityId: pair.id, createdAt: (NOON + nth) as never }));
    await db.outbox.bulkAdd(rows);
    expect(await readListingDrafts(db, [pair.id], US_VALUATION)).toMatchObject([{ offer }]);
  });

  test('what is on its way is told, the change of its listing too', async () => {
    const deps = await makeSellingDeps();
    const { listing, pair } = await addListed(deps);
    await deps.db.outbox.add(makeWrite({ id: 'w', entityId: listing.id, state: 'sending' }));
    expect(await readListingDrafts(deps.db, [pair.id], US_VALUATION)).toMatchObject([{ openWrite: { id: 'w' } }]);
  });
});

test('the lowest own ask is of the same size, condition and box, live, and not its own', async () => {
  const deps = await makeSellingDeps();
  const { pair } = await addListed(deps, { price: usd(80) });
  await deps.db.listings.bulkAdd([
    makeListing({ price: usd(99) }),
    makeListing({ price: usd(97) }),
    makeListing({ price: usd(90), status: 'inactive' }),
    makeListing({ price: usd(91), missingSince: NOON }),
    makeListing({ price: usd(92), condition: 'used' }),
    makeListing({ price: usd(93), packaging: 'no-box' }),
    makeListing({ price: usd(94), size: { value: 11, system: 'US' } }),
  ]);
  expect(await readListingDrafts(deps.db, [pair.id], US_VALUATION)).toMatchObject([{ ownLowest: usd(97) }]);
});

test('pictures come without their bytes', async () => {
  const { db } = await makeSellingDeps();
  const pair = makePair();
  await db.inventory.add(pair);
  const row = { pairId: pair.id, createdAt: NOON, updatedAt: NOON, type: 'PICTURE_TYPE_TOP', order: null };
  await db.listingPictures.bulkAdd([
    { ...row, id: 'a', dataUrl: 'data:', externalId: null },
    { ...row, id: 'b', dataUrl: null, externalId: 'up' },
  ]);
  const [draft] = await readListingDrafts(db, [pair.id], US_VALUATION);
  expect(draft?.pictures).toEqual([
    { id: 'a', type: 'PICTURE_TYPE_TOP', order: null, isKept: true, isUp: false },
    { id: 'b', type: 'PICTURE_TYPE_TOP', order: null, isKept: false, isUp: true },
  ]);
});

test('what the price of a listing is held against; without a pair there is no floor', async () => {
  const deps = await makeSellingDeps();
  const { listing, pair } = await addListed(deps, {}, { priceMaximum: usd(200) });
  const lonely = makeListing();
  await deps.db.listings.add(lonely);
  const grounds = await readListingGrounds(deps.db, [lonely.id, listing.id, 'nobody'], US_VALUATION);
  expect(grounds).toMatchObject([
    { listing: { id: lonely.id }, pair: null, floor: { kind: 'unknown', missing: ['cost'] } },
    { listing: { id: listing.id }, pair: { id: pair.id }, floor: { floor: usd(74) }, ownMaximum: usd(200) },
  ]);
});
