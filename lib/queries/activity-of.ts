import type { ArchvdDatabase } from '@/lib/db/database';
import type { ActivityRow } from '@/lib/db/rows';

const MOST = 100;

/** What the log says of these things, the newest first; no more of it than a story shows. */
export async function activityOf(db: ArchvdDatabase, subjects: readonly string[]): Promise<ActivityRow[]> {
  const rows = await db.activity
    .where('entity.id')
    .anyOf([...new Set(subjects)])
    .toArray();
  return rows.toSorted((a, b) => b.at - a.at).slice(0, MOST);
}
