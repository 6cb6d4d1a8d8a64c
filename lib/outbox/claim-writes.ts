import type { ArchvdDatabase } from '@/lib/db/database';
import { entitiesOnTheirWay } from '@/lib/db/repositories/open-writes';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { isOrderKind } from '@/lib/domain/outbox/write';
import { getRepricingMode, type RepricingMode } from '@/lib/db/repositories/repricing-state';
import type { FeeProfile } from '@/lib/domain/fees/fee-schedule';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import { shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { adoptListings } from './adopt-listing';
import { lookAtOrders } from './look-at-orders';
import { checkPrice } from './check-price';
import { nextStep, picturesOf, type Lane } from './lane';
import type { Turn } from './outbox-run';
import { priceTables, readPriceFacts } from './price-book';
import { CONFIRMED, ended, type RowChange } from './row-changes';

/** What lies outside of the database and is read before a claim. */
export interface Surroundings {
  readonly profile: FeeProfile;
  readonly regionId: string | null;
  readonly guards: Pick<GuardSettings, 'freshMinutes' | 'decisionMinutes'>;
}

/** Writes that may leave now, marked so; `before`: as they were, should nothing leave after all. */
export interface Claim {
  readonly lane: Lane;
  readonly rows: readonly OutboxRow[];
  readonly before: readonly OutboxRow[];
}

/** `nothing`: none may leave now. `again`: some ended or have to wait, so another look is worth it. */
export type Claiming = Claim | 'nothing' | 'again';

/** So many waiting writes are looked at in one claim; the oldest first. */
const WINDOW = 2500;
/** And so many of the newest, if there are more. */
const NEWEST = 500;
/** What waits for another write looks again after this. */
const WAIT_MS = 2000;
/** Longer than a request may take; tells only when the holder counts as dead. */
const LEASE_MS = 60_000;

/**
 * The one door out of `pending`: in a single transaction the oldest writes of one lane are checked once more against the
 * books as they are, and marked `sending`. Only after it has committed may their request leave.
 *
 * @param most how many the request takes, by lane
 * @param only these and no others, when a refused batch is being taken apart
 */
export async function claimWrites(
  turn: Turn,
  around: Surroundings,
  most: (lane: Lane) => number,
  only: readonly string[] | null,
): Promise<Claiming> {
  const { db } = turn.deps;
  return turn.inBooks([...priceTables(db), db.orders], async () => {
    const now = turn.now();
    const due = await dueWrites(turn, only, now);
    if (due.length === 0) return 'nothing';
    const changes = new Map<string, RowChange>();
    const candidates = await candidatesOf(turn, due, changes, now);
    const chosen = choose(candidates, most);
    const claim = chosen === null ? null : await checked(turn, around, chosen, changes, now);
    const rows = new Map(due.map((row) => [row.id, row]));
    const patched = [...changes].flatMap(([id, change]) => {
      const row = rows.get(id);
      return row === undefined ? [] : [{ ...row, ...change, updatedAt: now }];
    });
    await db.outbox.bulkPut([...patched, ...(claim?.rows ?? [])]);
    if (claim !== null && claim.rows.length > 0) return claim;
    return patched.length > 0 ? 'again' : 'nothing';
  });
}

async function dueWrites({ deps }: Turn, only: readonly string[] | null, now: Instant): Promise<readonly OutboxRow[]> {
  const { outbox } = deps.db;
  const rows =
    only === null
      ? await windowOf(deps.db, now)
      : (await outbox.bulkGet([...only])).filter((row) => row?.state === 'pending');
  // Who waits in front of the screen goes before what nobody waits for.
  // An order runs out, a price does not.
  const rank = (row: OutboxRow): number => (isOrderKind(row.kind) ? 0 : row.by === 'user' ? 1 : 2);
  return rows
    .filter((row) => row !== undefined)
    .toSorted((a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

interface Candidate {
  readonly row: OutboxRow;
  readonly lane: Lane;
}

/** What waits longest; where more waits than is looked at, the newest too: among it is what a person has just asked for. */
async function windowOf({ outbox }: ArchvdDatabase, now: Instant): Promise<readonly OutboxRow[]> {
  const due = outbox
    .where('[state+nextAt]')
    .between(['pending', Number.NEGATIVE_INFINITY], ['pending', now], true, true);
  const oldest = await due.clone().limit(WINDOW).toArray();
  if (oldest.length < WINDOW) return oldest;
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, not an array: nothing is turned in place
  const newest = await due.clone().reverse().limit(NEWEST).toArray();
  return [...new Map([...oldest, ...newest].map((row) => [row.id, row])).values()];
}

/** Those that may go as far as their order is concerned; how the others end or wait goes into `changes`. */
async function candidatesOf(
  turn: Turn,
  due: readonly OutboxRow[],
  changes: Map<string, RowChange>,
  now: Instant,
): Promise<readonly Candidate[]> {
  const { db } = turn.deps;
  const [mode, approved, states, busy, isUp] = await Promise.all([
    getRepricingMode(db),
    approvedGroups(turn, due),
    prerequisiteStates(turn, due),
    entitiesOnTheirWay(db),
    picturesUp(turn, due),
  ]);
  const creates = due.filter((row) => row.write.kind === 'listing/create');
  // Nothing is awaited that may not touch the database: it would end the transaction.
  if (creates.length > 0) await adoptListings(turn, creates, changes);
  const orders = due.filter(({ kind }) => isOrderKind(kind));
  const stands = orders.length > 0 ? await lookAtOrders(turn, orders) : new Map<string, RowChange>();
  const candidates: Candidate[] = [];
  for (const row of due) {
    const standing = changes.get(row.id);
    if (standing !== undefined) continue;
    const needed = row.after.map((id) => states.get(id));
    const lane = nextStep(row, isUp);
    if (isStopped(row, mode, approved)) changes.set(row.id, ended('superseded', 'paused'));
    else if (row.expiresAt !== null && row.expiresAt <= now) changes.set(row.id, ended('expired', 'too-old'));
    else if (needed.some((state) => state === 'failed')) changes.set(row.id, ended('rejected', 'prerequisite'));
    else if (lane === null) changes.set(row.id, CONFIRMED);
    else if (needed.some((state) => state === 'open') || busy.has(row.entityId)) {
      changes.set(row.id, { nextAt: shiftInstant(now, WAIT_MS) });
    } else if (stands.has(row.id)) {
      changes.set(row.id, stands.get(row.id) ?? CONFIRMED);
    } else {
      candidates.push({ row, lane });
      // A second write of the same listing waits until this one has ended.
      busy.add(row.entityId);
    }
  }
  return candidates;
}

/** Whether repricing does not let a rule's write go: paused, or neither live nor let go by a person. */
export function isStopped(row: OutboxRow, mode: RepricingMode, approved: ReadonlySet<string>): boolean {
  if (row.by !== 'rule' || mode === 'live') return false;
  return mode === 'paused' || !approved.has(row.groupId);
}

/** Of the groups of these writes, those that a person let go. */
export async function approvedGroups({ deps }: Turn, rows: readonly OutboxRow[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(rows.flatMap((row) => (row.by === 'rule' ? [row.groupId] : [])))];
  const groups = await deps.db.writeGroups.bulkGet(ids);
  return new Set(groups.flatMap((group) => (group?.approved === true ? [group.id] : [])));
}

async function prerequisiteStates(
  { deps }: Turn,
  due: readonly OutboxRow[],
): Promise<ReadonlyMap<string, 'confirmed' | 'open' | 'failed'>> {
  const ids = [...new Set(due.flatMap((row) => row.after))];
  const rows = await deps.db.outbox.bulkGet(ids);
  return new Map(
    ids.map((id, index) => {
      const state = rows[index]?.state;
      if (state === 'confirmed') return [id, 'confirmed'];
      return [id, state === 'pending' || state === 'sending' || state === 'unknown' ? 'open' : 'failed'];
    }),
  );
}

/** Which pictures of these writes are at the marketplace. One that was thrown away is not waited for. */
async function picturesUp({ deps }: Turn, rows: readonly OutboxRow[]): Promise<(pictureId: string) => boolean> {
  const ids = [...new Set(rows.flatMap(picturesOf))];
  const pictures = await deps.db.listingPictures.bulkGet(ids);
  const waiting = new Set(
    pictures.flatMap((picture) =>
      picture !== undefined && picture.externalId === null && picture.dataUrl !== null ? [picture.id] : [],
    ),
  );
  return (id) => !waiting.has(id);
}

function choose(
  candidates: readonly Candidate[],
  most: (lane: Lane) => number,
): { readonly lane: Lane; readonly rows: readonly OutboxRow[] } | null {
  for (const lane of new Set(candidates.map((one) => one.lane))) {
    const room = most(lane);
    const rows = candidates.flatMap((one) => (one.lane === lane ? [one.row] : [])).slice(0, room);
    if (rows.length > 0) return { lane, rows };
  }
  return null;
}

/** The guards on what is about to leave; what they stop ends here. */
async function checked(
  turn: Turn,
  around: Surroundings,
  { lane, rows }: { readonly lane: Lane; readonly rows: readonly OutboxRow[] },
  changes: Map<string, RowChange>,
  now: Instant,
): Promise<Claim> {
  const { db } = turn.deps;
  const facts = await readPriceFacts(db, rows, { ...around, now });
  const passed = rows.filter((row) => {
    const found = facts.get(row.id);
    if (found === undefined) return false;
    const stop = checkPrice(row, found, around.guards, now);
    if (stop !== null) changes.set(row.id, stop);
    return stop === null;
  });
  const sent = passed.map((row): OutboxRow => ({
    ...row,
    state: 'sending',
    attempts: row.attempts + 1,
    lease: { fence: turn.run.fence, until: shiftInstant(now, LEASE_MS) },
    sentAt: now,
    batchId: null,
    problem: null,
    updatedAt: now,
  }));
  return { lane, rows: sent, before: passed };
}
