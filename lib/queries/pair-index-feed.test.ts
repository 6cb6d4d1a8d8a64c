import { expect, test, vi } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { makePair, makeProduct, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { createPairIndexFeed } from './pair-index-feed';

/** A feed that does not rest, and what it reads. */
function watched(db: ArchvdDatabase) {
  const feed = createPairIndexFeed(db, async () => {});
  const whole = vi.spyOn(db.inventory, 'toArray');
  const stop = feed.subscribe(() => {});
  const names = () => new Map(feed.get().index?.entries.map((entry) => [entry.id, entry.name]));
  return { feed, whole, stop, names };
}

test('everything is read once; then only what changed is', async () => {
  const db = makeDatabase();
  await db.inventory.bulkAdd([makePair({ id: 'a', name: 'One' }), makePair({ id: 'bin', deletedAt: NOON })]);
  const { whole, names, stop } = watched(db);
  await vi.waitFor(() => expect(names()).toEqual(new Map([['a', 'One']])));
  await db.inventory.bulkPut([makePair({ id: 'a', name: 'Uno' }), makePair({ id: 'b', name: 'Two' })]);
  await vi.waitFor(() =>
    expect(names()).toEqual(
      new Map([
        ['a', 'Uno'],
        ['b', 'Two'],
      ]),
    ),
  );
  await db.inventory.update('b', { deletedAt: NOON });
  await db.inventory.delete('a');
  await vi.waitFor(() => expect(names()).toEqual(new Map()));
  expect(whole).toHaveBeenCalledTimes(1);
  stop();
});

test('a product that has been read gives its name to the pairs that wait for it', async () => {
  const db = makeDatabase();
  await db.inventory.add(makePair({ id: 'a', name: '', brand: '', styleCode: null }));
  const { whole, names, stop } = watched(db);
  await vi.waitFor(() => expect(names().get('a')).toBe('dunk-low-panda-dd1391-100'));
  await db.products.add(makeProduct());
  await vi.waitFor(() => expect(names().get('a')).toBe('Dunk Low Panda'));
  expect(whole).toHaveBeenCalledTimes(1);
  stop();
});

test('books that are emptied, and what happens while nobody looks', async () => {
  const db = makeDatabase();
  await db.inventory.add(makePair({ id: 'a', name: 'One' }));
  const { feed, names, stop } = watched(db);
  await vi.waitFor(() => expect(names().size).toBe(1));
  await db.inventory.clear();
  await vi.waitFor(() => expect(names().size).toBe(0));
  stop();
  await db.inventory.add(makePair({ id: 'b', name: 'Two' }));
  const stopAgain = feed.subscribe(() => {});
  await vi.waitFor(() => expect(names().get('b')).toBe('Two'));
  stopAgain();
});

test('a failed reading is told, and tried again', async () => {
  const db = makeDatabase();
  await db.inventory.add(makePair({ id: 'a' }));
  const feed = createPairIndexFeed(db, async () => {});
  const failing = vi.spyOn(db.inventory, 'toArray').mockImplementationOnce(() => {
    throw new Error('The disk is gone');
  });
  const told: string[] = [];
  const stop = feed.subscribe(() => told.push(feed.get().message || feed.get().state));
  await vi.waitFor(() => expect(told).toEqual(['The disk is gone', 'ready']));
  expect(failing).toHaveBeenCalledTimes(2);
  stop();
});
