import { expect, test } from 'vitest';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeAlertEvent, watchPanda } from '@/tests/fixtures/alerts-bench';
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

test('alerts are what rang and nobody has looked at, a reached target once, the newest in its own words', async () => {
  const db = makeDatabase();
  const none = await today(db, VALUATION, () => 0);
  expect(none.alerts).toEqual({ count: 0, newest: null });
  await watchPanda(db);
  await db.watchlistItems.update('item', { targetPrice: usd(90), reachedAt: NOON });
  await db.alertEvents.bulkAdd([
    makeAlertEvent({ id: 'seen', at: NOON, seen: true, title: 'Seen' }),
    makeAlertEvent({ id: 'drop', at: shiftInstant(NOON, -HOUR_MS), title: 'Samba OG US 9: ask $80' }),
    makeAlertEvent({ id: 'target', alertId: 'item', at: shiftInstant(NOON, -2 * HOUR_MS) }),
  ]);
  const { alerts } = await today(db, VALUATION, () => 0);
  expect(alerts).toEqual({ count: 2, newest: 'Samba OG US 9: ask $80' });
});
