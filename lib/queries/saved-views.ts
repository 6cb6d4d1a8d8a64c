import type { ArchvdDatabase } from '@/lib/db/database';
import type { SavedViewRow } from '@/lib/db/rows';

export type SavedView = SavedViewRow;

/** The views the seller saved for a screen, by name. */
export async function savedViews(db: ArchvdDatabase, screen: string): Promise<readonly SavedView[]> {
  const views = await db.savedViews.where('screen').equals(screen).toArray();
  return views.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
