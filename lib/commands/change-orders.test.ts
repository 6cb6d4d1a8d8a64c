import { describe, expect, test } from 'vitest';
import { retryWrites } from './retry-writes';
import { undoWrites } from './undo-writes';
import { cancelWrites } from './cancel-writes';
import { HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import type { Order } from '@/lib/domain/orders/order';
import { makeOrder, makeWrite, NOON } from '@/tests/fixtures/builders';
import { makeSellingDeps } from '@/tests/fixtures/selling-deps';
import { changeOrders, type OrderWish } from './change-orders';

const soon = shiftInstant(NOON, 20 * HOUR_MS);
const NEWBORN = 'unknown:ORDER_STATUS_NEEDS_CONFIRMATION' as const;

async function books(...orders: readonly Partial<Order>[]) {
  const deps = await makeSellingDeps();
  await deps.db.orders.bulkAdd(orders.map((order, nth) => makeOrder({ id: `o${nth + 1}`, cancelsAt: soon, ...order })));
  const rows = () => deps.db.outbox.orderBy('id').toArray();
  return { deps, rows };
}

describe('what is asked of orders', () => {
  test('each is confirmed first and labelled after it; what cannot be is told one by one', async () => {
    const { deps, rows } = await books(
      { status: NEWBORN },
      { status: 'cancelled' },
      { status: 'confirmed' },
      { status: 'label-generated' },
    );
    const told = await changeOrders(deps, ['o1', 'o2', 'o3', 'o4', 'o9', 'o1'], {
      do: 'confirm',
      label: { type: 'shipping' },
    });
    expect(told).toMatchObject({
      accepted: 2,
      skipped: [
        { id: 'o2', code: 'order-cancelled' },
        { id: 'o4', code: 'confirmed-already' },
        { id: 'o9', code: 'not-found' },
      ],
    });
    const written = await rows();
    const confirm = written.find(({ kind }) => kind === 'order/confirm');
    expect(written.map(({ kind, entityId, after }) => `${entityId} ${kind} ${after.join()}`).toSorted()).toEqual([
      'o1 order/confirm ',
      `o1 order/label ${confirm?.id}`,
      'o3 order/label ',
    ]);
    expect(await deps.db.writeGroups.toArray()).toMatchObject([{ kind: 'order-confirm-label', by: 'user', total: 3 }]);
    expect((await deps.db.activity.toArray()).map(({ entity }) => entity?.id)).toEqual(['o1', 'o3']);
  });

  test('one write at a time; a cancellation takes the place of what was not sent', async () => {
    const { deps, rows } = await books({ status: NEWBORN });
    await changeOrders(deps, ['o1'], { do: 'confirm', label: { type: null } });
    expect(await changeOrders(deps, ['o1'], { do: 'confirm', label: null })).toMatchObject({
      accepted: 0,
      groupId: null,
      skipped: [{ id: 'o1', code: 'write-under-way' }],
    });
    expect(await changeOrders(deps, ['o1'], { do: 'cancel' })).toMatchObject({ accepted: 1, skipped: [] });
    const states = (await rows()).map(({ kind, state }) => `${kind} ${state}`).toSorted();
    expect(states).toEqual(['order/cancel pending', 'order/confirm superseded', 'order/label superseded']);
  });

  test('what is on its way is not overtaken, not even by a cancellation', async () => {
    const { deps } = await books({ status: NEWBORN });
    await changeOrders(deps, ['o1'], { do: 'confirm', label: null });
    await deps.db.outbox.toCollection().modify({ state: 'sending' });
    expect(await changeOrders(deps, ['o1'], { do: 'cancel' })).toMatchObject({
      skipped: [{ code: 'write-under-way' }],
    });
  });

  test('what waits can be cancelled; what was done cannot be taken back', async () => {
    const { deps, rows } = await books({ status: NEWBORN }, { status: NEWBORN });
    const { groupId } = await changeOrders(deps, ['o1', 'o2'], { do: 'confirm', label: null });
    const [first, second] = await rows();
    await deps.db.outbox.update(first?.id ?? '', { state: 'confirmed' });
    expect(await cancelWrites(deps, [second?.id ?? ''])).toEqual({ changed: 1 });
    expect(await undoWrites(deps, groupId ?? '')).toMatchObject({
      accepted: 0,
      skipped: [{ id: first?.id, code: 'cannot-be-undone' }],
    });
    expect(await rows(), 'nothing is sent the other way round').toHaveLength(2);
  });

  test('another label says which one it replaces', async () => {
    const label = {
      type: 'shipping',
      url: 'https://labels.goat.com/1.pdf',
      trackingNumber: '1Z',
      courier: 'ups',
    } as const;
    const { deps, rows } = await books({ status: 'label-generated', label, labelGeneratedAt: NOON });
    await changeOrders(deps, ['o1'], { do: 'label', type: 'drop-off', again: true });
    expect((await rows())[0]?.write).toMatchObject({
      again: true,
      labelType: 'drop-off',
      instead: { madeAt: NOON, url: label.url, trackingNumber: '1Z', type: 'shipping' },
    });
  });

  test('more than can be asked for at once changes nothing', async () => {
    const { deps, rows } = await books();
    const ids = Array.from({ length: 501 }, (_, nth) => `o${nth}`);
    await expect(changeOrders(deps, ids, { do: 'ship' })).rejects.toMatchObject({ code: 'too-many' });
    expect(await rows()).toEqual([]);
  });
});

test('what failed is tried again together, as the order stands by then', async () => {
  const { deps, rows } = await books({ status: NEWBORN }, { status: NEWBORN });
  await changeOrders(deps, ['o1', 'o2'], { do: 'confirm', label: { type: 'drop-off' } });
  await deps.db.outbox.toCollection().modify({ state: 'rejected', problem: { code: 'refused', message: 'no' } });
  await deps.db.orders.update('o2', { status: 'cancelled' });
  const failed = (await rows()).map(({ id }) => id);
  const told = await retryWrites(deps, failed);
  expect(told.accepted).toBe(1);
  expect(told.skipped.map(({ code }) => code)).toEqual(['order-cancelled']);
  const open = (await rows()).filter(({ state }) => state === 'pending');
  expect(open.map(({ entityId, kind, after }) => `${entityId} ${kind} ${after.length}`).toSorted()).toEqual([
    'o1 order/confirm 0',
    'o1 order/label 1',
  ]);
  const again = await retryWrites(deps, failed.slice(0, 1));
  expect(again.skipped.map(({ code }) => code)).toEqual([expect.stringMatching(/already-retried|order-cancelled/)]);
});

describe('wishes of one order that failed, all tried again', () => {
  const failed = { state: 'rejected', problem: { code: 'refused', message: 'no' } } as const;

  async function failedWishes(...wishes: readonly OrderWish[]) {
    const made = await books({ status: NEWBORN });
    for (const wish of wishes) {
      await changeOrders(made.deps, ['o1'], wish);
      await made.deps.db.outbox.toCollection().modify(failed);
      made.deps.push(1000);
    }
    const all = await made.rows();
    return { ...made, all, idOf: (kind: string) => all.find((row) => row.kind === kind)?.id ?? '' };
  }
  const CONFIRM = { do: 'confirm', label: null } as const;

  test.each<[string, readonly OrderWish[], string, string]>([
    ['confirm, then cancel', [CONFIRM, { do: 'cancel' }], 'order/cancel', 'order/confirm'],
    ['cancel, then confirm', [{ do: 'cancel' }, CONFIRM], 'order/confirm', 'order/cancel'],
  ])(
    '%s: only what was asked for last is tried again, the other stays, with words',
    async (_, wishes, newest, older) => {
      const { deps, rows, all, idOf } = await failedWishes(...wishes);
      const told = await retryWrites(
        deps,
        all.map(({ id }) => id),
      );
      expect(told).toMatchObject({ accepted: 1, skipped: [{ id: idOf(older), code: 'newer-wish' }] });
      const now = await rows();
      expect(now.filter(({ state }) => state === 'pending').map(({ kind }) => kind)).toEqual([newest]);
      expect(now.find(({ id }) => id === idOf(older))).not.toHaveProperty('retriedAt');
      expect(now.find(({ id }) => id === idOf(newest))).toHaveProperty('retriedAt');
    },
  );

  test('what can only be done after it is not taken for tried again', async () => {
    const { deps, rows, all, idOf } = await failedWishes(CONFIRM);
    const [confirm] = all;
    const ship = { kind: 'order/ship', externalId: confirm?.externalId ?? '' } as const;
    await deps.db.outbox.add({ ...(confirm ?? makeWrite()), id: 'ship', kind: 'order/ship', write: ship });
    expect(await retryWrites(deps, [idOf('order/confirm'), 'ship'])).toMatchObject({
      accepted: 1,
      skipped: [{ id: 'ship', code: 'not-confirmed' }],
    });
    expect((await rows()).find(({ id }) => id === 'ship')).not.toHaveProperty('retriedAt');
  });
});
