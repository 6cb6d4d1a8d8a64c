import { hasCode, isOfOneThing } from '@/lib/domain/errors/market-error';
import { ageOf, MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { beginDrain, type OpenBatch } from './begin-drain';
import { claimWrites, type Claim, type Surroundings } from './claim-writes';
import { followBatch } from './follow-batch';
import { nextOrderMoment, orderRound } from './order-round';
import { beginTurn, type OutboxDeps, type OutboxRun, type OutboxVerdict, type Turn } from './outbox-run';
import { forgetQuota, mostOf, quotaLeft } from './quota';
import { nextReadBack, readBack } from './read-back';
import { sendWrites } from './send-writes';
import { stillMaySend } from './still-may-send';
import { takeBack } from './take-back';
import { turnFor } from './turn-for';

/** In one turn no more than this is spent waiting; what needs longer comes back by its moment. */
const MOST_WAITING_MS = 10_000;
/** A batch whose state cannot be read is looked at again after this. */
const TROUBLE_MS = 10_000;
/** However long it cannot be read, it is looked at every quarter of an hour. */
const MOST_AGE_MS = 150 * MINUTE_MS;
/** A batch that is older counts as stuck. */
const STUCK_MS = 30 * MINUTE_MS;
/** How long a full account is left alone. */
const FULL_MS = 5000;
/** The same when nothing of ours is under way, so that nobody knows when there will be room. */
const FULL_BY_OTHERS_MS = 60_000;

/** What a turn holds in memory; all of it can be told again from the books. */
interface Desk {
  readonly turn: Turn;
  /** Batches under way, by id, with when they are looked at next. */
  readonly open: Map<string, OpenBatch & { readonly lookAt: Instant }>;
  /** Parts of a refused batch, to be sent by themselves. */
  readonly parts: (readonly string[])[];
  /** Until when the account takes no more operations. */
  fullUntil: Instant | null;
}

/**
 * Brings waiting writes to the marketplace and finds out what came of those under way: what concerns orders first, then
 * reads back what is unknown, looks at batches, claims and sends what may go, until nothing is left or the turn is over.
 *
 * Whatever dies or gets lost on the way, each decision has at most one effect: a write is committed as `sending` before
 * its request leaves, one with an unknown outcome is read before anything else, and every value is absolute or compared
 * by the marketplace.
 *
 * @throws MarketError when nothing may be asked for the time being, StaleRun when another holder took the job over
 */
export async function drainOutbox(deps: OutboxDeps, run: OutboxRun): Promise<OutboxVerdict> {
  const desk: Desk = { turn: beginTurn(deps, run), open: new Map(), parts: [], fullUntil: null };
  for (const batch of await beginDrain(desk.turn)) follow(desk, batch, 0);
  let waited = 0;
  for (;;) {
    // Before anything else leaves: what is wanted back is not sent a second time, and its way back goes with the next.
    await deps.carryUndoWishes();
    if (run.shouldYield()) return (await nextMoment(desk)) === null ? 'done' : 'more';
    if (
      (await serveOrders(desk)) ||
      (await resolveUnknown(desk)) ||
      (await lookAtBatches(desk)) ||
      (await sendNext(desk))
    )
      continue;
    const next = await nextMoment(desk);
    if (next === null) return 'done';
    const wait = Math.max(1, next - deps.clock.now());
    if (waited + wait > MOST_WAITING_MS) return { waitUntil: next };
    waited += wait;
    await deps.sleep(wait);
  }
}

function follow(desk: Desk, batch: OpenBatch, inMs: number): void {
  desk.open.set(batch.batchId, { ...batch, lookAt: shiftInstant(desk.turn.now(), inMs) });
}

/** An order runs out, whatever else waits, and however full the account is. */
async function serveOrders(desk: Desk): Promise<boolean> {
  const { due, hasRead } = await orderRound(desk.turn);
  if (hasRead) return true;
  return due.length > 0 && (await claimAndSend(desk, () => 1, due)) !== 'nothing';
}

async function resolveUnknown(desk: Desk): Promise<boolean> {
  const found = await readBack(desk.turn);
  for (const batch of found ?? []) follow(desk, batch, 0);
  return found !== null;
}

async function lookAtBatches(desk: Desk): Promise<boolean> {
  const now = desk.turn.now();
  const due = [...desk.open.values()].find(({ lookAt }) => lookAt <= now);
  if (due === undefined) return false;
  const again = await followBatch(turnFor(desk.turn, due.rows), due.batchId, due.rows).catch((error: unknown) => {
    // The longer it cannot be read, the less another look a moment later will tell.
    if (isOfOneThing(error) || hasCode(error, 'forbidden')) return Math.max(TROUBLE_MS, sentAgo(due, now) / 10);
    throw error;
  });
  if (again === null) desk.open.delete(due.batchId);
  else follow(desk, due, again);
  return true;
}

function sentAgo({ rows }: OpenBatch, now: Instant): number {
  const age = ageOf(rows[0]?.sentAt ?? null, now);
  return Number.isFinite(age) ? Math.min(age, MOST_AGE_MS) : 0;
}

/** One claim and its request. @returns whether there was anything to do */
async function sendNext(desk: Desk): Promise<boolean> {
  const { turn } = desk;
  if ((await nextPending(turn, turn.now())) === null) return false;
  const left = await room(desk);
  const part = left === 0 ? null : (desk.parts.shift() ?? null);
  // A full account takes no listings; what concerns an order goes all the same.
  const most = (lane: Claim['lane']): number => mostOf(lane, left, turn.deps.marketplace.maxBatchIds);
  return (await claimAndSend(desk, most, part)) !== 'nothing' || part !== null;
}

/** @param only these and no others; null: whatever waits longest */
async function claimAndSend(
  desk: Desk,
  most: (lane: Claim['lane']) => number,
  only: readonly string[] | null,
): Promise<'done' | 'nothing'> {
  const { turn } = desk;
  const around = await surroundings(turn);
  const claim = await claimWrites(turn, around, most, only);
  if (claim === 'nothing') return 'nothing';
  if (claim === 'again') return 'done';
  if (await stillMaySend(turn, claim, around)) await send(desk, claim);
  else await takeBack(turn, claim);
  return 'done';
}

/** How many operations may be added now; a full account is left alone for a while. */
async function room(desk: Desk): Promise<number> {
  const { turn } = desk;
  const now = turn.now();
  if (desk.fullUntil !== null && desk.fullUntil > now) return 0;
  const own = operationsUnderWay(desk, now);
  const left = await quotaLeft(turn, own);
  if (left === 0) desk.fullUntil = shiftInstant(turn.now(), own > 0 ? FULL_MS : FULL_BY_OTHERS_MS);
  return left;
}

async function send(desk: Desk, claim: Claim): Promise<void> {
  try {
    const sent = await sendWrites(turnFor(desk.turn, claim.rows), claim);
    if (sent.kind === 'split') desk.parts.unshift(...sent.parts);
    if (sent.kind === 'accepted') follow(desk, sent, firstLook(claim.rows.length));
  } catch (error) {
    // A full account is refused like too many requests; the next claim asks how full it is.
    if (hasCode(error, 'rate-limited')) await forgetQuota(desk.turn);
    throw error;
  }
}

/** Settings lie outside of the database, so they are read before a claim, and compared before its request leaves. */
async function surroundings({ deps }: Turn): Promise<Surroundings> {
  const [profile, regionId, guards] = await Promise.all([deps.feeProfile(), deps.regionId(), deps.guards()]);
  return { profile, regionId, guards };
}

/** A batch that does not end keeps no others back: whether there is room for them alias says itself. */
function operationsUnderWay({ open }: Desk, now: Instant): number {
  let sum = 0;
  for (const batch of open.values()) if (sentAgo(batch, now) < STUCK_MS) sum += batch.rows.length;
  return sum;
}

/** A small batch is done in no time, a large one takes its own. */
function firstLook(writes: number): number {
  return Math.min(500, 150 + writes);
}

/** When anything is to be done next; null: nothing is under way. */
async function nextMoment(desk: Desk): Promise<Instant | null> {
  const pending = await nextPending(desk.turn, null);
  const moments = [
    ...[...desk.open.values()].map(({ lookAt }) => lookAt),
    await nextReadBack(desk.turn),
    await nextOrderMoment(desk.turn),
    pending !== null && desk.fullUntil !== null && desk.fullUntil > pending ? desk.fullUntil : pending,
  ].filter((moment) => moment !== null);
  return moments.toSorted((a, b) => a - b)[0] ?? null;
}

/** @param until null: whenever */
async function nextPending({ deps }: Turn, until: Instant | null): Promise<Instant | null> {
  const first = await deps.db.outbox
    .where('[state+nextAt]')
    .between(['pending', Number.NEGATIVE_INFINITY], ['pending', until ?? Number.POSITIVE_INFINITY], true, true)
    .first();
  return first?.nextAt ?? null;
}
