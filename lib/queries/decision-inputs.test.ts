import { expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { ActivityRow } from '@/lib/db/rows';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { putFxRate } from '@/lib/db/repositories/fx';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { Listing } from '@/lib/domain/listings/listing';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, HOUR_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import {
  makeListing,
  makePair,
  makePrice,
  makeProduct,
  makeVariant,
  makeWrite,
  NOON,
  usd,
} from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { readDecisionInputs } from './decision-inputs';
import { variantId } from '@/lib/domain/market/quote';

const PROFILE = { rating: 90, country: 'US', method: 'prepaid', withdraws: true } as const;
const ago = (ms: number): Instant => shiftInstant(NOON, -ms);
const PRODUCT = makeProduct();
const { catalogId } = PRODUCT;

async function makeBooks(listings: readonly Listing[] = [makeListing({ id: 'a', externalId: 'L-a' })]) {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
  await db.products.add(PRODUCT);
  await db.listings.bulkAdd([...listings]);
  await db.cursors.add({
    id: pricesCursorId(catalogId, null),
    token: null,
    sweepId: null,
    startedAt: ago(HOUR_MS),
    finishedAt: ago(HOUR_MS),
    pages: 0,
    items: 0,
    total: null,
  });
  return db;
}

const read = (db: ArchvdDatabase, listingIds?: readonly string[]) =>
  readDecisionInputs(db, {
    now: NOON,
    profile: PROFILE,
    regionId: null,
    ...(listingIds === undefined ? {} : { listingIds }),
  });

function move(id: string, at: Instant, facts: ActivityRow['facts'], by: ActivityRow['by'] = 'sync'): ActivityRow {
  return { id, at, kind: 'listing/price', by, entity: { table: 'listings', id: 'a' }, summary: '', facts };
}

test('a listing comes with its pair, bounds, product, market and moves', async () => {
  const db = await makeBooks();
  await db.inventory.add(
    makePair({
      goatListingId: 'L-a',
      status: 'listed',
      cost: money(8000, 'GBP'),
      tags: ['gift'],
      priceMinimum: usd(90),
      priceMaximum: usd(300),
    }),
  );
  await putFxRate(db, { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: ago(DAY_MS), source: 'test' });
  await db.marketPrices.bulkAdd([
    makePrice({ lowestAsk: usd(110), createdAt: ago(30 * DAY_MS), updatedAt: ago(HOUR_MS) }),
    makePrice({ variant: { consigned: true }, lowestAsk: usd(115) }),
    makePrice({ variant: { consigned: false }, lowestAsk: usd(112) }),
    makePrice({ variant: { regionId: '2' }, lowestAsk: usd(1) }),
  ]);
  const seen = (id: string, at: Instant, dollars: number) => ({
    id,
    at,
    variantId: variantId(makeVariant()),
    catalogId,
    tier: 'raw' as const,
    lowestAsk: usd(dollars),
    highestOffer: null,
    lastSale: null,
  });
  await db.marketPriceHistory.bulkAdd([
    seen('h1', ago(20 * DAY_MS), 130),
    seen('h2', ago(2 * DAY_MS), 120),
    seen('h3', ago(HOUR_MS), 110),
  ]);
  const sale = { catalogId, usSize: 10, consigned: null, seenAt: NOON };
  await db.marketSales.bulkAdd([
    { ...sale, id: 's1', purchasedAt: ago(5 * DAY_MS), price: usd(101) },
    { ...sale, id: 's2', purchasedAt: ago(DAY_MS), price: usd(102) },
    { ...sale, id: 's3', purchasedAt: ago(91 * DAY_MS), price: usd(103) },
    { ...sale, id: 's4', usSize: 9, purchasedAt: ago(DAY_MS), price: usd(104) },
  ]);
  await db.activity.bulkAdd([
    move('m1', ago(3 * DAY_MS), { from: 13_000, to: 12_500, currency: 'USD' }, 'user'),
    move('m2', ago(DAY_MS), { from: 12_500, to: 12_000, currency: 'USD' }, 'rule'),
    move('m3', ago(HOUR_MS), { from: null, to: 12_000, currency: 'USD' }),
    { ...move('m4', ago(HOUR_MS), {}), kind: 'listing/gone' },
  ]);
  const [input] = await read(db);
  expect(input).toMatchObject({
    listing: {
      id: 'a',
      usSize: 10,
      brand: 'Nike',
      tags: ['gift'],
      minimum: usd(90),
      maximum: usd(300),
      catalogueMinimum: usd(25),
      catalogueMaximum: usd(2000),
      moves: [
        { at: ago(DAY_MS), from: usd(125), to: usd(120), by: 'rule' },
        { at: ago(3 * DAY_MS), from: usd(130), to: usd(125), by: 'user' },
      ],
    },
    market: {
      readAt: ago(HOUR_MS),
      lowestAsk: usd(110),
      lowestAskConsigned: usd(115),
      lowestAskWithYou: usd(112),
      sales: [
        { at: ago(DAY_MS), price: usd(102) },
        { at: ago(5 * DAY_MS), price: usd(101) },
      ],
      askADayAgo: usd(120),
      askAWeekAgo: usd(130),
    },
    own: [{ id: 'a', price: usd(120), consigned: false }],
    basis: { cost: money(8000, 'GBP'), fx: { rateE8: 80_000_000 }, schedule: { currency: 'USD' } },
    arm: null,
    hasOpenWrite: false,
    now: NOON,
  });
});

test('of a size with a gap in its sales only those after it count', async () => {
  const db = await makeBooks();
  const sale = { catalogId, usSize: 10, consigned: null, seenAt: NOON };
  await db.marketSales.bulkAdd(
    [1, 5, 20].map((days) => ({ ...sale, id: `s${days}`, purchasedAt: ago(days * DAY_MS), price: usd(100) })),
  );
  const gap = { catalogId, from: ago(20 * DAY_MS), until: ago(5 * DAY_MS) };
  await db.salesGaps.bulkAdd([
    { ...gap, id: 'gap', usSize: 10 },
    { ...gap, id: 'older', usSize: 10, from: null, until: ago(20 * DAY_MS) },
    { ...gap, id: 'other', usSize: 9, until: ago(DAY_MS) },
  ]);
  const [input] = await read(db);
  expect(input?.market.sales.map(({ at }) => at)).toEqual([ago(DAY_MS), ago(5 * DAY_MS)]);
});

test('what is not known stays unknown: pair, product, size, prices', async () => {
  const db = await makeBooks([
    makeListing({ id: 'a' }),
    makeListing({ id: 'b', size: { value: 47, system: 'EU' } }),
    makeListing({ id: 'c', catalogId: 'never-read' }),
  ]);
  const inputs = await read(db);
  expect(inputs.map(({ listing }) => listing.usSize)).toEqual([10, null, null]);
  expect(inputs.map(({ market }) => market.readAt)).toEqual([ago(HOUR_MS), ago(HOUR_MS), null]);
  expect(inputs.map(({ basis }) => basis.cost)).toEqual([null, null, null]);
  expect(inputs.map(({ own }) => own.map(({ id }) => id))).toEqual([['a'], ['b'], ['c']]);
});

test('a pair in the bin tells no cost', async () => {
  const db = await makeBooks();
  await db.inventory.add(makePair({ goatListingId: 'L-a', status: 'listed', cost: usd(60), deletedAt: NOON }));
  expect((await read(db))[0]?.basis.cost).toBeNull();
});

test('asked for some, the neighbours count as own asks all the same; what is not live is left out', async () => {
  const db = await makeBooks([
    makeListing({ id: 'a', price: usd(120) }),
    makeListing({ id: 'b', price: usd(110), consigned: true }),
    makeListing({ id: 'c', price: usd(100), status: 'inactive' }),
    makeListing({ id: 'd', price: usd(90), missingSince: NOON }),
    makeListing({ id: 'e', price: usd(80), condition: 'used' }),
  ]);
  const inputs = await read(db, ['a', 'c', 'd', 'nobody']);
  expect(inputs.map(({ listing }) => listing.id)).toEqual(['a']);
  expect(inputs[0]?.own.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('open writes and arms of running experiments are told', async () => {
  const db = await makeBooks(['a', 'b', 'c'].map((id) => makeListing({ id })));
  await db.outbox.bulkAdd([
    makeWrite({ entityId: 'a', state: 'unknown' }),
    makeWrite({ entityId: 'b', state: 'confirmed' }),
  ]);
  const experiment = {
    createdAt: NOON,
    updatedAt: NOON,
    name: '',
    startedAt: ago(DAY_MS),
    endsAt: shiftInstant(NOON, 1),
    arms: [
      { name: 'low', basisPoints: -100 },
      { name: 'high', basisPoints: 200 },
    ],
    members: [
      { listingId: 'b', arm: 1 },
      { listingId: 'c', arm: 7 },
    ],
  };
  await db.experiments.bulkAdd([
    { ...experiment, id: 'x', stoppedAt: null },
    { ...experiment, id: 'over', endsAt: NOON, stoppedAt: null, members: [{ listingId: 'a', arm: 0 }] },
    { ...experiment, id: 'stopped', stoppedAt: NOON, members: [{ listingId: 'a', arm: 0 }] },
  ]);
  const inputs = await read(db);
  expect(inputs.map(({ hasOpenWrite }) => hasOpenWrite)).toEqual([true, false, false]);
  expect(inputs.map(({ arm }) => arm)).toEqual([null, { experimentId: 'x', basisPoints: 200 }, null]);
});

test('ten thousand listings of one variant share one market and one list of own asks', async () => {
  const db = await makeBooks(
    Array.from({ length: 10_000 }, (_, nth) => makeListing({ id: `l${nth}`, price: usd(100 + (nth % 50)) })),
  );
  await db.marketPrices.add(makePrice());
  const inputs = await read(db);
  expect(inputs.length).toBe(10_000);
  expect(new Set(inputs.map(({ market }) => market)).size).toBe(1);
  expect(new Set(inputs.map(({ own }) => own)).size).toBe(1);
  expect(inputs[0]?.own.length).toBe(10_000);
  expect(inputs[0]?.own[0]?.price).toEqual(usd(100));
}, 30_000);
