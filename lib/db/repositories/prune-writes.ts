import { isOpenWrite, type WriteState } from '@/lib/domain/outbox/write';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';

const KEPT_MS = 2 * 365 * DAY_MS;
const ENDED: readonly WriteState[] = ['confirmed', 'rejected', 'superseded', 'expired', 'dead'];

/**
 * Forgets writes that ended more than two years ago, and beyond `keep` the oldest that ended; what is under way always
 * stays. Commands without a write of their own go with them. @returns how many writes went
 */
export async function pruneWrites(db: ArchvdDatabase, now: Instant, keep = 100_000): Promise<number> {
  return db.transaction('rw', db.outbox, db.writeGroups, async () => {
    const before = shiftInstant(now, -KEPT_MS);
    const old: string[] = [];
    for (const state of ENDED) {
      const rows = db.outbox.where('[state+nextAt]').between([state, Number.NEGATIVE_INFINITY], [state, before]);
      old.push(...(await rows.filter(({ updatedAt }) => updatedAt < before).primaryKeys()));
    }
    await db.outbox.bulkDelete(old);
    const surplus = (await db.outbox.count()) - keep;
    const most = surplus > 0 ? await oldestEnded(db, surplus) : [];
    await db.outbox.bulkDelete(most);
    for (const groupId of await db.writeGroups.where('createdAt').below(before).primaryKeys()) {
      if ((await db.outbox.where('groupId').equals(groupId).count()) === 0) await db.writeGroups.delete(groupId);
    }
    return old.length + most.length;
  });
}

async function oldestEnded(db: ArchvdDatabase, count: number): Promise<string[]> {
  const ended = await db.outbox.filter(({ state }) => !isOpenWrite(state)).toArray();
  return ended
    .toSorted((a, b) => a.updatedAt - b.updatedAt)
    .slice(0, count)
    .map(({ id }) => id);
}
