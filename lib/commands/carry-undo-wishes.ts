import type { ArchvdDatabase } from '@/lib/db/database';
import { writesOnTheirWay } from '@/lib/db/repositories/open-writes';
import { forgetUndoWishes, readUndoWishes } from '@/lib/db/repositories/undo-wishes';
import type { WriteGroupRow } from '@/lib/db/selling-rows';
import type { RunUndoDeps } from './run-way-back';
import type { SellingDeps } from './selling-deps';
import { runUndoTables, takeBackRun } from './take-back-run';
import { takeBack, undoTables } from './undo-writes';

/** A command of a person goes back by one way, a run of rules by its own: each as if it were asked for now. */
export type CarryDeps = SellingDeps & RunUndoDeps;

/**
 * Takes back what a person wanted back while it was on its way, as far as it has arrived since: by the door of every
 * undo, with the guards of now. What of it failed needs no way back, and what was undone otherwise has had one; such
 * wishes are forgotten. Each is carried out in the transaction that forgets it, so whatever dies over it, it is once.
 *
 * @param given settings as they are now; asked for only when something has arrived
 */
export async function carryUndoWishes(db: ArchvdDatabase, given: () => Promise<CarryDeps>): Promise<void> {
  const groupIds = await readUndoWishes(db);
  if (groupIds.length === 0) return;
  const onTheirWay = await writesOnTheirWay(db);
  const wished = (await db.writeGroups.bulkGet([...groupIds])).map((group, nth) => ({
    group,
    id: groupIds[nth] ?? '',
  }));
  const arrived = wished.filter(({ group }) => hasArrived(group, onTheirWay));
  if (arrived.length === 0) return;
  const deps = await given();
  // The newest first: of two changes of one listing the second goes back before the first can.
  const newestFirst = arrived.toSorted((a, b) => (b.group?.createdAt ?? 0) - (a.group?.createdAt ?? 0));
  for (const { id } of newestFirst) await carry(deps, id);
}

/** Some of it, or there is nothing to wait for any more. */
function hasArrived(group: WriteGroupRow | undefined, onTheirWay: ReadonlySet<string>): boolean {
  if (group?.undoWanted === undefined || group.undoneBy !== null) return true;
  return group.undoWanted.writeIds.some((id) => !onTheirWay.has(id));
}

async function carry(deps: CarryDeps, groupId: string): Promise<void> {
  const { db } = deps;
  const forget = () => forgetUndoWishes(db, [groupId]);
  try {
    await db.transaction('rw', [...new Set([...undoTables(db), ...runUndoTables(deps)])], async () => {
      const group = await db.writeGroups.get(groupId);
      if (group?.undoWanted === undefined || group.undoneBy !== null) await forget();
      else if (group.runId === null) await takeBack(deps, group, 'late');
      else await takeBackRun(deps, await db.outbox.where('runId').equals(group.runId).toArray(), 'late');
    });
  } catch (error) {
    // A rate of nothing, amounts beyond all measure: one such pair must not keep everything else from going.
    if (!(error instanceof RangeError)) throw error;
    await db.transaction('rw', undoTables(db), async () => forget());
  }
}
