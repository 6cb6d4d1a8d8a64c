import { createOpfsSnapshotStore } from '@/lib/db/backup/opfs-snapshot-store';
import { createSnapshots } from '@/lib/db/backup/snapshots';
import { openDatabase } from '@/lib/db/connection';
import { DEMO_DATABASE, DEMO_SNAPSHOTS } from '@/lib/db/demo-books';
import type { Ground } from '@/lib/desk/ports';
import { createClock } from '@/lib/platform/clock';
import { createLog, echoToConsole, type LogEntry } from '@/lib/platform/log';
import { createRandom } from '@/lib/platform/random';
import { createDeviceKeys, createSessionKeys } from '@/lib/secrets/key-home';
import { createVault, type Vault } from '@/lib/secrets/vault';
import { createOpaqueStore } from '@/lib/settings/opaque-store';
import { keepTrouble } from './keep-trouble';

export function composeGround({ isDemo, vault }: Pick<Ground, 'isDemo' | 'vault'>): Ground {
  const clock = createClock();
  const random = createRandom(clock);
  const connection = openDatabase(isDemo ? { name: DEMO_DATABASE } : {});
  const { db } = connection;
  const echo = (entry: LogEntry): void => {
    if (__TEST_HOOKS__) echoToConsole(entry);
    keepTrouble({ db, random }, entry);
  };
  return {
    clock,
    random,
    log: createLog({ clock, echo }),
    connection,
    db,
    snapshots: createSnapshots(createOpfsSnapshotStore(isDemo ? DEMO_SNAPSHOTS : 'snapshots'), clock),
    vault,
    isDemo,
  };
}

/** The one vault of this worker: its operations wait for one another only within it. */
export function composeVault(): Vault {
  return createVault({
    record: createOpaqueStore('vault'),
    lockAt: createOpaqueStore('vaultLockAt'),
    sessionKeys: createSessionKeys(createOpaqueStore('vaultKeys')),
    deviceKeys: createDeviceKeys(),
    clock: createClock(),
  });
}
