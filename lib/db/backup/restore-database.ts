import { isOpenWrite } from '@/lib/domain/outbox/write';
import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import { DatabaseError, toDatabaseError } from '../database-error';
import { DEMO_WRITES } from '../repositories/demo-writes';
import { TOKEN_REFUSED } from '../repositories/meta';
import { getRepricingMode, setRepricingMode } from '../repositories/repricing-state';
import { forgetUndoWishes, readUndoWishes } from '../repositories/undo-wishes';
import { DEVICE_TABLES, readBackup, type Backup } from './backup-format';
import { gunzipText } from './gzip';
import { keepRung, readRung } from './rung-since';

/**
 * Puts a backup in the place of the books: checked as a whole first, then written in one transaction, so that whatever
 * fails leaves the books as they were. Jobs that run meanwhile lose their lease and start afresh.
 *
 * @param file as exported, compressed or not
 * @returns rows written
 * @throws DatabaseError as `readBackup` does, `backup-too-large`, `quota`, `newer-schema`; nothing was changed then
 */
export async function restoreDatabase(db: ArchvdDatabase, file: Blob, now: Instant): Promise<number> {
  return writeBackup(db, await checkBackup(db, file), now);
}

/** Writes a checked backup in the place of the books, whole or not at all. @returns rows written */
export async function writeBackup(db: ArchvdDatabase, backup: Backup, now: Instant): Promise<number> {
  await replaceBooks(db, backup, now).catch((error: unknown) => {
    throw toDatabaseError(error) ?? new DatabaseError('backup-invalid', String(error), error);
  });
  return backup.rows;
}

async function replaceBooks(db: ArchvdDatabase, backup: Backup, now: Instant): Promise<void> {
  const tables = db.tables.filter((table) => !DEVICE_TABLES.includes(table.name));
  await db.transaction('rw', [...tables, db.jobs], async () => {
    const demoWrites = db.meta.where('id').startsWith(DEMO_WRITES);
    const alerts = await readRung(db);
    const [refused, rung, done] = await Promise.all([
      db.meta.get(TOKEN_REFUSED),
      db.notices.toArray(),
      demoWrites.toArray(),
    ]);
    for (const table of tables) {
      await table.clear();
      await table.bulkAdd([...(backup.tables.get(table.name) ?? [])]);
    }
    // Whether the token is refused is a matter of today's token, and what rang since the copy must not ring again.
    await (refused === undefined ? db.meta.delete(TOKEN_REFUSED) : db.meta.put(refused));
    await db.notices.bulkPut(rung);
    await keepRung(db, alerts);
    await disarm(db, now);
    // What was done to the demo market stays done, whatever the books say.
    await demoWrites.delete();
    await db.meta.bulkAdd(done);
    // The copy was taken by a run that was under way itself; nobody will ever end it.
    await db.jobRuns
      .filter((run) => run.finishedAt === null)
      .modify((run) => void Object.assign(run, { outcome: 'stopped', finishedAt: now }));
    // A run that began on the old rows must not go on over the new ones: its fence no longer fits.
    await db.jobs
      .toCollection()
      .modify((job) => void Object.assign(job, { fence: job.fence + 1, lease: null, progress: null, dueAt: now }));
  });
}

/**
 * What was under way when the copy was taken may long have happened, or not be wanted any more: nothing of it is sent, nor
 * taken back. And rules that were live wait until somebody has looked at the old books.
 */
async function disarm(db: ArchvdDatabase, now: Instant): Promise<void> {
  const problem = { code: 'restored', message: '' } as const;
  await db.outbox
    .filter(({ state }) => isOpenWrite(state))
    .modify((row) => void Object.assign(row, { state: 'expired', lease: null, problem, updatedAt: now }));
  await forgetUndoWishes(db, await readUndoWishes(db));
  if ((await getRepricingMode(db)) === 'live') await setRepricingMode(db, 'paused', 'restored', now);
}

/** Unpacked, the books of a full-time seller are 50 MB; a text ten times that is none. */
const MOST_BYTES = 400_000_000;

/** Reads a backup without writing anything; for a look before the decision, and before a broken database is dropped. */
export async function checkBackup(db: ArchvdDatabase, file: Blob): Promise<Backup> {
  return readBackup(
    await gunzipText(file, MOST_BYTES),
    db.tables.map((table) => table.name),
  );
}
