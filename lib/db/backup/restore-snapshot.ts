import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import { checkBackup, writeBackup } from './restore-database';
import type { Snapshots } from './snapshots';

interface RestoreParts {
  readonly db: ArchvdDatabase;
  readonly snapshots: Pick<Snapshots, 'read' | 'take'>;
  readonly clock: { now(): Instant };
}

/**
 * Copies the books as they are now, then puts the snapshot in their place; so a restore can be undone.
 *
 * @returns rows written
 */
export async function restoreSnapshot({ db, snapshots, clock }: RestoreParts, name: string): Promise<number> {
  const backup = await checkBackup(db, await snapshots.read(name));
  await snapshots.take(db, name);
  return writeBackup(db, backup, clock.now());
}

/**
 * For books that do not open: checks the snapshot, deletes the broken database and writes a new one.
 *
 * @param parts with `db` not open, or failed
 * @returns rows written
 */
export async function rebuildFromSnapshot({ db, snapshots, clock }: RestoreParts, name: string): Promise<number> {
  const backup = await checkBackup(db, await snapshots.read(name));
  await db.delete({ disableAutoOpen: false });
  await db.open();
  return writeBackup(db, backup, clock.now());
}
