import { expect, test } from 'vitest';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeWrite, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { pruneWrites } from './prune-writes';

const LONG_AGO = shiftInstant(NOON, -731 * DAY_MS);
const old = { createdAt: LONG_AGO, updatedAt: LONG_AGO, nextAt: LONG_AGO } as const;

async function keptOf(rows: readonly ReturnType<typeof makeWrite>[], keep?: number): Promise<string[]> {
  const db = makeDatabase();
  await db.outbox.bulkAdd([...rows]);
  await pruneWrites(db, NOON, keep);
  return db.outbox.toCollection().primaryKeys();
}

test('what ended more than two years ago goes; what is younger, or under way, stays', async () => {
  const rows = [
    makeWrite({ id: 'old', state: 'confirmed', ...old }),
    makeWrite({ id: 'refused', state: 'rejected', ...old }),
    makeWrite({ id: 'open', state: 'unknown', ...old }),
    makeWrite({ id: 'waiting', state: 'pending', ...old }),
    makeWrite({ id: 'young', state: 'confirmed' }),
    makeWrite({ id: 'ended-lately', state: 'confirmed', ...old, updatedAt: NOON }),
  ];
  expect(await keptOf(rows)).toEqual(['ended-lately', 'open', 'waiting', 'young']);
});

test('beyond the most that are kept the oldest that ended go first', async () => {
  const rows = [1, 2, 3, 4].map((nth) =>
    makeWrite({ id: `w${nth}`, state: nth === 1 ? 'pending' : 'confirmed', updatedAt: shiftInstant(NOON, nth) }),
  );
  expect(await keptOf(rows, 2)).toEqual(['w1', 'w4']);
});
