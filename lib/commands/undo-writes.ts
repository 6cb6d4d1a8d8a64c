import type { OutboxRow, WriteGroupRow } from '@/lib/db/selling-rows';
import type { Write } from '@/lib/domain/outbox/write';
import { CommandError } from './command-deps';
import { cancelPending, endAsCancelled, isHalfDone } from './cancel-writes';
import { listingOfCreate } from './listing-of-create';
import { replanWrites } from './replan-writes';
import { sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';

/**
 * Takes a command back: what was not sent is cancelled, what was done is done the other way round, by the same door and
 * with the same guards. A price goes back only while the listing costs what the command made it cost.
 *
 * A listing that was made but is not on sale yet is taken away again.
 *
 * Skipped by write: `write-under-way` (sent, and its end is not known), `cannot-be-undone` (a deletion, a picture), and
 * whatever speaks against it now, `below-floor` among it. While something was under way it can be asked for again.
 *
 * @throws CommandError `not-found`, or `not-allowed` for a holiday (it is ended, not undone) and for what was undone before
 */
export async function undoWrites(deps: SellingDeps, groupId: string): Promise<Accepted> {
  const { db } = deps;
  return db.transaction('rw', sellingTables(db), async () => {
    const group = checkGroup(await db.writeGroups.get(groupId));
    const rows = await db.outbox.where('groupId').equals(groupId).toArray();
    const cancelled = await cancelPending(deps, rows);
    const flying: Planned[] = rows
      .filter(({ state }) => state === 'sending' || state === 'unknown')
      .map(({ id }) => ({ id, code: 'write-under-way' }));
    const halfDone = rows.filter(isHalfDone);
    await endAsCancelled(deps, halfDone);
    const done = await planInverses(deps, [...rows.filter(({ state }) => state === 'confirmed'), ...halfDone]);
    const sent = await sendWrites(deps, { kind: 'undo', summary: 'Taken back' }, [...done, ...flying]);
    const isOver = !sent.skipped.some(({ code }) => code === 'write-under-way');
    if (isOver && cancelled + sent.accepted > 0) {
      // Without a write of its own the command was stopped before it did anything: it took itself back.
      await db.writeGroups.put({ ...group, undoneBy: sent.groupId ?? group.id, updatedAt: deps.now() });
    }
    return { ...sent, accepted: sent.accepted + cancelled };
  });
}

function checkGroup(group: WriteGroupRow | undefined): WriteGroupRow {
  if (group === undefined) throw new CommandError('not-found', 'That is no longer known. Nothing was changed.');
  if (group.undoneBy !== null)
    throw new CommandError('not-allowed', 'That was taken back already. Nothing was changed.');
  if (group.kind === 'vacation-start')
    throw new CommandError('not-allowed', 'End the holiday instead. Nothing was changed.');
  if (group.kind === 'vacation-end')
    throw new CommandError('not-allowed', 'Start a holiday again instead. Nothing was changed.');
  return group;
}

async function planInverses(deps: SellingDeps, rows: readonly OutboxRow[]): Promise<readonly Planned[]> {
  const about = await Promise.all(rows.map((row) => aboutMade(deps, row)));
  const unknown = await unknownFloors(deps, about);
  const inverses = about.map((row) => ({ row, write: inverse(row, unknown) }));
  const final: Planned[] = inverses.flatMap(({ row, write }) =>
    write === null ? [{ id: row.id, code: 'cannot-be-undone' }] : [],
  );
  const planned = new Map(inverses.map(({ row, write }) => [row.id, write]));
  return [...(await replanWrites(deps, about, (row) => planned.get(row.id) ?? null)), ...final];
}

/** A create is about its pair until there is a listing; it is the listing that is taken away. */
async function aboutMade({ db }: SellingDeps, row: OutboxRow): Promise<OutboxRow> {
  if (row.write.kind !== 'listing/create') return row;
  const listing = await listingOfCreate(db, row);
  return listing === null ? row : { ...row, entityId: listing.id, externalId: listing.externalId };
}

/** Listings without a known floor. */
async function unknownFloors(deps: SellingDeps, rows: readonly OutboxRow[]): Promise<ReadonlySet<string>> {
  const ids = rows.filter(({ kind }) => kind === 'listing/price').map(({ entityId }) => entityId);
  const subjects = await deps.readListed([...new Set(ids)]);
  return new Set(subjects.filter(({ floor }) => floor.kind === 'unknown').map(({ listing }) => listing.id));
}

/** null: there is no way back. */
function inverse({ write, entityId, externalId }: OutboxRow, unknownFloor: ReadonlySet<string>): Write | null {
  switch (write.kind) {
    case 'listing/price': {
      const { from: to, to: from } = write;
      // Nobody said that it may go below the floor; but back up, where none is known, loses nothing.
      const belowFloor = unknownFloor.has(entityId) && to.minor >= from.minor;
      return { ...write, from, to, intoOffer: false, belowFloor };
    }
    case 'listing/activate':
      return { kind: 'listing/deactivate', externalId: write.externalId };
    case 'listing/deactivate':
      return { kind: 'listing/activate', externalId: write.externalId };
    case 'listing/create':
      return externalId === null ? null : { kind: 'listing/delete', externalId };
    default:
      return null;
  }
}
