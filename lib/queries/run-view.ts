import type { ArchvdDatabase } from '@/lib/db/database';
import { lastDecisions } from '@/lib/db/repositories/repricing-runs';
import type { OutboxRow, WriteGroupRow } from '@/lib/db/selling-rows';
import type { RepricingDecisionRow, RepricingRunRow } from '@/lib/db/repricing-rows';
import type { ChangeReason, HoldReason } from '@/lib/domain/repricing/decision';
import type { Money } from '@/lib/domain/money/money';
import { listingNames, type NamedListing } from './listing-names';
import { createValuer, type Estimate, type Valuation } from './valuation';

export interface RunChange {
  readonly row: RepricingDecisionRow;
  readonly to: Money;
  readonly reason: ChangeReason;
  readonly floor: Money;
  readonly ceiling: Money;
  /** null: the listing is not known any more. */
  readonly named: NamedListing | null;
  /** What a sale would bring at the price before and at the one after. */
  readonly before: Estimate;
  readonly after: Estimate;
  /** What came of it; null: it was not sent. */
  readonly write: OutboxRow | null;
}

export interface RunHold {
  readonly row: RepricingDecisionRow;
  readonly named: NamedListing | null;
}

/** Holds of one reason. */
export interface RunHolds {
  readonly reason: HoldReason;
  readonly rows: readonly RunHold[];
}

export interface RunView {
  readonly run: RepricingRunRow;
  /** The deepest cut first. */
  readonly changes: readonly RunChange[];
  /** The most frequent reason first. */
  readonly holds: readonly RunHolds[];
  /** The command its writes belong to; null: none were made. */
  readonly group: WriteGroupRow | null;
  /** Names of the rules that decided, by id; those that were removed have theirs too. */
  readonly rules: ReadonlyMap<string, string>;
}

/** A run with all it decided and what a sale would bring at both prices; null when there is none by this id. */
export async function runView(db: ArchvdDatabase, runId: string, valuation: Valuation): Promise<RunView | null> {
  const run = await db.repricingRuns.get(runId);
  if (run === undefined) return null;
  const [decisions, writes, group, ruleRows] = await Promise.all([
    decisionsOf(db, run),
    db.outbox.where('runId').equals(runId).toArray(),
    run.groupId === null ? undefined : db.writeGroups.get(run.groupId),
    db.repricingRules.toArray(),
  ]);
  const names = await listingNames(
    db,
    decisions.map(({ listingId }) => listingId),
  );
  const pairs = [...names.values()].flatMap(({ pair }) => pair ?? []);
  const valuer = await createValuer(db, valuation, pairs);
  const writeOf = new Map(writes.map((write) => [write.entityId, write]));
  const changes = decisions.flatMap((row): RunChange[] => {
    const { decision, listingId, from } = row;
    if (decision.kind !== 'change') return [];
    const named = names.get(listingId) ?? null;
    const pair = named?.pair ?? null;
    return [
      {
        row,
        ...decision,
        named,
        before: valuer.estimate(from, pair),
        after: valuer.estimate(decision.to, pair),
        write: writeOf.get(listingId) ?? null,
      },
    ];
  });
  return {
    run,
    changes: changes.toSorted(deepestFirst),
    holds: groupHolds(decisions, names),
    group: group ?? null,
    rules: new Map(ruleRows.map(({ id, name }) => [id, name])),
  };
}

function deepestFirst(a: RunChange, b: RunChange): number {
  const move = ({ row, to }: RunChange) => (to.minor - row.from.minor) / Math.max(1, row.from.minor);
  return move(a) - move(b) || (a.row.listingId < b.row.listingId ? -1 : 1);
}

function groupHolds(
  decisions: readonly RepricingDecisionRow[],
  names: ReadonlyMap<string, NamedListing>,
): readonly RunHolds[] {
  const byReason = new Map<HoldReason, RunHold[]>();
  for (const row of decisions) {
    if (row.decision.kind !== 'hold') continue;
    const holds = byReason.get(row.decision.reason) ?? [];
    holds.push({ row, named: names.get(row.listingId) ?? null });
    byReason.set(row.decision.reason, holds);
  }
  return [...byReason]
    .map(([reason, rows]) => ({ reason, rows }))
    .toSorted((a, b) => b.rows.length - a.rows.length || (a.reason < b.reason ? -1 : 1));
}

/**
 * What a run decided. A decision that only repeated the one before it was not written again: it is the newest one of its
 * listing from before the run.
 */
async function decisionsOf(db: ArchvdDatabase, run: RepricingRunRow): Promise<readonly RepricingDecisionRow[]> {
  const own = await db.repricingDecisions.where('runId').equals(run.id).toArray();
  if (own.length >= run.considered) return own;
  const has = new Set(own.map(({ listingId }) => listingId));
  const live = await db.listings.where('status').equals('active').primaryKeys();
  const others = live.filter((id) => !has.has(id));
  return [...own, ...(await lastDecisions(db, others, run.startedAt)).values()];
}
