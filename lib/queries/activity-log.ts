import type { ArchvdDatabase } from '@/lib/db/database';
import type { ActivityRow } from '@/lib/db/rows';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { RepricingDecisionRow, RepricingRunRow } from '@/lib/db/repricing-rows';
import type { HoldReason } from '@/lib/domain/repricing/decision';
import { isOpenWrite } from '@/lib/domain/outbox/write';
import type { Period } from '@/lib/domain/time/period';
import { readActivity, type ActivityRows } from './activity-rows';
import { listingNames, type NamedListing } from './listing-names';
import { createMatcher } from './match-text';

export const ACTIVITY_KINDS = ['runs', 'changes', 'holds', 'writes', 'switch'] as const;

export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export interface ActivityRequest {
  /** null: of any time. */
  readonly period: Period | null;
  /** null: of every kind. */
  readonly kind: ActivityKind | null;
  readonly ruleId: string | null;
  readonly runId: string | null;
  /** Only what ended otherwise than wanted, or waits for the person. */
  readonly problems: boolean;
  readonly search: string;
}

interface Entry<K extends ActivityKind> {
  readonly kind: K;
  readonly id: string;
  readonly at: number;
}

/** A hold of a run, with what it is about. */
export interface ActivityHold {
  readonly row: RepricingDecisionRow;
  readonly named: NamedListing | null;
}

export type ActivityEntry =
  | (Entry<'runs'> & {
      readonly run: RepricingRunRow;
      readonly canUndo: boolean;
      /** Prices of it that were taken back on their way, and go back as soon as they have arrived. */
      readonly backLater: number;
    })
  | (Entry<'changes'> & ActivityHold & { readonly write: OutboxRow | null })
  | (Entry<'holds'> & {
      readonly runId: string;
      readonly reason: HoldReason;
      readonly rows: readonly ActivityHold[];
    })
  | (Entry<'writes'> & { readonly write: OutboxRow; readonly named: NamedListing | null })
  | (Entry<'switch'> & { readonly row: ActivityRow });

export interface ActivityLog {
  /** Newest first. */
  readonly entries: readonly ActivityEntry[];
  /** There is more from before than is read at once. */
  readonly truncated: boolean;
  /** Names of rules by id, also of those that were removed. */
  readonly rules: ReadonlyMap<string, string>;
}

/** Everything that rules decided and that was sent to the marketplace, with what it saw; holds of a run by their reason. */
export async function activityLog(db: ArchvdDatabase, request: ActivityRequest): Promise<ActivityLog> {
  const [rows, rules] = await Promise.all([readActivity(db, request), db.repricingRules.toArray()]);
  const names = await listingNames(db, [
    ...rows.decisions.map(({ listingId }) => listingId),
    ...rows.writes.map(({ entityId }) => entityId),
  ]);
  const entries = entriesOf(rows, names, request).filter(
    (entry) => request.kind === null || entry.kind === request.kind,
  );
  return {
    entries: entries.toSorted((a, b) => b.at - a.at || RANK[a.kind] - RANK[b.kind] || (a.id < b.id ? 1 : -1)),
    truncated: rows.truncated,
    rules: new Map(rules.map(({ id, name }) => [id, name])),
  };
}

/** Of one moment the run comes first, then what it did. */
const RANK: Record<ActivityKind, number> = { switch: 0, runs: 1, changes: 2, writes: 3, holds: 4 };

function entriesOf(
  rows: ActivityRows,
  names: ReadonlyMap<string, NamedListing>,
  request: ActivityRequest,
): readonly ActivityEntry[] {
  const { ruleId, problems, search } = request;
  const matches = createMatcher(search);
  const isNamed = (id: string) => {
    if (search.trim() === '') return true;
    const named = names.get(id);
    return (
      named !== undefined &&
      matches({ styleCode: named.code, name: named.name, brand: named.brand, size: named.size.value })
    );
  };
  const ofRule = (id: string | null) => ruleId === null || id === ruleId;
  const decisions = rows.decisions.filter((row) => ofRule(row.ruleId) && isNamed(row.listingId));
  const writeOf = new Map(rows.writes.map((write) => [write.decisionId, write]));
  const decided = new Set(rows.decisions.map(({ id }) => id));
  const changes = decisions.filter(({ kind }) => kind === 'change');
  const isWhole = ruleId === null && search.trim() === '';
  const all: ActivityEntry[] = [
    ...(isWhole ? rows.runs.map(runEntry(rows)) : []),
    ...changes.map((row): ActivityEntry => {
      const write = writeOf.get(row.id) ?? null;
      return { kind: 'changes', id: row.id, at: row.at, row, named: names.get(row.listingId) ?? null, write };
    }),
    ...rows.writes
      // What carries out a decision is told with it.
      .filter((write) => !decided.has(write.decisionId) && ruleId === null && isNamed(write.entityId))
      .map((write): ActivityEntry => ({
        kind: 'writes',
        id: write.id,
        at: write.createdAt,
        write,
        named: names.get(write.entityId) ?? null,
      })),
    ...holdEntries(decisions, names),
    ...(isWhole ? rows.notes.map((row): ActivityEntry => ({ kind: 'switch', id: row.id, at: row.at, row })) : []),
  ];
  return problems ? all.filter(isProblem) : all;
}

function runEntry({ writes, groups }: ActivityRows) {
  const undoable = new Set(writes.filter(mayComeBack).map(({ runId }) => runId));
  const later = (runId: string) =>
    groups.reduce((sum, group) => sum + (group.runId === runId ? (group.undoWanted?.writeIds.length ?? 0) : 0), 0);
  return (run: RepricingRunRow): ActivityEntry => ({
    kind: 'runs',
    id: run.id,
    at: run.finishedAt ?? run.startedAt,
    run,
    canUndo: undoable.has(run.id),
    backLater: later(run.id),
  });
}

/** Sent or on its way. */
function mayComeBack({ state, kind }: OutboxRow): boolean {
  return kind === 'listing/price' && (state === 'confirmed' || isOpenWrite(state));
}

function holdEntries(
  decisions: readonly RepricingDecisionRow[],
  names: ReadonlyMap<string, NamedListing>,
): readonly ActivityEntry[] {
  const groups = new Map<string, { reason: HoldReason; runId: string; rows: ActivityHold[] }>();
  for (const row of decisions) {
    if (row.decision.kind !== 'hold') continue;
    const { reason } = row.decision;
    const key = `${row.runId}:${reason}`;
    const group = groups.get(key) ?? { reason, runId: row.runId, rows: [] };
    group.rows.push({ row, named: names.get(row.listingId) ?? null });
    groups.set(key, group);
  }
  return [...groups].map(([id, group]) => ({ kind: 'holds', id, at: group.rows[0]?.row.at ?? 0, ...group }));
}

/** Holds that only the person can end. */
const PERSONS: ReadonlySet<HoldReason> = new Set([
  'rule-invalid',
  'size-unknown',
  'condition-unknown',
  'cost-unknown',
  'fees-unknown',
  'rate-unknown',
  'floor-unreachable',
  'ceiling-unknown',
  'bounds-contradict',
  'currency',
  'loop',
  'breaker',
]);

function isProblem(entry: ActivityEntry): boolean {
  switch (entry.kind) {
    case 'runs':
      return entry.run.stopped !== null;
    case 'changes':
    case 'writes':
      return entry.write !== null && entry.write.problem !== null;
    case 'holds':
      return PERSONS.has(entry.reason);
    case 'switch':
      return false;
  }
}
