import type { Snapshots } from '@/lib/db/backup/snapshots';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { SyncTask } from '@/lib/sync/sync-run';

/** Copies the books once a day; seven copies are kept. */
export function createSnapshotTask(deps: { readonly db: ArchvdDatabase; readonly snapshots: Snapshots }): SyncTask {
  return async () => {
    await deps.snapshots.takeDaily(deps.db);
    return 'done';
  };
}
