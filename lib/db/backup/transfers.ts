import { HOUR_MS, ageOf, instant, type Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import { DatabaseError } from '../database-error';
import { SCHEMA_VERSION } from '../database';
import { exportDatabase } from './export-database';
import { gzip } from './gzip';
import { DEVICE_TABLES } from './backup-format';
import { checkBackup, writeBackup } from './restore-database';
import type { SnapshotStore } from './snapshot-store';
import type { Snapshot, Snapshots } from './snapshots';

/** Where a copy of the books lies: one of the daily ones, or a file the person gave us. */
export type CopySource = { readonly kind: 'snapshot' | 'upload'; readonly name: string };

/** What a restore would do, by table; `before` is null when the present books do not open. */
export interface CopyPreview {
  readonly createdAt: number;
  readonly schemaVersion: number;
  /** Whether its rows are from an older layout and are brought to the present one. */
  readonly isOlder: boolean;
  readonly tables: readonly { readonly name: string; readonly before: number | null; readonly after: number }[];
}

export interface Transfers {
  /** Writes the books to a file that a page can hand to the person. */
  makeBackup(db: ArchvdDatabase): Promise<Snapshot>;
  /** Reads and checks a copy as a whole; changes nothing. */
  preview(db: ArchvdDatabase, source: CopySource): Promise<CopyPreview>;
  /** Puts a copy in the place of the books. `safety` is the copy of what was there, null when it could not be read. */
  restore(db: ArchvdDatabase, source: CopySource): Promise<{ rows: number; safety: string | null }>;
  /** Takes a file away that is not needed any more; a missing one is no trouble. */
  discard(name: string): Promise<void>;
  /** Takes away what somebody left lying: files older than an hour. */
  tidy(): Promise<void>;
}

export interface TransferPorts {
  /** Files on their way in or out. */
  readonly files: SnapshotStore;
  readonly snapshots: Snapshots;
  readonly clock: { now(): Instant };
  /** Whether the present books opened; broken ones are replaced without a copy of them. */
  isBroken(): boolean;
}

/**
 * Backups out to the person and in again. Files lie for a moment in the private file system, since a message between
 * page and worker cannot carry fifty megabytes.
 */
export function createTransfers(ports: TransferPorts): Transfers {
  const { files, snapshots, clock } = ports;
  const read = ({ kind, name }: CopySource): Promise<Blob> =>
    (kind === 'snapshot' ? snapshots : files)
      .read(name)
      .catch(() => Promise.reject(new DatabaseError('backup-missing')));
  const tidy = async (): Promise<void> => {
    for (const { name } of await files.list()) {
      if (ageOf(writtenAt(name), clock.now()) > HOUR_MS) await files.remove(name);
    }
  };
  return {
    tidy,
    async makeBackup(db) {
      await tidy();
      const at = clock.now();
      const { file, rows } = await exportDatabase(db, at);
      const packed = await gzip(file);
      const name = `backup-${at}-${rows}.jsonl.gz`;
      await files.write(name, packed);
      return { name, at, bytes: packed.size, rows };
    },
    async preview(db, source) {
      const { createdAt, schemaVersion, tables } = await checkBackup(db, await read(source));
      const names = db.tables.map((table) => table.name).filter((name) => !DEVICE_TABLES.includes(name));
      const counts = ports.isBroken() ? null : await Promise.all(names.map((name) => db.table(name).count()));
      return {
        createdAt,
        schemaVersion,
        isOlder: schemaVersion < SCHEMA_VERSION,
        tables: names.map((name, at) => ({ name, before: counts?.[at] ?? null, after: tables.get(name)?.length ?? 0 })),
      };
    },
    async restore(db, source) {
      const backup = await checkBackup(db, await read(source));
      const safety = ports.isBroken() ? null : await snapshots.take(db, source.name);
      if (safety === null) await renew(db);
      const rows = await writeBackup(db, backup, clock.now());
      if (source.kind === 'upload') await files.remove(source.name).catch(() => undefined);
      return { rows, safety: safety?.name ?? null };
    },
    discard: (name) => files.remove(name).catch(() => undefined),
  };
}

async function renew(db: ArchvdDatabase): Promise<void> {
  await db.delete({ disableAutoOpen: false });
  await db.open();
}

/** `upload-<time>-<chance>` and `backup-<time>-<rows>`; any other name is older than anything. */
function writtenAt(name: string): Instant {
  return instant(Number(/^(?:upload|backup)-(\d{1,15})-/.exec(name)?.[1] ?? 0));
}
