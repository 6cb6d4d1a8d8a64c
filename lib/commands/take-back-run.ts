import type { AnyTable } from '@/lib/db/database';
import type { OutboxRow, WriteGroupRow } from '@/lib/db/selling-rows';
import { isOpenWrite } from '@/lib/domain/outbox/write';
import { enqueueTables } from '@/lib/outbox/enqueue';
import { cancelPending } from './cancel-writes';
import { keepUndoStanding } from './keep-undo-standing';
import { carriedOut, waysBack, type RunUndoDeps, type WayBack } from './run-way-back';
import type { Accepted } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';
import { UNDO_REFUSALS } from './undo-refusals';

/** `skipped` by listing. */
export interface RunTakenBack extends Accepted {
  /** Listings on their way: they go back as soon as they have arrived. */
  readonly later: number;
}

const UNDER_WAY = 'write-under-way';

/** Tables that taking a run back reads and writes. */
export function runUndoTables({ db, inputTables }: RunUndoDeps): AnyTable[] {
  const own = [db.repricingDecisions, db.repricingRules, db.activity, db.meta];
  return [...new Set([...own, ...enqueueTables(db), ...inputTables])];
}

/**
 * Takes a run back as far as it has arrived, and remembers what has not: a listing the run is still changing, or that
 * something else is under way about, goes back by itself as soon as that has ended. In a transaction over `runUndoTables`.
 *
 * @param moment `asked`: a person waits for the answer. `late`: they asked before, so it is only about what is remembered,
 *   and what may not go back is told in the tracker
 */
export async function takeBackRun(
  deps: RunUndoDeps,
  rows: readonly OutboxRow[],
  moment: 'asked' | 'late',
): Promise<RunTakenBack> {
  const groups = await groupsOf(deps, rows);
  const wanted = rows.filter((row) => isWanted(row, groups.get(row.groupId), moment));
  const cancelled = wanted.filter(({ state }) => state === 'pending');
  await cancelPending(deps, cancelled);
  const ways = await waysBack(deps, carriedOut(wanted));
  // A way back of its own was begun before: what that is waiting for is no reason to go back once more.
  const mayWait = ({ carried }: WayBack) => moment === 'late' || groups.get(carried.row.groupId)?.undoneBy === null;
  const waits = new Set(ways.filter((way) => way.code === UNDER_WAY && mayWait(way)));
  const ready = ways.filter((way) => !waits.has(way));
  const sent = await sendWrites(
    deps,
    { kind: 'undo', summary: 'Taken back' },
    ready.map((way) => plannedOf(way, moment)),
  );
  const waiting = new Set([
    ...wanted.filter(isFlying).map(({ id }) => id),
    ...[...waits].flatMap(({ carried }) => carried.writeIds),
  ]);
  await keepStandings(deps, groups, { wanted, waiting, cancelled, undoneBy: sent.groupId });
  const later = new Set(wanted.filter(({ id }) => waiting.has(id)).map(({ entityId }) => entityId)).size;
  return { ...sent, accepted: sent.accepted + cancelled.length, later };
}

const isFlying = ({ state }: OutboxRow): boolean => isOpenWrite(state) && state !== 'pending';

async function groupsOf({ db }: RunUndoDeps, rows: readonly OutboxRow[]): Promise<ReadonlyMap<string, WriteGroupRow>> {
  const groups = await db.writeGroups.bulkGet([...new Set(rows.map(({ groupId }) => groupId))]);
  return new Map(groups.flatMap((group) => (group === undefined ? [] : [[group.id, group]])));
}

/** Taken back before in part, it is only about what had not arrived then: of the rest nothing goes back twice. */
function isWanted(row: OutboxRow, group: WriteGroupRow | undefined, moment: 'asked' | 'late'): boolean {
  const remembered = group?.undoWanted?.writeIds;
  return remembered === undefined ? moment === 'asked' : remembered.includes(row.id);
}

function plannedOf({ carried, back, code }: WayBack, moment: 'asked' | 'late'): Planned {
  const id = carried.row.entityId;
  if (code === null) return { id, write: back };
  if (moment === 'asked') return { id, code };
  const problem = { code: UNDO_REFUSALS[code] ?? 'prerequisite', message: '' };
  return { id, write: back, summary: 'Not taken back', as: { state: 'rejected', problem } };
}

interface Standing {
  readonly wanted: readonly OutboxRow[];
  readonly waiting: ReadonlySet<string>;
  readonly cancelled: readonly OutboxRow[];
  readonly undoneBy: string | null;
}

async function keepStandings(
  deps: RunUndoDeps,
  groups: ReadonlyMap<string, WriteGroupRow>,
  { wanted, waiting, cancelled, undoneBy }: Standing,
): Promise<void> {
  for (const groupId of new Set(wanted.map((row) => row.groupId))) {
    const group = groups.get(groupId);
    if (group === undefined) continue;
    const ofGroup = wanted.filter((row) => row.groupId === groupId && waiting.has(row.id)).map(({ id }) => id);
    // Without a write of its own the command was stopped before it did anything: it took itself back.
    const itself = cancelled.some((row) => row.groupId === groupId) ? groupId : null;
    const by = undoneBy ?? group.undoneBy ?? group.undoWanted?.undoneBy ?? itself;
    await keepUndoStanding(deps.db, group, { waiting: ofGroup, undoneBy: by }, deps.now());
  }
}
