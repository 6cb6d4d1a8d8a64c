import { isAway, lastDecisions } from '@/lib/db/repositories/repricing-runs';
import { getRepricingMode } from '@/lib/db/repositories/repricing-state';
import type { RepricingDecisionRow, RepricingRunRow } from '@/lib/db/repricing-rows';
import { isSameAmount } from '@/lib/domain/money/same-amount';
import type { DecisionInput } from '@/lib/domain/repricing/decision';
import type { RunPlan } from '@/lib/domain/repricing/plan-run';
import { MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { enqueueGroup, enqueueTables, type NewWrite } from '@/lib/outbox/enqueue';
import { CommandError, type CommandDeps } from './command-deps';

/** What a person let go is not sent any more after this. */
const APPROVAL_MS = 30 * MINUTE_MS;

export interface ApplyDeps extends CommandDeps {
  /** What the rules would do now, listing by listing in the same order, by the function that makes every run. */
  decide(): Promise<{ readonly items: readonly DecisionInput[]; readonly plan: RunPlan }>;
}

export interface Applied {
  readonly groupId: string | null;
  readonly accepted: number;
  /** By listing: `changed-since`, `write-under-way`, `not-live`, or why it would be left as it is now. */
  readonly skipped: readonly { readonly id: string; readonly code: string }[];
}

/**
 * Applies the changes of a preview that still hold: all is decided anew on what is known now, and only what comes out at
 * the same price goes out. It goes out in preview mode too, since a person has looked at it; never while paused.
 *
 * @param listingIds null: all changes of that preview
 * @throws CommandError `not-found`, `not-allowed`
 */
export async function applyRun(deps: ApplyDeps, runId: string, listingIds: readonly string[] | null): Promise<Applied> {
  const { db } = deps;
  const run = await db.repricingRuns.get(runId);
  if (run === undefined || run.finishedAt === null)
    throw new CommandError('not-found', 'That run is no longer there. Nothing was changed.');
  const decided = await deps.decide();
  const tables = [db.meta, db.vacations, db.repricingRuns, db.repricingDecisions, ...enqueueTables(db)];
  return db.transaction('rw', tables, async () => {
    await checkAllowed(deps);
    const seen = await changesSeen(deps, run, decided.items, listingIds);
    const { writes, skipped } = stillHolding(seen, decided, deps.now());
    const done = await enqueueGroup(deps, { kind: 'reprice', by: 'rule', runId, approved: true }, writes);
    if (done.groupId !== null) await db.repricingRuns.update(runId, { groupId: done.groupId });
    return { ...done, skipped: [...skipped, ...done.skipped] };
  });
}

async function checkAllowed({ db }: CommandDeps): Promise<void> {
  if ((await getRepricingMode(db)) === 'paused')
    throw new CommandError('not-allowed', 'Repricing is paused. Resume it first. Nothing was changed.');
  if (await isAway(db))
    throw new CommandError('not-allowed', 'Nothing is repriced during your holiday. Nothing was changed.');
}

/** Changes as that run saw them: a decision that only repeated an older one was not written again, so that one stands. */
async function changesSeen(
  { db }: CommandDeps,
  run: RepricingRunRow,
  items: readonly DecisionInput[],
  listingIds: readonly string[] | null,
): Promise<readonly RepricingDecisionRow[]> {
  const own = await db.repricingDecisions.where('runId').equals(run.id).toArray();
  const all = new Set([...own.map(({ listingId }) => listingId), ...items.map(({ listing }) => listing.id)]);
  const standing = await lastDecisions(db, listingIds ?? [...all], run.finishedAt);
  return [...standing.values()].filter(({ kind }) => kind === 'change');
}

type Decided = Awaited<ReturnType<ApplyDeps['decide']>>;

function stillHolding(
  seen: readonly RepricingDecisionRow[],
  { items, plan }: Decided,
  now: Instant,
): { readonly writes: readonly NewWrite[]; readonly skipped: Applied['skipped'] } {
  const expiresAt = shiftInstant(now, APPROVAL_MS);
  const nth = new Map(items.map(({ listing }, index) => [listing.id, index]));
  const writes: NewWrite[] = [];
  const skipped: Applied['skipped'][number][] = [];
  for (const { id: decisionId, listingId, decision: before } of seen) {
    const item = items[nth.get(listingId) ?? -1];
    const made = plan.decisions[nth.get(listingId) ?? -1];
    const skip = (code: string) => skipped.push({ id: listingId, code });
    if (item === undefined || made === undefined) skip('not-live');
    else if (made.decision.kind === 'hold') skip(made.decision.reason);
    else if (before.kind !== 'change' || !isSameAmount(before.to, made.decision.to)) skip('changed-since');
    else {
      const { externalId } = item.listing;
      const { to } = made.decision;
      const flags = { intoOffer: false, belowFloor: false };
      const write = { kind: 'listing/price', externalId, from: made.from, to, ...flags } as const;
      writes.push({ entityId: listingId, decisionId, expiresAt, write });
    }
  }
  return { writes, skipped };
}
