import { describe, expect, test } from 'vitest';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { makePair, NOON } from '@/tests/fixtures/builders';
import { fakeSnapshotStore } from '@/tests/fixtures/fake-snapshot-store';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { rebuildFromSnapshot, restoreSnapshot } from './restore-snapshot';
import { createSnapshots } from './snapshots';

function setUp() {
  const store = fakeSnapshotStore();
  let now: Instant = NOON;
  const pass = (ms: number): void => {
    now = shiftInstant(now, ms);
  };
  const clock = { now: () => now };
  return { db: makeDatabase(), clock, store, pass, snapshots: createSnapshots(store, clock) };
}

describe('daily snapshots', () => {
  test('one a day, seven kept, the newest first', async () => {
    const { db, pass, snapshots } = setUp();
    await db.inventory.add(makePair());
    for (let day = 0; day < 9; day++) {
      expect(await snapshots.takeDaily(db)).not.toBeNull();
      expect(await snapshots.takeDaily(db)).toBeNull();
      pass(DAY_MS);
    }
    const kept = await snapshots.list();
    expect(kept.map((snapshot) => (snapshot.at - NOON) / DAY_MS)).toEqual([8, 7, 6, 5, 4, 3, 2]);
    expect(kept[0]).toMatchObject({ rows: 1 });
    expect(kept[0]?.bytes).toBeGreaterThan(100);
  });

  test('a copy from a day that has not come yet, since the clock was set back, does not stop the daily ones', async () => {
    const { db, pass, snapshots } = setUp();
    await db.inventory.add(makePair());
    await snapshots.takeDaily(db);
    pass(-30 * DAY_MS);
    expect(await snapshots.takeDaily(db)).not.toBeNull();
    expect(await snapshots.takeDaily(db)).toBeNull();
  });

  test('empty books do not push the good copies out', async () => {
    const { db, snapshots } = setUp();
    expect(await snapshots.takeDaily(db)).toBeNull();
    expect(await snapshots.list()).toEqual([]);
  });

  test('a copy that could not be written leaves the older ones', async () => {
    const { db, store, pass, snapshots } = setUp();
    await db.inventory.add(makePair());
    await snapshots.take(db);
    pass(DAY_MS);
    store.fail(new Error('disk full'));
    await expect(snapshots.takeDaily(db)).rejects.toThrow('disk full');
    expect(await snapshots.list()).toHaveLength(1);
  });

  test('other files in the folder are left alone', async () => {
    const { store, snapshots } = setUp();
    await store.write('notes.txt', new Blob(['x']));
    expect(await snapshots.list()).toEqual([]);
  });
});

describe('the way back', () => {
  test('a restore can itself be undone, even from the oldest of seven', async () => {
    const books = setUp();
    const { db, pass, snapshots } = books;
    await db.inventory.add(makePair({ id: 'old' }));
    const first = await snapshots.take(db);
    await db.inventory.clear();
    await db.inventory.bulkAdd([makePair({ id: 'new-1' }), makePair({ id: 'new-2' })]);
    for (let day = 0; day < 6; day++) {
      pass(DAY_MS);
      await snapshots.take(db);
    }
    pass(1);
    expect(await restoreSnapshot(books, first.name)).toBe(1);
    expect(await db.inventory.toCollection().primaryKeys()).toEqual(['old']);
    const [safety, ...older] = await snapshots.list();
    expect(older.map((snapshot) => snapshot.name)).toContain(first.name);
    await restoreSnapshot(books, safety?.name ?? '');
    expect(await db.inventory.toCollection().primaryKeys()).toEqual(['new-1', 'new-2']);
  });

  test('a damaged snapshot changes nothing and takes no copy', async () => {
    const books = setUp();
    const { db, store, snapshots } = books;
    await db.inventory.add(makePair({ id: 'mine' }));
    const name = `books-${NOON}-1.jsonl.gz`;
    await store.write(name, new Blob(['garbage']));
    await expect(restoreSnapshot(books, name)).rejects.toMatchObject({ code: 'backup-foreign' });
    await expect(rebuildFromSnapshot(books, name)).rejects.toMatchObject({ code: 'backup-foreign' });
    expect(await db.inventory.toCollection().primaryKeys()).toEqual(['mine']);
    expect(await snapshots.list()).toHaveLength(1);
  });

  test('broken books are rebuilt from a snapshot', async () => {
    const books = setUp();
    const { db, snapshots } = books;
    await db.inventory.add(makePair({ id: 'mine' }));
    const taken = await snapshots.take(db);
    await db.inventory.clear();
    db.close({ disableAutoOpen: true });
    expect(await rebuildFromSnapshot(books, taken.name)).toBe(1);
    expect(await db.inventory.toCollection().primaryKeys()).toEqual(['mine']);
  });
});
