import type { Collection } from 'dexie';
import { isOpenWrite, OPEN_STATES } from '@/lib/domain/outbox/write';
import type { ArchvdDatabase } from '../database';
import type { OutboxRow } from '../selling-rows';
import { rowsByKey } from './rows-by-key';
import { hasUndoWishes } from './undo-wishes';

/** Above this many, all that is under way is read in one go: it is little, as a rule. */
const MANY = 100;

/** All that waits to be sent, is on its way, or has to be read back. By state: little beside all that ever was. */
export function openWrites(db: ArchvdDatabase): Collection<OutboxRow, string> {
  return db.outbox.where('state').anyOf([...OPEN_STATES]);
}

/** Whether there is any, or anything that is to be taken back once it has arrived. */
export async function hasOutboxWork(db: ArchvdDatabase): Promise<boolean> {
  return (await openWrites(db).limit(1).count()) > 0 || (await hasUndoWishes(db));
}

/** Ids of what was sent and whose end is not known. */
export async function writesOnTheirWay(db: ArchvdDatabase): Promise<ReadonlySet<string>> {
  return new Set(await db.outbox.where('state').anyOf(['sending', 'unknown']).primaryKeys());
}

/** What is under way about these, by what it is about. */
export async function openWritesAbout(
  db: ArchvdDatabase,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OutboxRow[]>> {
  const open = new Map<string, OutboxRow[]>();
  if (entityIds.length === 0 || (await db.outbox.count()) === 0) return open;
  const wanted = new Set(entityIds);
  const rows =
    wanted.size > MANY ? await openWrites(db).toArray() : await rowsByKey(db.outbox, 'entityId', [...wanted]);
  for (const row of rows) {
    if (!isOpenWrite(row.state) || !wanted.has(row.entityId)) continue;
    open.set(row.entityId, [...(open.get(row.entityId) ?? []), row]);
  }
  return open;
}
