import { expect, test } from 'vitest';
import { HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { makeOrder, makePair, makeSale, makeWrite, NOON } from '@/tests/fixtures/builders';
import { US_VALUATION } from '@/tests/fixtures/selling-deps';
import { orderDetail } from './order-detail';
import { listOrders, type OrderShow } from './orders-list';

const hours = (count: number) => shiftInstant(NOON, count * HOUR_MS);
const NEWBORN = 'unknown:ORDER_STATUS_NEEDS_CONFIRMATION' as const;

async function books() {
  const db = makeDatabase();
  await db.orders.bulkAdd([
    makeOrder({ id: 'late', externalId: 'L', status: 'confirmed', cancelsAt: hours(-1), soldAt: hours(-60) }),
    makeOrder({ id: 'soon', externalId: 'S', status: NEWBORN, cancelsAt: hours(5), soldAt: hours(-2) }),
    makeOrder({ id: 'never', externalId: 'N', status: NEWBORN, cancelsAt: null, soldAt: hours(-1) }),
    makeOrder({
      id: 'ready',
      externalId: 'R',
      status: 'label-generated',
      labelGeneratedAt: hours(-1),
      cancelsAt: hours(30),
    }),
    makeOrder({ id: 'moving', externalId: 'M', status: 'in-transit', soldAt: hours(-90) }),
    makeOrder({ id: 'done', externalId: 'D', status: 'completed', soldAt: hours(-300), name: 'Gel Kayano' }),
    makeOrder({ id: 'gone', externalId: 'G', status: 'cancelled', soldAt: hours(-200) }),
  ]);
  await db.inventory.add(makePair({ id: 'p', status: 'sold' }));
  await db.sales.add(makeSale({ id: 's', externalOrderId: 'S', pairId: 'p' }));
  const list = async (show: OrderShow, search = '', limit = 50) =>
    listOrders(db, { show, search, offset: 0, limit, valuation: US_VALUATION });
  return { db, list };
}

test.each<[OrderShow, readonly string[]]>([
  ['radar', ['late', 'soon', 'ready', 'never']],
  ['to-confirm', ['soon', 'never']],
  ['to-ship', ['late', 'ready']],
  ['moving', ['moving']],
  ['done', ['gone', 'done']],
])('%s: %j', async (show, ids) => {
  const { list } = await books();
  const found = await list(show);
  expect(found.ids).toEqual(ids);
  expect(found.rows.map(({ order }) => order.id)).toEqual(ids);
  expect(found.counts).toEqual({ radar: 4, 'to-confirm': 2, 'to-ship': 2, moving: 1 });
  expect(found.late).toMatchObject({ ratingPoints: 10 });
});

test('all of them, the newest first, in windows; and found by words, numbers and tracking numbers', async () => {
  const { db, list } = await books();
  const all = await list('all', '', 2);
  expect(all.total).toBe(7);
  expect(all.rows).toHaveLength(2);
  expect((await list('all', 'kayano')).ids).toEqual(['done']);
  await db.orders.update('moving', { label: { type: null, url: null, trackingNumber: '1Z999AA10', courier: null } });
  expect((await list('all', '1z999aa10')).ids).toEqual(['moving']);
  expect((await list('done', 'nothing like it')).ids).toEqual([]);
});

test('a row says what can be done, what is on its way, and whose sale it is', async () => {
  const { db, list } = await books();
  await db.outbox.add(
    makeWrite({ entityId: 'soon', kind: 'order/confirm', write: { kind: 'order/confirm', externalId: 'S' } }),
  );
  const [, soon] = (await list('radar')).rows;
  expect(soon).toMatchObject({
    stage: 'to-confirm',
    allowed: { confirm: null, ship: 'not-confirmed' },
    sale: { id: 's' },
    pair: { id: 'p' },
    writes: { pending: { kind: 'order/confirm' }, failed: null },
  });
  const detail = await orderDetail(db, 'soon', US_VALUATION);
  expect(detail?.writes).toHaveLength(1);
  expect(detail?.line).not.toBeNull();
  expect(await orderDetail(db, 'nobody', US_VALUATION)).toBeNull();
});
