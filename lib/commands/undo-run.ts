import type { AnyTable } from '@/lib/db/database';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { isSameAmount } from '@/lib/domain/money/same-amount';
import { isOpenWrite, type Write } from '@/lib/domain/outbox/write';
import type { DecisionInput, HoldReason } from '@/lib/domain/repricing/decision';
import { floorFor } from '@/lib/domain/repricing/price-bounds';
import type { FloorPolicy } from '@/lib/domain/repricing/rule';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { enqueueGroup, enqueueTables, type NewWrite } from '@/lib/outbox/enqueue';
import { CommandError, type CommandDeps } from './command-deps';

/** What a person wished for is not sent any more after this. */
const WISH_MS = 30 * MINUTE_MS;
/** Where the rule that decided is not there any more. */
const BREAK_EVEN: FloorPolicy = { target: { kind: 'break-even' }, ownMinimum: null };

export interface UndoDeps extends CommandDeps {
  /** Tables that `inputs` reads. */
  readonly inputTables: readonly AnyTable[];
  /** What is known of live listings now; reads the books and nothing else, within the command's transaction. */
  inputs(listingIds: readonly string[]): Promise<readonly DecisionInput[]>;
}

interface Undone {
  readonly groupId: string | null;
  readonly accepted: number;
  /** By listing: `changed-since`, `not-live`, `write-under-way`, `below-floor`, `would-sell-at-once`, what is missing. */
  readonly skipped: readonly { readonly id: string; readonly code: string }[];
}

type PriceWrite = Extract<Write, { kind: 'listing/price' }>;

/** A change of the run that was carried out. */
interface Carried {
  readonly row: OutboxRow;
  readonly write: PriceWrite;
}

/**
 * Puts the prices of a run back where they were, by the same door: each only while it still is what the run made it, and
 * never below today's floor nor at or below the highest offer. What the run has not sent yet is withdrawn.
 *
 * @throws CommandError `not-found` when that run changed nothing
 */
export async function undoRun(deps: UndoDeps, runId: string): Promise<Undone> {
  const { db } = deps;
  const own = [db.repricingDecisions, db.repricingRules, ...enqueueTables(db)];
  return db.transaction('rw', [...new Set([...own, ...deps.inputTables])], async () => {
    const rows = await db.outbox.where('runId').equals(runId).toArray();
    if (rows.length === 0) throw new CommandError('not-found', 'That run changed no prices. Nothing was changed.');
    const withdrawn = await withdraw(deps, rows);
    const under = rows.filter((row) => isOpenWrite(row.state) && !withdrawn.has(row.id));
    const carried = lastOfEach(rows);
    const { writes, skipped } = await wayBack(deps, carried);
    const done = await enqueueGroup(deps, { kind: 'undo', by: 'user' }, writes);
    if (done.groupId !== null) await markUndone(deps, rows, done.groupId);
    const waiting = under.map(({ entityId }) => ({ id: entityId, code: 'write-under-way' }));
    return { ...done, skipped: [...skipped, ...waiting, ...done.skipped] };
  });
}

/** What has not left yet does not leave any more. */
async function withdraw(deps: CommandDeps, rows: readonly OutboxRow[]): Promise<ReadonlySet<string>> {
  const pending = rows.filter(({ state }) => state === 'pending');
  const problem = { code: 'cancelled', message: '' } as const;
  const updatedAt = deps.now();
  await deps.db.outbox.bulkPut(pending.map((row) => ({ ...row, state: 'superseded', problem, updatedAt })));
  return new Set(pending.map(({ id }) => id));
}

/** A listing the run changed more than once goes back to where it was before the first of them. */
function lastOfEach(rows: readonly OutboxRow[]): readonly Carried[] {
  const carried = new Map<string, Carried>();
  for (const row of rows.toSorted((a, b) => a.createdAt - b.createdAt)) {
    if (row.state !== 'confirmed' || row.write.kind !== 'listing/price') continue;
    const before = carried.get(row.entityId);
    const from = before?.write.from ?? row.write.from;
    carried.set(row.entityId, { row, write: { ...row.write, from } });
  }
  return [...carried.values()];
}

async function wayBack(
  deps: UndoDeps,
  carried: readonly Carried[],
): Promise<{ readonly writes: readonly NewWrite[]; readonly skipped: Undone['skipped'] }> {
  const inputs = new Map(
    (await deps.inputs(carried.map(({ row }) => row.entityId))).map((input) => [input.listing.id, input]),
  );
  const policies = await policiesOf(deps, carried);
  const expiresAt = shiftInstant(deps.now(), WISH_MS);
  const writes: NewWrite[] = [];
  const skipped: Undone['skipped'][number][] = [];
  for (const { row, write } of carried) {
    const input = inputs.get(row.entityId);
    const policy = policies.get(row.decisionId) ?? BREAK_EVEN;
    const problem = input === undefined ? 'not-live' : problemOf(input, write, policy);
    if (problem !== null) skipped.push({ id: row.entityId, code: problem });
    else writes.push({ entityId: row.entityId, expiresAt, write: { ...write, from: write.to, to: write.from } });
  }
  return { writes, skipped };
}

/** What every guard of a price says of the old one as things are now; null: nothing is against it. */
function problemOf(
  input: DecisionInput,
  { from, to }: PriceWrite,
  policy: FloorPolicy,
): HoldReason | 'changed-since' | 'below-floor' | null {
  if (input.hasOpenWrite) return 'write-under-way';
  if (!isSameAmount(input.listing.price, to)) return 'changed-since';
  const floor = floorFor(input, policy);
  if (floor.kind === 'unknown') return floor.missing.includes('cost') ? 'cost-unknown' : missingOf(floor.missing);
  if (floor.floor.currency !== from.currency) return 'currency';
  if (from.minor < floor.floor.minor) return 'below-floor';
  const { highestOffer } = input.market;
  if (highestOffer === null) return null;
  if (highestOffer.currency !== from.currency) return 'currency';
  return from.minor <= highestOffer.minor ? 'would-sell-at-once' : null;
}

function missingOf(missing: readonly string[]): HoldReason {
  if (missing.includes('fx-rate')) return 'rate-unknown';
  return missing.includes('reachable-price') ? 'floor-unreachable' : 'fees-unknown';
}

/** The floors of the rules that decided, as they are now. */
async function policiesOf({ db }: CommandDeps, carried: readonly Carried[]): Promise<ReadonlyMap<string, FloorPolicy>> {
  const decisions = await db.repricingDecisions.bulkGet(carried.map(({ row }) => row.decisionId));
  const rules = new Map(
    (await db.repricingRules.toArray()).map((rule) => [rule.id, rule.deletedAt === null ? rule : null]),
  );
  return new Map(
    decisions.flatMap((decision) => {
      const rule = rules.get(decision?.ruleId ?? '') ?? null;
      return decision === undefined || rule === null ? [] : [[decision.id, rule.settings.floor]];
    }),
  );
}

async function markUndone(deps: CommandDeps, rows: readonly OutboxRow[], undoneBy: string): Promise<void> {
  const groupIds = [...new Set(rows.map(({ groupId }) => groupId))];
  await deps.db.writeGroups.where('id').anyOf(groupIds).modify({ undoneBy, updatedAt: deps.now() });
}
