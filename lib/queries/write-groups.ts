import type { ArchvdDatabase } from '@/lib/db/database';
import type { OutboxRow, WriteGroupRow } from '@/lib/db/selling-rows';
import { isOpenWrite, type WriteProblem, type WriteState } from '@/lib/domain/outbox/write';
import { nameWrites, type NamedWrite } from './named-writes';
import { newestFirst } from './newest-first';

/** How far a command is. */
export interface WriteGroup {
  readonly group: WriteGroupRow;
  readonly counts: Readonly<Record<WriteState, number>>;
  /** Still under way. */
  readonly open: number;
  /** Ended otherwise than wanted and not tried again; those that only gave way to another wish are told apart in `counts.superseded`. */
  readonly failed: number;
  /** Superseded, and what was found waits for a word of the person. */
  readonly conflicts: number;
  /** The first different problems, at most three. */
  readonly problems: readonly WriteProblem[];
}

export interface WriteGroupsRequest {
  readonly limit: number;
  /** Only what is under way, or ended with something the person has not seen yet. */
  readonly openOnly?: boolean;
}

const PROBLEMS_TOLD = 3;

/** Commands to the marketplace, newest first, with how many of their writes stand how. */
export async function readWriteGroups(
  db: ArchvdDatabase,
  { limit, openOnly = false }: WriteGroupsRequest,
): Promise<readonly WriteGroup[]> {
  if (!openOnly) return countWrites(db, await newestFirst(db.writeGroups.orderBy('createdAt')).limit(limit).toArray());
  const ids = new Set<string>();
  const waiting = db.outbox.where('[state+nextAt]').inAnyRange(WAITING.map((state) => statesOf(state)));
  await waiting.each(({ state, conflict, groupId, retriedAt }) => {
    if (retriedAt === undefined && (state !== 'superseded' || conflict !== null)) ids.add(groupId);
  });
  const groups = (await db.writeGroups.bulkGet([...ids])).flatMap((group) => group ?? []);
  const unseen = groups.filter(({ dismissedAt }) => dismissedAt === null);
  return countWrites(db, unseen.toSorted((a, b) => b.createdAt - a.createdAt).slice(0, limit));
}

/** States in which a write has something to say to the person. */
const WAITING: readonly WriteState[] = ['pending', 'sending', 'unknown', 'rejected', 'superseded', 'expired', 'dead'];

function statesOf(state: WriteState): [[WriteState, number], [WriteState, number]] {
  return [
    [state, -Infinity],
    [state, Infinity],
  ];
}

/** One command; null: not known. */
export async function readWriteGroup(db: ArchvdDatabase, groupId: string): Promise<WriteGroup | null> {
  const group = await db.writeGroups.get(groupId);
  return group === undefined ? null : ((await countWrites(db, [group]))[0] ?? null);
}

async function countWrites(db: ArchvdDatabase, groups: readonly WriteGroupRow[]): Promise<readonly WriteGroup[]> {
  const tallies = new Map(groups.map((group) => [group.id, emptyTally(group)]));
  await db.outbox
    .where('groupId')
    .anyOf(groups.map(({ id }) => id))
    .each((row) => count(tallies.get(row.groupId), row));
  return [...tallies.values()];
}

type Tally = { -readonly [K in keyof WriteGroup]: WriteGroup[K] } & {
  counts: Record<WriteState, number>;
  problems: WriteProblem[];
};

function emptyTally(group: WriteGroupRow): Tally {
  const counts: Record<WriteState, number> = {
    pending: 0,
    sending: 0,
    unknown: 0,
    confirmed: 0,
    rejected: 0,
    superseded: 0,
    expired: 0,
    dead: 0,
  };
  return { group, counts, open: 0, failed: 0, conflicts: 0, problems: [] };
}

function count(tally: Tally | undefined, { state, problem, conflict, retriedAt }: OutboxRow): void {
  if (tally === undefined) return;
  tally.counts[state] += 1;
  if (retriedAt !== undefined) return;
  if (isOpenWrite(state)) tally.open += 1;
  if (state === 'rejected' || state === 'expired' || state === 'dead') tally.failed += 1;
  if (state === 'superseded' && conflict !== null) tally.conflicts += 1;
  if (problem === null || isOpenWrite(state) || tally.problems.length === PROBLEMS_TOLD) return;
  const isTold = tally.problems.some(({ code, message }) => code === problem.code && message === problem.message);
  if (!isTold) tally.problems.push(problem);
}

export interface WritesRequest {
  readonly offset: number;
  readonly limit: number;
  readonly state?: WriteState;
}

/** The writes of a command in the order they were asked for, with what they are about. */
export async function readWrites(
  db: ArchvdDatabase,
  groupId: string,
  { offset, limit, state }: WritesRequest,
): Promise<{ readonly total: number; readonly rows: readonly NamedWrite[] }> {
  const all = await db.outbox.where('groupId').equals(groupId).toArray();
  const found = state === undefined ? all : all.filter((row) => row.state === state);
  const ordered = found.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  return { total: found.length, rows: await nameWrites(db, ordered.slice(offset, offset + limit)) };
}

/** Changes that met something else than they expected and wait for a word of the person, newest first. */
export async function readOpenConflicts(db: ArchvdDatabase): Promise<readonly NamedWrite[]> {
  const rows = await db.outbox
    .where('[state+nextAt]')
    .between(...statesOf('superseded'))
    .filter(({ conflict }) => conflict !== null)
    .toArray();
  return nameWrites(
    db,
    rows.toSorted((a, b) => b.updatedAt - a.updatedAt),
  );
}
