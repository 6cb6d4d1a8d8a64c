import type { ArchvdDatabase } from '../database';
import type { ActivityRow } from '../rows';

/** Writes one line of the log, in the transaction of what it tells about when there is one. Never a token, never a body. */
export async function appendActivity(db: ArchvdDatabase, row: ActivityRow): Promise<void> {
  await db.activity.add(row);
}

/** Keeps the newest `keep` lines. @returns how many went */
export async function pruneActivity(db: ArchvdDatabase, keep = 50_000): Promise<number> {
  return db.transaction('rw', db.activity, async () => {
    const surplus = (await db.activity.count()) - keep;
    if (surplus <= 0) return 0;
    const oldest = await db.activity.orderBy('at').limit(surplus).primaryKeys();
    await db.activity.bulkDelete(oldest);
    return oldest.length;
  });
}
