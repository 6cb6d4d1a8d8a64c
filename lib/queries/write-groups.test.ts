import { expect, test } from 'vitest';
import type { OutboxRow, WriteGroupRow } from '@/lib/db/selling-rows';
import type { WriteState } from '@/lib/domain/outbox/write';
import { shiftInstant } from '@/lib/domain/time/instant';
import { makeListing, makePair, makeProduct, makeWrite, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { readOpenConflicts, readWriteGroup, readWriteGroups, readWrites } from './write-groups';

const group = (id: string, after: number, given: Partial<WriteGroupRow> = {}): WriteGroupRow => ({
  id,
  createdAt: shiftInstant(NOON, after),
  updatedAt: NOON,
  kind: 'price',
  by: 'user',
  total: 1,
  runId: null,
  undoneBy: null,
  dismissedAt: null,
  ...given,
});

async function booksWith(groups: readonly WriteGroupRow[], writes: readonly Partial<OutboxRow>[]) {
  const db = makeDatabase();
  await db.writeGroups.bulkAdd(groups);
  await db.outbox.bulkAdd(writes.map((write) => makeWrite(write)));
  return db;
}

const problem = (code: 'refused' | 'gone', message = '') => ({ code, message });

test('each command with how many writes stand how, and its first different problems', async () => {
  const db = await booksWith(
    [group('g', 0)],
    [
      { groupId: 'g', state: 'pending' },
      { groupId: 'g', state: 'unknown', problem: problem('refused', 'not yet told') },
      { groupId: 'g', state: 'confirmed' },
      { groupId: 'g', state: 'rejected', problem: problem('refused', 'Too cheap') },
      { groupId: 'g', state: 'rejected', problem: problem('refused', 'Too cheap') },
      { groupId: 'g', state: 'dead', problem: problem('gone') },
      { groupId: 'g', state: 'superseded', problem: { code: 'cancelled', message: '' } },
      { groupId: 'g', state: 'superseded', conflict: { price: usd(118), status: 'active' } },
      { groupId: 'another', state: 'rejected' },
    ],
  );
  const told = await readWriteGroup(db, 'g');
  expect(told).toMatchObject({ open: 2, failed: 3, conflicts: 1 });
  expect(told?.counts).toMatchObject({ pending: 1, sending: 0, unknown: 1, confirmed: 1, rejected: 2, superseded: 2 });
  expect(new Set(told?.problems)).toEqual(
    new Set([problem('refused', 'Too cheap'), problem('gone'), { code: 'cancelled', message: '' }]),
  );
  expect(await readWriteGroup(db, 'nobody')).toBeNull();
});

test('newest first; open ones are those under way, and those that ended badly and were not seen', async () => {
  const states: readonly [string, WriteState, Partial<WriteGroupRow>?, Partial<OutboxRow>?][] = [
    ['done', 'confirmed'],
    ['sending', 'sending'],
    ['failed', 'rejected'],
    ['seen', 'dead', { dismissedAt: NOON }],
    ['replaced', 'superseded'],
    ['conflict', 'superseded', {}, { conflict: { price: null, status: 'sold' } }],
  ];
  const db = await booksWith(
    states.map(([id, , given], nth) => group(id, nth, given)),
    states.map(([id, state, , given]) => ({ groupId: id, state, ...given })),
  );
  const idsOf = async (request: Parameters<typeof readWriteGroups>[1]) =>
    (await readWriteGroups(db, request)).map(({ group: { id } }) => id);
  expect(await idsOf({ limit: 10 })).toEqual(['conflict', 'replaced', 'seen', 'failed', 'sending', 'done']);
  expect(await idsOf({ limit: 2 })).toEqual(['conflict', 'replaced']);
  expect(await idsOf({ limit: 10, openOnly: true })).toEqual(['conflict', 'failed', 'sending']);
  expect(await idsOf({ limit: 1, openOnly: true })).toEqual(['conflict']);
});

test('the writes of a command, named: of a listing by its pair and product, of one to be made by its pair', async () => {
  const db = await booksWith([group('g', 0)], []);
  await db.products.add(makeProduct({ name: 'Dunk Low Panda' }));
  await db.listings.add(makeListing({ id: 'l1', externalId: 'L1' }));
  await db.inventory.bulkAdd([
    makePair({ id: 'p1', goatListingId: 'L1', name: '', brand: '' }),
    makePair({ id: 'p2', name: 'My own name' }),
  ]);
  const at = (ms: number) => shiftInstant(NOON, ms);
  await db.outbox.bulkAdd([
    makeWrite({ id: 'w2', groupId: 'g', entityId: 'p2', kind: 'listing/create', state: 'rejected', createdAt: at(2) }),
    makeWrite({ id: 'w1', groupId: 'g', entityId: 'l1', createdAt: at(1) }),
    makeWrite({ id: 'w3', groupId: 'g', entityId: 'gone', createdAt: at(3) }),
  ]);
  const { total, rows } = await readWrites(db, 'g', { offset: 0, limit: 10 });
  expect(total).toBe(3);
  expect(rows.map(({ row, pair, listing, product }) => [row.id, pair?.name, listing?.id, product?.name])).toEqual([
    ['w1', 'Dunk Low Panda', 'l1', 'Dunk Low Panda'],
    ['w2', 'My own name', undefined, 'Dunk Low Panda'],
    ['w3', undefined, undefined, undefined],
  ]);
  const second = await readWrites(db, 'g', { offset: 1, limit: 1 });
  expect([second.total, second.rows.map(({ row }) => row.id)]).toEqual([3, ['w2']]);
  const failed = await readWrites(db, 'g', { offset: 0, limit: 10, state: 'rejected' });
  expect([failed.total, failed.rows.map(({ row }) => row.id)]).toEqual([1, ['w2']]);
});

test('conflicts that wait for a word, newest first', async () => {
  const conflict = { price: usd(118), status: 'active' };
  const db = await booksWith(
    [],
    [
      { id: 'old', state: 'superseded', conflict },
      { id: 'new', state: 'superseded', conflict, updatedAt: shiftInstant(NOON, 5) },
      { id: 'settled', state: 'superseded', conflict: null },
      { id: 'failed', state: 'rejected' },
    ],
  );
  expect((await readOpenConflicts(db)).map(({ row }) => row.id)).toEqual(['new', 'old']);
});
