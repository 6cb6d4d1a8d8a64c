import { expect, test } from 'vitest';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeOrder, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { today } from './today';
import type { Valuation } from './valuation';

const VALUATION: Valuation = {
  now: NOON,
  currency: 'USD',
  profile: { rating: 92, country: 'US', method: 'prepaid', withdraws: false },
  regionId: null,
};

test('orders that wait, the most urgent first, sized in their product’s system, and what being late costs', async () => {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
  await db.products.add(makeProduct({ sizeRun: 'women' }));
  await db.orders.bulkAdd([
    makeOrder({ id: 'later', status: 'confirmed', cancelsAt: shiftInstant(NOON, 40 * HOUR_MS), sizeValue: 7.5 }),
    makeOrder({ id: 'sooner', status: 'confirmed', cancelsAt: shiftInstant(NOON, 2 * HOUR_MS), catalogId: 'unread' }),
    makeOrder({ id: 'done', status: 'completed' }),
  ]);
  const { waiting, late } = await today(db, VALUATION, () => 0);
  expect(waiting).toMatchObject([
    { order: { id: 'sooner' }, size: { system: 'US' }, run: null },
    { order: { id: 'later' }, size: { value: 7.5, system: 'US' }, run: 'women' },
  ]);
  expect(late).toMatchObject({ charge: usd(10), ratingPoints: 10, commission: { now: 950, after: 1500 } });
});

test('alerts are targets reached since the last look', async () => {
  const db = makeDatabase();
  const item = { watchlistId: 'w', catalogId: 'c', usSize: null, targetPrice: usd(90), note: '', deletedAt: null };
  const stamps = { createdAt: NOON, updatedAt: NOON };
  await db.watchlistItems.bulkAdd([
    { ...item, ...stamps, id: 'seen', reachedAt: shiftInstant(NOON, -2 * HOUR_MS) },
    { ...item, ...stamps, id: 'unseen', reachedAt: NOON },
    { ...item, ...stamps, id: 'not reached', reachedAt: null },
  ]);
  const alerts = async (seenAt: typeof NOON | null) => (await today(db, VALUATION, () => 0, seenAt)).alerts;
  expect(await alerts(shiftInstant(NOON, -HOUR_MS))).toBe(1);
  expect(await alerts(NOON)).toBe(0);
  expect(await alerts(null)).toBe(2);
});
