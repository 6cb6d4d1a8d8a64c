import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { feesFor } from '@/lib/domain/fees/fee-schedule';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Money } from '@/lib/domain/money/money';
import { isSameAmount } from '@/lib/domain/money/same-amount';
import { checkAmount } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';
import { logPairs } from './log-pairs';

/** What is left out stays; null takes the bound away. */
export interface PriceBounds {
  readonly minimum?: Money | null;
  readonly maximum?: Money | null;
}

/** Pairs one command changes at most. */
const MOST = 10_000;

/**
 * Sets the seller's own price bounds of pairs, which no rule goes beyond. They are in the marketplace's currency, so that
 * a rate cannot move them.
 *
 * @throws CommandError `bad-value` when a bound makes no sense or a pair's minimum would be above its maximum; `too-many`;
 * `not-found` when none of the pairs is there
 */
export async function setPriceBounds(
  deps: CommandDeps,
  pairIds: readonly string[],
  bounds: PriceBounds,
): Promise<{ readonly changed: number; readonly undoId: string | null }> {
  const { db } = deps;
  const ids = [...new Set(pairIds)];
  if (ids.length > MOST)
    throw new CommandError('too-many', `At most ${MOST} pairs are changed at once. Nothing was changed.`);
  checkBound('The lowest price', bounds.minimum);
  checkBound('The highest price', bounds.maximum);
  return db.transaction('rw', [db.inventory, db.feeSchedules, db.activity, db.undos], async () => {
    await checkCurrency(deps, bounds);
    const found = (await db.inventory.bulkGet(ids)).filter((pair) => pair !== undefined && pair.deletedAt === null);
    const pairs = found.filter((pair) => pair !== undefined);
    if (pairs.length === 0)
      throw new CommandError('not-found', 'These pairs are no longer in the books. Nothing was changed.');
    const changed = pairs.map((before) => ({ before, after: bounded(deps, before, bounds) }));
    checkOrder(changed.map(({ after }) => after));
    const written = changed.filter(({ before, after }) => !isSame(before, after));
    await db.inventory.bulkPut(written.map(({ after }) => after));
    const changedIds = written.map(({ after }) => after.id);
    if (changedIds.length > 0)
      await logPairs(deps, { kind: 'pair/bounds', summary: 'Changed: price bounds', pairIds: changedIds });
    const undoRows = written.map((change) => ({ table: 'inventory' as const, ...change }));
    return { changed: written.length, undoId: await keepUndo(deps, 'pairs/bounds', undoRows) };
  });
}

/** A bound of nothing would be none, and looks like one. */
function checkBound(what: string, bound: Money | null | undefined): void {
  if (bound == null) return;
  checkAmount(what, bound);
  if (bound.minor === 0)
    throw new CommandError('bad-value', `${what} cannot be zero. Leave it empty for none. Nothing was changed.`);
}

async function checkCurrency(deps: CommandDeps, { minimum, maximum }: PriceBounds): Promise<void> {
  const currency = feesFor(await listFeeSchedules(deps.db, 'alias'), deps.now())?.currency ?? 'USD';
  for (const bound of [minimum, maximum])
    if (bound != null && bound.currency !== currency)
      throw new CommandError('bad-value', `Prices on alias are in ${currency}. Nothing was changed.`);
}

function checkOrder(pairs: readonly Pair[]): void {
  const wrong = pairs.filter(
    ({ priceMinimum, priceMaximum }) =>
      priceMinimum !== null && priceMaximum !== null && priceMinimum.minor > priceMaximum.minor,
  );
  if (wrong.length === 0) return;
  const whose = pairs.length === 1 ? '' : ` of ${wrong.length} of these pairs`;
  throw new CommandError('bad-value', `The lowest price${whose} would be above the highest. Nothing was changed.`);
}

function bounded(deps: CommandDeps, pair: Pair, { minimum, maximum }: PriceBounds): Pair {
  return {
    ...pair,
    priceMinimum: minimum === undefined ? pair.priceMinimum : minimum,
    priceMaximum: maximum === undefined ? pair.priceMaximum : maximum,
    updatedAt: stampAfter(pair.updatedAt, deps.now()),
  };
}

function isSame(a: Pair, b: Pair): boolean {
  return isSameAmount(a.priceMinimum, b.priceMinimum) && isSameAmount(a.priceMaximum, b.priceMaximum);
}
