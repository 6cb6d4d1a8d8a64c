import { Dexie } from 'dexie';
import type { Money } from '@/lib/domain/money/money';
import { add, subtract } from '@/lib/domain/money/arithmetic';
import { isOpenWrite } from '@/lib/domain/outbox/write';
import type { RunHistory } from '@/lib/domain/repricing/plan-run';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { RepricingDecisionRow } from '../repricing-rows';
import { getMeta, setMeta } from './meta';

const ASKED = 'repricing/asked';
const CANCELLED = 'repricing/cancelled';
const READING = 'repricing/reading';

/** Two years: long enough for every question about a sale and its tax. */
const DECISIONS_KEPT_MS = 2 * 365 * DAY_MS;

/** Notes that a person wants a run, for the job that makes it. Call it in the transaction that makes the job due. */
export async function askForRun(db: ArchvdDatabase, now: Instant): Promise<void> {
  await setMeta(db, ASKED, now, now);
  await setMeta(db, CANCELLED, null, now);
}

export async function isRunAskedFor(db: ArchvdDatabase): Promise<boolean> {
  return (await getMeta(db, ASKED)) !== null;
}

/** The wish is met, or cannot be. */
export async function forgetAskedRun(db: ArchvdDatabase, now: Instant): Promise<void> {
  if (await isRunAskedFor(db)) await setMeta(db, ASKED, null, now);
}

/** Withdraws the wish, and ends the run that is being made: it decides nothing. Call it in a transaction. */
export async function cancelRun(db: ArchvdDatabase, now: Instant): Promise<void> {
  await forgetAskedRun(db, now);
  await setMeta(db, CANCELLED, now, now);
}

/** Whether a run that began at `startedAt` is not wanted any more. */
export async function isRunCancelled(db: ArchvdDatabase, startedAt: Instant): Promise<boolean> {
  const at = await getMeta(db, CANCELLED);
  return typeof at === 'number' && at >= startedAt;
}

/** How far a run is with reading prices, in products. */
export interface RunReading {
  readonly done: number;
  readonly of: number;
}

/** Notes it for the screens; the run itself goes by its cursors. */
export async function noteReading(
  db: ArchvdDatabase,
  runId: string,
  { done, of }: RunReading,
  now: Instant,
): Promise<void> {
  await setMeta(db, READING, `${done}/${of}/${runId}`, now);
}

/** null: this run has read nothing yet. */
export async function runReading(db: ArchvdDatabase, runId: string): Promise<RunReading | null> {
  const noted = await getMeta(db, READING);
  const [done, of, whose] = typeof noted === 'string' ? noted.split('/') : [];
  return whose === runId ? { done: Number(done), of: Number(of) } : null;
}

/** Whether the seller is on holiday: nothing is priced while all listings are taken off. */
export async function isAway(db: ArchvdDatabase): Promise<boolean> {
  return (await db.vacations.toArray()).some(({ endedAt }) => endedAt === null);
}

/** What each listing's last stored decision says, up to `until`; a listing that was never decided on is left out. */
export async function lastDecisions(
  db: ArchvdDatabase,
  listingIds: readonly string[],
  until: unknown = Dexie.maxKey,
): Promise<ReadonlyMap<string, RepricingDecisionRow>> {
  const found = await Promise.all(
    listingIds.map((id) =>
      db.repricingDecisions.where('[listingId+at]').between([id, Dexie.minKey], [id, until], true, true).last(),
    ),
  );
  return new Map(found.flatMap((row) => (row === undefined ? [] : [[row.listingId, row]])));
}

/** What rules changed in the last 24 hours: sent or on its way. What came to nothing does not count. */
export async function runHistory(db: ArchvdDatabase, now: Instant): Promise<RunHistory> {
  const groups = await db.writeGroups.where('createdAt').above(shiftInstant(now, -DAY_MS)).toArray();
  const byRules = groups.filter(({ by }) => by === 'rule').map(({ id }) => id);
  const rows = await db.outbox.where('groupId').anyOf(byRules).toArray();
  const counting = rows.filter(({ state }) => state === 'confirmed' || isOpenWrite(state));
  return {
    changesToday: counting.length,
    loweredToday: counting.reduce<Money | null>((sum, { write }) => {
      if (write.kind !== 'listing/price' || write.to.minor >= write.from.minor) return sum;
      const lowered = subtract(write.from, write.to);
      if (sum === null) return lowered;
      return sum.currency === lowered.currency ? add(sum, lowered) : sum;
    }, null),
  };
}

/** Drops decisions that are older than two years. @returns how many went */
export async function pruneDecisions(db: ArchvdDatabase, now: Instant): Promise<number> {
  const before = shiftInstant(now, -DECISIONS_KEPT_MS);
  return db.transaction('rw', [db.repricingDecisions, db.repricingRuns], async () => {
    await db.repricingRuns.where('startedAt').below(before).delete();
    return db.repricingDecisions.where('at').below(before).delete();
  });
}
