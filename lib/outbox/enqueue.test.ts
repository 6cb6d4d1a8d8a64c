import { expect, test } from 'vitest';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Write } from '@/lib/domain/outbox/write';
import { makeWrite, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { enqueueGroup } from './enqueue';
import { standsTo } from './stands-to';

const externalId = 'L-1';
const PRICE: Write = {
  kind: 'listing/price',
  externalId,
  from: usd(120),
  to: usd(110),
  intoOffer: false,
  belowFloor: false,
};
const ON: Write = { kind: 'listing/activate', externalId };
const OFF: Write = { kind: 'listing/deactivate', externalId };
const GONE: Write = { kind: 'listing/delete', externalId };

const open = (write: Write, state: OutboxRow['state'] = 'pending') => makeWrite({ write, kind: write.kind, state });

test.each<[string, OutboxRow, Write, ReturnType<typeof standsTo>]>([
  ['a price after one that waits', open(PRICE), PRICE, 'replaces'],
  ['a price after one on its way', open(PRICE, 'sending'), PRICE, 'waits'],
  ['a price after one whose answer was lost', open(PRICE, 'unknown'), PRICE, 'waits'],
  ['off while a price waits', open(PRICE), OFF, 'beside'],
  ['off while a price is on its way', open(PRICE, 'sending'), OFF, 'beside'],
  ['on after off that waits', open(OFF), ON, 'replaces'],
  ['on after off on its way', open(OFF, 'sending'), ON, 'waits'],
  ['deleted while a price waits', open(PRICE), GONE, 'replaces'],
  ['deleted while a price is on its way', open(PRICE, 'sending'), GONE, 'beside'],
  ['a price after a deletion that waits', open(GONE), PRICE, 'replaces'],
  ['a price after a deletion on its way', open(GONE, 'sending'), PRICE, 'waits'],
])('%s', (_, older, newer, stands) => {
  expect(standsTo(older, newer, 'user')).toBe(stands);
  expect(standsTo(older, newer, 'rule')).toBe('waits');
});

test('a holiday that begins while a price waits takes nothing from it', async () => {
  const db = makeDatabase();
  let id = 0;
  const deps = { db, now: () => NOON, newId: () => `n-${(id += 1)}` };
  const ask = (write: Write) =>
    db.transaction('rw', [db.outbox, db.writeGroups, db.jobs], () =>
      enqueueGroup(deps, { kind: 'price', by: 'user' }, [{ entityId: 'listing-1', write }]),
    );
  expect(await ask(PRICE)).toMatchObject({ accepted: 1, skipped: [] });
  expect(await ask(OFF)).toMatchObject({ accepted: 1, skipped: [] });
  expect(await ask({ ...PRICE, to: usd(108) })).toMatchObject({ accepted: 1 });
  const rows = await db.outbox.toArray();
  expect(rows.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
    'listing/deactivate pending',
    'listing/price pending',
    'listing/price superseded',
  ]);
});

test('a price that could not be sent for a day is not sent any more; what names none waits as long as it takes', async () => {
  const db = makeDatabase();
  let id = 0;
  const deps = { db, now: () => NOON, newId: () => `n-${(id += 1)}` };
  await db.transaction('rw', [db.outbox, db.writeGroups, db.jobs], () =>
    enqueueGroup(deps, { kind: 'price', by: 'user' }, [
      { entityId: 'a', write: PRICE },
      { entityId: 'b', write: OFF },
      { entityId: 'c', write: PRICE, expiresAt: null },
    ]),
  );
  const ends = Object.fromEntries((await db.outbox.toArray()).map(({ entityId, expiresAt }) => [entityId, expiresAt]));
  expect(ends).toEqual({ a: NOON + 86_400_000, b: null, c: null });
});
