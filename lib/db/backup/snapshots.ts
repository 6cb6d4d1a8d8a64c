import { ageOf, DAY_MS, instant, type Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import { exportDatabase } from './export-database';
import { gzip } from './gzip';
import type { SnapshotStore } from './snapshot-store';

const KEPT = 7;

/** One stored copy of the books. */
export interface Snapshot {
  readonly name: string;
  readonly at: Instant;
  readonly bytes: number;
  readonly rows: number;
}

export interface Snapshots {
  /** Newest first. */
  list(): Promise<readonly Snapshot[]>;
  /** Copies the books and keeps the newest seven, and `spared` as well. */
  take(db: ArchvdDatabase, spared?: string): Promise<Snapshot>;
  /** Takes one unless the newest is younger than a day, or there is nothing to keep. Null when none was taken. */
  takeDaily(db: ArchvdDatabase): Promise<Snapshot | null>;
  /** The file of a copy. @throws when there is none of that name */
  read(name: string): Promise<Blob>;
}

/** The daily copies of the books. */
export function createSnapshots(store: SnapshotStore, clock: { now(): Instant }): Snapshots {
  const list = async (): Promise<readonly Snapshot[]> => {
    const files = await store.list();
    return files.flatMap((file) => snapshotOf(file) ?? []).toSorted((a, b) => b.at - a.at);
  };
  const write = async (db: ArchvdDatabase): Promise<Snapshot> => {
    const at = clock.now();
    const { file, rows } = await exportDatabase(db, at);
    const packed = await gzip(file);
    const name = `books-${at}-${rows}.jsonl.gz`;
    await store.write(name, packed);
    return { name, at, bytes: packed.size, rows };
  };
  const prune = async (spared: readonly string[]): Promise<void> => {
    for (const old of (await list()).slice(KEPT)) if (!spared.includes(old.name)) await store.remove(old.name);
  };
  return {
    list,
    read: (name) => store.read(name),
    async take(db, spared) {
      const taken = await write(db);
      await prune(spared === undefined ? [taken.name] : [taken.name, spared]);
      return taken;
    },
    async takeDaily(db) {
      const now = clock.now();
      if ((await list()).some((one) => ageOf(one.at, now) < DAY_MS)) return null;
      if ((await db.inventory.count()) + (await db.sales.count()) === 0) return null;
      return this.take(db);
    },
  };
}

/** Time and size are in the name, so that a list needs no file opened. Null for a file that is not ours. */
function snapshotOf(file: { readonly name: string; readonly bytes: number }): Snapshot | null {
  const parts = /^books-(\d{1,15})-(\d{1,9})\.jsonl\.gz$/.exec(file.name);
  if (parts === null) return null;
  return { name: file.name, at: instant(Number(parts[1])), bytes: file.bytes, rows: Number(parts[2]) };
}
