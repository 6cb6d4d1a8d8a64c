import { expect, test } from 'vitest';
import type { JobRow } from '@/lib/db/rows';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { fakeBadge, fakeClock, START } from '@/tests/fakes/fake-platform';
import { makeOrder } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { drawBadge } from './draw-badge';
import type { Standing } from './engine';

async function drawn(standing: Standing, orders: Partial<JobRow> = {}): Promise<string> {
  const db = makeDatabase();
  const badge = fakeBadge();
  const rest = { id: 'orders', dueAt: START, lease: null, fence: 1, failures: 0, progress: null } as const;
  await db.jobs.add({ ...rest, lastFinishedAt: START, lastSuccessAt: START, ...orders });
  await db.orders.bulkAdd([makeOrder({ status: 'confirmed' }), makeOrder(), makeOrder({ status: 'cancelled' })]);
  await drawBadge({
    db,
    clock: fakeClock(START),
    badge,
    standing: async () => standing,
    countsAlerts: async () => true,
  });
  return badge.text;
}

const ago = (minutes: number) => shiftInstant(START, -minutes * MINUTE_MS);

test.each<[string, Standing, Partial<JobRow>, string]>([
  ['orders that wait', 'ready', {}, '1'],
  ['also without a connection, from the books', 'not-connected', {}, '1'],
  ['locked', 'locked', {}, '!'],
  ['a refused token', 'refused', {}, '!'],
  ['a failure or two is no trouble yet', 'ready', { failures: 2, lastSuccessAt: ago(5) }, '1'],
  ['orders that could not be read for half an hour', 'ready', { failures: 9, lastSuccessAt: ago(31) }, '!'],
  ['nor ever', 'ready', { failures: 3, lastSuccessAt: null }, '!'],
  ['asleep for a week is no failure', 'ready', { lastSuccessAt: ago(10_080) }, '1'],
])('the badge tells %s', async (_, standing, orders, text) => {
  expect(await drawn(standing, orders)).toBe(text);
});
