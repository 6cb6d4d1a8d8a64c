import { createOpfsSnapshotStore } from '@/lib/db/backup/opfs-snapshot-store';
import { createTransfers } from '@/lib/db/backup/transfers';
import { makeDue } from '@/lib/db/repositories/jobs';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, done, flat } from './attempt';
import { composeDeletion, type DeletionParts } from './compose-deletion';

/** Backups, and deleting everything. */
export function dataHandlers(parts: DeletionParts) {
  const { ground, engine } = parts;
  const { db, clock, snapshots, connection } = ground;
  const transfers = createTransfers({
    files: createOpfsSnapshotStore('transfers'),
    snapshots,
    clock,
    isBroken: () => connection.state().kind === 'failed',
  });
  const deletion = composeDeletion(parts);
  return {
    'job/run': ({ job }) =>
      done(ground, async () => {
        await makeDue(db, [job], clock.now());
        engine.wake();
      }),
    'backup/make': async () => flat(await attempt(ground, () => transfers.makeBackup(db))),
    'backup/preview': async ({ copy }) => {
      const tried = await attempt(ground, () => transfers.preview(db, copy));
      return tried.ok ? { ok: true, ...tried.value, tables: [...tried.value.tables] } : tried;
    },
    'backup/restore': async ({ copy }) => flat(await attempt(ground, () => transfers.restore(db, copy))),
    'backup/discard': ({ name }) => done(ground, () => transfers.discard(name)),
    'data/traces': async () => ({ traces: await deletion.count() }),
    'data/delete-all': async () => flat(await attempt(ground, () => deletion.run())),
  } satisfies Partial<MessageHandlers>;
}
