import { describe, expect, test } from 'vitest';
import type { JobRow } from '@/lib/db/rows';
import type { AlertEventRow } from '@/lib/db/watching-rows';
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

describe('alerts nobody has looked at', () => {
  const event = (id: string, given: Partial<AlertEventRow> = {}): AlertEventRow => ({
    id,
    alertId: 'alert',
    itemId: 'item',
    catalogId: null,
    usSize: null,
    kind: 'drop',
    at: ago(5),
    seen: false,
    onBadge: true,
    title: '',
    message: '',
    digest: null,
    facts: {},
    ...given,
  });
  const EVENTS = [
    event('one'),
    event('two'),
    event('seen', { seen: true }),
    event('elsewhere', { onBadge: false }),
    event('old', { at: ago(8 * 24 * 60) }),
  ];

  async function badgeOf(orders: number, countsAlerts = true) {
    const db = makeDatabase();
    const badge = fakeBadge();
    await db.alertEvents.bulkAdd(EVENTS);
    await db.orders.bulkAdd(Array.from({ length: orders }, () => makeOrder({ status: 'confirmed' })));
    const standing = async (): Promise<Standing> => 'ready';
    await drawBadge({ db, clock: fakeClock(START), badge, standing, countsAlerts: async () => countsAlerts });
    return [badge.text, badge.tone];
  }

  test('are counted in a colour of their own', async () => expect(await badgeOf(0)).toEqual(['2', 'news']));
  test('never hide an order that waits', async () => expect(await badgeOf(1)).toEqual(['1', 'needs-you']));
  test('are not counted when nobody wants it', async () => expect(await badgeOf(0, false)).toEqual(['', 'none']));
});
