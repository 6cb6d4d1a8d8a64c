import type { AnyTable, ArchvdDatabase } from '@/lib/db/database';
import { openWritesAbout } from '@/lib/db/repositories/open-writes';
import { readUndoWishes } from '@/lib/db/repositories/undo-wishes';
import type { OutboxRow, WriteGroupRow } from '@/lib/db/selling-rows';
import type { Write } from '@/lib/domain/outbox/write';
import { CommandError } from './command-deps';
import { cancelPending, endAsCancelled, isHalfDone } from './cancel-writes';
import { keepUndoStanding } from './keep-undo-standing';
import { listingOfCreate } from './listing-of-create';
import { replanWrites } from './replan-writes';
import { sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';
import { HAVE_WAY_BACK, inverse } from './inverse';
import { UNDO_REFUSALS } from './undo-refusals';

/** Its way back cannot begin yet. */
const UNDER_WAY = 'write-under-way';

/**
 * Takes a command back: what was not sent is cancelled, what was done is done the other way round, by the same door and
 * with the same guards. A price goes back only while the listing costs what the command made it cost.
 *
 * A listing that was made but is not on sale yet is taken away again.
 *
 * Skipped by write: `write-under-way` (it, or something else about its listing, was sent and has no end yet: it is
 * remembered, and taken back by `carryUndoWishes` as soon as it can be), `cannot-be-undone` (a deletion, a picture), and
 * whatever speaks against it now, `below-floor` among it. Asked for again, it is about what is remembered alone.
 *
 * @throws CommandError `not-found`, or `not-allowed` for a holiday (it is ended, not undone) and for what was undone before
 */
export async function undoWrites(deps: SellingDeps, groupId: string): Promise<Accepted> {
  const { db } = deps;
  return db.transaction('rw', undoTables(db), async () => {
    const group = checkGroup(await db.writeGroups.get(groupId));
    if (group.kind === 'undo') await keepTheRest(deps, group);
    return takeBack(deps, group, 'asked');
  });
}

/** Who takes an undo back does not want the rest of what it was about undone either, once that has arrived. */
async function keepTheRest(deps: SellingDeps, { id }: WriteGroupRow): Promise<void> {
  const { db } = deps;
  for (const wished of await db.writeGroups.bulkGet([...(await readUndoWishes(db))]))
    if (wished?.undoWanted?.undoneBy === id)
      await keepUndoStanding(db, wished, { waiting: [], undoneBy: id }, deps.now());
}

/** Tables that taking back reads and writes. */
export function undoTables(db: ArchvdDatabase): AnyTable[] {
  return [...sellingTables(db), db.meta];
}

/** `asked`: a person waits for the answer. `late`: they asked before, and what cannot be is told in the tracker. */
type Moment = 'asked' | 'late';

/** The same for a command that may be taken back, in a transaction over `undoTables`. */
export async function takeBack(deps: SellingDeps, group: WriteGroupRow, moment: Moment): Promise<Accepted> {
  const { db } = deps;
  const rows = await rowsToTakeBack(deps, group);
  const cancelled = await cancelPending(deps, rows);
  const halfDone = rows.filter(isHalfDone);
  await endAsCancelled(deps, halfDone);
  const arrived = [...rows.filter(({ state }) => state === 'confirmed'), ...halfDone];
  const done = await planInverses(deps, arrived, moment);
  const flying = rows
    .filter(({ state }) => state === 'sending' || state === 'unknown')
    .map(({ id, kind }) => ({ id, code: HAVE_WAY_BACK.has(kind) ? UNDER_WAY : 'cannot-be-undone' }));
  const sent = await sendWrites(deps, { kind: 'undo', summary: 'Taken back' }, [...done, ...flying]);
  const waiting = sent.skipped.filter(({ code }) => code === UNDER_WAY).map(({ id }) => id);
  // Without a write of its own the command was stopped before it did anything: it took itself back.
  const undoneBy = sent.groupId ?? group.undoWanted?.undoneBy ?? (cancelled > 0 ? group.id : null);
  await keepUndoStanding(db, group, { waiting, undoneBy }, deps.now());
  return { ...sent, accepted: sent.accepted + cancelled };
}

/** Taken back before in part, it is only about what had not arrived then: of the rest nothing goes back twice. */
async function rowsToTakeBack({ db }: SellingDeps, { id, undoWanted }: WriteGroupRow): Promise<readonly OutboxRow[]> {
  if (undoWanted === undefined) return db.outbox.where('groupId').equals(id).toArray();
  return (await db.outbox.bulkGet([...undoWanted.writeIds])).flatMap((row) => row ?? []);
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

async function planInverses(
  deps: SellingDeps,
  rows: readonly OutboxRow[],
  moment: Moment,
): Promise<readonly Planned[]> {
  const about = await Promise.all(rows.map((row) => aboutMade(deps, row)));
  const unknown = await unknownFloors(deps, about);
  const writes = new Map(about.map((row) => [row.id, inverse(row, unknown)]));
  const final: Planned[] = about.flatMap(({ id }) =>
    writes.get(id) === null ? [{ id, code: 'cannot-be-undone' }] : [],
  );
  const planned = await replanWrites(deps, about, ({ id }) => writes.get(id) ?? null);
  return [...(moment === 'late' ? await toldLate(deps, about, planned, writes) : planned), ...final];
}

/**
 * Nobody waits for the answer any more. What else is under way about a listing is let through first, since it may be the
 * way back of a later change; and what may not go back ends as the last look before sending would have ended it, so that
 * the tracker tells and it can be tried again.
 */
async function toldLate(
  deps: SellingDeps,
  rows: readonly OutboxRow[],
  planned: readonly Planned[],
  writes: ReadonlyMap<string, Write | null>,
): Promise<readonly Planned[]> {
  const entityOf = new Map(rows.map(({ id, entityId }) => [id, entityId]));
  const open = await openWritesAbout(deps.db, [...entityOf.values()]);
  return planned.map((each): Planned => {
    const { id } = each;
    const [entityId, write] = [entityOf.get(id) ?? '', writes.get(id) ?? null];
    if (open.has(entityId)) return { id, code: UNDER_WAY };
    if ('write' in each || write === null || each.code === 'already-so') return each;
    const problem = { code: UNDO_REFUSALS[each.code] ?? 'prerequisite', message: '' };
    const as = { state: 'rejected', problem } as const;
    return { id, write: { id: deps.newId(), entityId, write }, summary: 'Not taken back', as };
  });
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
