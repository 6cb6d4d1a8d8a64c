import { clearPrivateFiles, countPrivateFiles } from '@/lib/db/backup/private-files';
import type { ArchvdDatabase } from '@/lib/db/database';
import { countRows, deleteDatabase, ourDatabases } from '@/lib/db/delete-databases';
import { runAlone } from '@/lib/platform/locks';
import { createDeletion, type Deletion, type TraceKind } from './deletion';
import type { DeskParts } from './ports';

const KEYS = 'archvd-keys';
const BOOKS = 'archvd';

export type DeletionParts = Pick<DeskParts, 'ground' | 'engine' | 'stored' | 'traces'>;

/** Everything the extension ever puts on this device. */
export function composeDeletion(parts: DeletionParts): Deletion {
  const { ground, engine, stored } = parts;
  return createDeletion({
    kinds: [...secretKinds(parts), ...browserKinds(parts), ...bookKinds(parts), settingsKind(parts)],
    flag: stored.opaque('deletion'),
    alone: (task) => {
      engine.cancel();
      return runAlone('engine', task);
    },
    onFailure: (what, error) =>
      ground.log.error('not deleted', { what, kind: error instanceof Error ? error.name : '' }),
  });
}

function secretKinds({ ground: { vault }, stored }: DeletionParts): readonly TraceKind[] {
  const record = stored.opaque('vault');
  return [
    { what: 'token', count: async () => ((await record.read()) === null ? 0 : 1), remove: () => vault.forget() },
    { what: 'keys', count: () => countRows(KEYS), remove: () => deleteDatabase(KEYS) },
  ];
}

function browserKinds({ traces }: DeletionParts): readonly TraceKind[] {
  const held = () => traces.countBrowserTraces();
  return [
    { what: 'sites', count: async () => (await held()).sites, remove: () => traces.clearSites() },
    { what: 'alarms', count: async () => (await held()).alarms, remove: () => traces.clearAlarms() },
    {
      what: 'notifications',
      count: async () => (await held()).notifications,
      remove: () => traces.clearNotifications(),
    },
  ];
}

function bookKinds({ ground: { db } }: DeletionParts): readonly TraceKind[] {
  const others = async () => (await ourDatabases()).filter((name) => name !== BOOKS && name !== KEYS);
  return [
    { what: 'copies', count: () => countPrivateFiles(), remove: () => clearPrivateFiles() },
    { what: 'books', count: () => countRows(BOOKS), remove: () => deleteOpen(db, [BOOKS]) },
    {
      what: 'demo',
      count: async () => sum(await Promise.all((await others()).map((name) => countRows(name)))),
      remove: async () => deleteOpen(db, await others()),
    },
  ];
}

/** Lets go of the books first; they are opened anew, empty, by whoever asks for them next. */
async function deleteOpen(db: ArchvdDatabase, names: readonly string[]): Promise<void> {
  db.close({ disableAutoOpen: false });
  for (const name of names) await deleteDatabase(name);
}

function settingsKind({ stored }: DeletionParts): TraceKind {
  return { what: 'settings', count: () => stored.count(), remove: () => stored.clearAll() };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
