import { rebuildFromSnapshot, restoreSnapshot } from '@/lib/db/backup/restore-snapshot';
import type { MessageHandlers } from '@/lib/messaging/server';
import { done } from './attempt';
import type { DeskParts } from './ports';

/** The daily copies of the books. */
export function snapshotHandlers({ ground }: Pick<DeskParts, 'ground'>) {
  const { db, snapshots, connection } = ground;
  // Books that do not open cannot be copied first: they are set aside by being replaced.
  const restore = (name: string) =>
    connection.state().kind === 'failed' ? rebuildFromSnapshot(ground, name) : restoreSnapshot(ground, name);
  return {
    'snapshot/list': async () => ({ snapshots: [...(await snapshots.list())] }),
    'snapshot/take': () => done(ground, () => snapshots.take(db)),
    'snapshot/restore': ({ name }) => done(ground, () => restore(name)),
  } satisfies Partial<MessageHandlers>;
}
