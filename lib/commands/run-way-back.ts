import type { AnyTable } from '@/lib/db/database';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { isSameAmount } from '@/lib/domain/money/same-amount';
import type { Write } from '@/lib/domain/outbox/write';
import type { Floor } from '@/lib/domain/fees/floor-price';
import type { DecisionInput, HoldReason } from '@/lib/domain/repricing/decision';
import { floorFor } from '@/lib/domain/repricing/price-bounds';
import type { FloorPolicy } from '@/lib/domain/repricing/rule';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import type { NewWrite } from '@/lib/outbox/enqueue';
import type { CommandDeps } from './command-deps';

/** What a person wished for is not sent any more after this. */
const WISH_MS = 30 * MINUTE_MS;
/** Where the rule that decided is not there any more. */
const BREAK_EVEN: FloorPolicy = { target: { kind: 'break-even' }, ownMinimum: null };

export interface RunUndoDeps extends CommandDeps {
  /** Tables that `inputs` reads. */
  readonly inputTables: readonly AnyTable[];
  /** What is known of live listings now; reads the books and nothing else, within the command's transaction. */
  inputs(listingIds: readonly string[]): Promise<readonly DecisionInput[]>;
}

type PriceWrite = Extract<Write, { kind: 'listing/price' }>;

/** What a run made of one listing. */
export interface Carried {
  /** The last write about it. */
  readonly row: OutboxRow;
  /** From where it was before the first of them to where the last brought it. */
  readonly write: PriceWrite;
  /** All of them. */
  readonly writeIds: readonly string[];
}

/** The way back of one listing; `code` why it is not gone, null: nothing is against it. */
export interface WayBack {
  readonly carried: Carried;
  readonly back: NewWrite;
  readonly code: Refusal | null;
}

type Refusal = HoldReason | 'changed-since' | 'below-floor';

/** What was carried out, by listing: one that was changed more than once goes back to where it was before the first. */
export function carriedOut(rows: readonly OutboxRow[]): readonly Carried[] {
  const carried = new Map<string, Carried>();
  for (const row of rows.toSorted((a, b) => a.createdAt - b.createdAt)) {
    if (row.state !== 'confirmed' || row.write.kind !== 'listing/price') continue;
    const before = carried.get(row.entityId);
    const from = before?.write.from ?? row.write.from;
    const writeIds = [...(before?.writeIds ?? []), row.id];
    carried.set(row.entityId, { row, write: { ...row.write, from }, writeIds });
  }
  return [...carried.values()];
}

/**
 * Each price back to where it was, only while it still is what the run made it, and never below today's floor of the rule
 * that decided nor at or below the highest offer.
 */
export async function waysBack(deps: RunUndoDeps, carried: readonly Carried[]): Promise<readonly WayBack[]> {
  if (carried.length === 0) return [];
  const inputs = new Map(
    (await deps.inputs(carried.map(({ row }) => row.entityId))).map((input) => [input.listing.id, input]),
  );
  const policies = await policiesOf(deps, carried);
  const expiresAt = shiftInstant(deps.now(), WISH_MS);
  return carried.map((one): WayBack => {
    const { row, write } = one;
    const input = inputs.get(row.entityId);
    const policy = policies.get(row.decisionId) ?? BREAK_EVEN;
    return {
      carried: one,
      back: {
        id: deps.newId(),
        entityId: row.entityId,
        expiresAt,
        write: { ...write, from: write.to, to: write.from },
      },
      code: input === undefined ? 'not-live' : problemOf(input, write, policy),
    };
  });
}

/** What every guard of a price says of the old one as things are now; null: nothing is against it. */
function problemOf(input: DecisionInput, { from, to }: PriceWrite, policy: FloorPolicy): Refusal | null {
  if (input.hasOpenWrite) return 'write-under-way';
  if (!isSameAmount(input.listing.price, to)) return 'changed-since';
  const floor = floorOf(input, policy);
  if (floor === null) return 'floor-unreachable';
  if (floor.kind === 'unknown') return floor.missing.includes('cost') ? 'cost-unknown' : missingOf(floor.missing);
  if (floor.floor.currency !== from.currency) return 'currency';
  if (from.minor < floor.floor.minor) return 'below-floor';
  const { highestOffer } = input.market;
  if (highestOffer === null) return null;
  if (highestOffer.currency !== from.currency) return 'currency';
  return from.minor <= highestOffer.minor ? 'would-sell-at-once' : null;
}

/** null: there is none that anybody could reckon with; one such pair must not keep the others from going back. */
function floorOf(input: DecisionInput, policy: FloorPolicy): Floor | null {
  try {
    return floorFor(input, policy);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
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
