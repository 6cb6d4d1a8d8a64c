import { expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { PriceHistoryRow } from '@/lib/db/rows';
import type { RepricingDecisionRow } from '@/lib/db/repricing-rows';
import type { Decision } from '@/lib/domain/repricing/decision';
import type { Listing } from '@/lib/domain/listings/listing';
import { variantId } from '@/lib/domain/market/quote';
import { money, type Money } from '@/lib/domain/money/money';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { makeListing, makeProduct, makeVariant, NOON, usd } from '@/tests/fixtures/builders';
import { makeDecision, NOTHING_SEEN } from '@/tests/fixtures/decisions';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { listingChart } from './listing-chart';

const ago = (days: number): Instant => shiftInstant(NOON, -days * DAY_MS);
const LISTING = { id: 'a', listedAt: ago(20), price: usd(110) } as const;
const { catalogId } = makeListing();

async function books(given: Partial<Listing> = {}): Promise<ArchvdDatabase> {
  const db = makeDatabase();
  await db.products.add(makeProduct({ catalogId }));
  await db.listings.add(makeListing({ ...LISTING, ...given }));
  return db;
}

const chart = (db: ArchvdDatabase, regionId: string | null = null) => listingChart(db, 'a', { now: NOON, regionId });

function quote(days: number, ask: Money | null, offer: Money | null, size = 10): PriceHistoryRow {
  const id = variantId(makeVariant({ catalogId, usSize: size }));
  const figures = { lowestAsk: ask, highestOffer: offer, lastSale: null };
  return { id: `${id}-${days}`, variantId: id, catalogId, at: ago(days), tier: 'raw', ...figures };
}

async function moved(db: ArchvdDatabase, days: number, from: number, to: number): Promise<void> {
  await db.activity.add({
    id: `move-${100 - days}`,
    at: ago(days),
    kind: 'listing/price',
    by: 'rule',
    entity: { table: 'listings', id: 'a' },
    summary: '',
    facts: { from, to, currency: 'USD' },
  });
}

const decided = (days: number, decision: Decision): RepricingDecisionRow =>
  makeDecision(decision, { listingId: 'a', id: `d-${days}`, at: ago(days), seen: NOTHING_SEEN });

test('its own price from its listing on, move by move', async () => {
  const db = await books();
  await moved(db, 10, 13_000, 12_000);
  await moved(db, 5, 12_000, 11_000);
  const found = await chart(db);
  expect(found?.currency).toBe('USD');
  // Nothing else is known from before, so the chart begins a day before today with what it was then.
  expect(found?.own).toEqual([{ at: ago(1), value: 11_000 }]);
  await db.marketPriceHistory.add(quote(30, usd(140), null));
  expect((await chart(db))?.own).toEqual([
    { at: ago(20), value: 13_000 },
    { at: ago(10), value: 12_000 },
    { at: ago(5), value: 11_000 },
  ]);
});

test('a listing that ended has no price after that', async () => {
  const db = await books({ status: 'sold', changedAt: ago(3) });
  await db.marketPriceHistory.add(quote(30, usd(140), null));
  expect((await chart(db))?.own.at(-1)).toEqual({ at: ago(3), value: null });
});

test('asks and offers are those of its size, oldest first, gaps and other currencies as gaps', async () => {
  const db = await books();
  await db.marketPriceHistory.bulkAdd([
    quote(2, null, usd(91)),
    quote(6, usd(118), money(8000, 'EUR')),
    quote(4, usd(300), null, 11),
    quote(100, usd(1), usd(1)),
  ]);
  const found = await chart(db);
  expect(found?.asks).toEqual([
    { at: ago(6), value: 11_800 },
    { at: ago(2), value: null },
  ]);
  expect(found?.offers).toEqual([
    { at: ago(6), value: null },
    { at: ago(2), value: 9100 },
  ]);
  expect((await chart(db, 'another region'))?.asks).toEqual([]);
});

test('floor and ceiling are what the decisions had; an unknown floor is a gap', async () => {
  const db = await books();
  const known = { kind: 'known', floor: usd(80), decidedBy: 'target', targetPrice: usd(80) } as const;
  const base = { trail: [] } as const;
  await db.repricingDecisions.bulkAdd([
    decided(1, { ...base, kind: 'hold', reason: 'already-there', floor: known, ceiling: usd(190) }),
    decided(2, { ...base, kind: 'change', to: usd(97), reason: 'strategy', floor: usd(82), ceiling: usd(180) }),
    decided(3, {
      ...base,
      kind: 'hold',
      reason: 'cost-unknown',
      floor: { kind: 'unknown', missing: ['cost'] },
      ceiling: null,
    }),
  ]);
  expect((await chart(db))?.band).toEqual([
    { at: ago(3), low: null, high: null },
    { at: ago(2), low: 8200, high: 18_000 },
    { at: ago(1), low: 8000, high: 19_000 },
  ]);
});

test('sales of its size are told; a size nobody can convert has no market, and no listing no chart', async () => {
  const db = await books();
  const sale = { catalogId, usSize: 10, price: usd(99), consigned: false, seenAt: NOON };
  await db.marketSales.bulkAdd([
    { ...sale, id: 's1', purchasedAt: ago(8) },
    { ...sale, id: 's2', purchasedAt: ago(9), usSize: 11 },
    { ...sale, id: 's3', purchasedAt: ago(12), price: usd(101) },
  ]);
  expect((await chart(db))?.sales).toEqual([
    { at: ago(12), value: 10_100 },
    { at: ago(8), value: 9900 },
  ]);
  await db.listings.update('a', { size: { value: 999, system: 'EU' } });
  expect((await chart(db))?.sales).toEqual([]);
  expect(await listingChart(db, 'nobody', { now: NOON, regionId: null })).toBeNull();
});
