import { clearPrivateFiles, countPrivateFiles } from '@/lib/db/backup/private-files';
import { countRows, deleteDatabase, ourDatabases } from '@/lib/db/delete-databases';
import type { Engine } from '@/lib/jobs/engine';
import { clearAlarms, clearNotifications, clearSites, countBrowserTraces } from '@/lib/platform/browser-traces';
import { runAlone } from '@/lib/platform/locks';
import { clearAllStored, countStored } from '@/lib/settings/clear-stored';
import { createOpaqueStore } from '@/lib/settings/opaque-store';
import type { Ground } from './compose-ground';
import { createDeletion, type Deletion, type TraceKind } from './deletion';

const KEYS = 'archvd-keys';
const BOOKS = 'archvd';

/** Everything the extension ever puts on this device. */
export function composeDeletion(
  ground: Pick<Ground, 'db' | 'vault' | 'log'>,
  engine: Pick<Engine, 'cancel'>,
): Deletion {
  return createDeletion({
    kinds: [...secretKinds(ground), ...browserKinds(), ...bookKinds(ground), settingsKind()],
    flag: createOpaqueStore('deletion'),
    alone: (task) => {
      engine.cancel();
      return runAlone('engine', task);
    },
    onFailure: (what, error) =>
      ground.log.error('not deleted', { what, kind: error instanceof Error ? error.name : '' }),
  });
}

function secretKinds({ vault }: Pick<Ground, 'vault'>): readonly TraceKind[] {
  const record = createOpaqueStore('vault');
  return [
    { what: 'token', count: async () => ((await record.read()) === null ? 0 : 1), remove: () => vault.forget() },
    { what: 'keys', count: () => countRows(KEYS), remove: () => deleteDatabase(KEYS) },
  ];
}

function browserKinds(): readonly TraceKind[] {
  return [
    { what: 'sites', count: async () => (await countBrowserTraces()).sites, remove: clearSites },
    { what: 'alarms', count: async () => (await countBrowserTraces()).alarms, remove: clearAlarms },
    {
      what: 'notifications',
      count: async () => (await countBrowserTraces()).notifications,
      remove: clearNotifications,
    },
  ];
}

function bookKinds({ db }: Pick<Ground, 'db'>): readonly TraceKind[] {
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
async function deleteOpen(db: Ground['db'], names: readonly string[]): Promise<void> {
  db.close({ disableAutoOpen: false });
  for (const name of names) await deleteDatabase(name);
}

function settingsKind(): TraceKind {
  return { what: 'settings', count: countStored, remove: clearAllStored };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
