import type { Collection } from 'dexie';
import { isOpenWrite, OPEN_STATES, type WriteState } from '@/lib/domain/outbox/write';
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
  const ids = await Promise.all(ON_THEIR_WAY.map((state) => writesIn(db, state).primaryKeys()));
  return new Set(ids.flat());
}

/** What of listings and orders has a write on its way. */
export async function entitiesOnTheirWay(db: ArchvdDatabase): Promise<Set<string>> {
  const rows = await Promise.all(ON_THEIR_WAY.map((state) => writesIn(db, state).toArray()));
  return new Set(rows.flat().map(({ entityId }) => entityId));
}

const ON_THEIR_WAY = ['sending', 'unknown'] as const;

/** One stretch of the index, read in one go: looking for several states at once would go from row to row. */
function writesIn(db: ArchvdDatabase, state: WriteState): Collection<OutboxRow, string> {
  return db.outbox.where('[state+nextAt]').between([state, -Infinity], [state, Infinity]);
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
