import type { ArchvdDatabase, AnyTable } from '@/lib/db/database';
import { asItStands } from '@/lib/domain/imports/after-sale';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale, SaleReversal } from '@/lib/domain/sales/sale';
import { checkAmount, checkPast, checkText, LONGEST, textOrNull } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { giveBackSale } from './give-back-sale';
import { keepUndo, stampAfter, type RowChange } from './keep-undo';
import { listedOnMarket } from './listed-on-market';
import { logPairs } from './log-pairs';

/** A sale that came to nothing, as the seller tells it. */
export interface ToldReversal extends SaleReversal {
  readonly saleId: string;
  /** Where its pair is now: here again, sent back by a buyer, or kept at the platform and sold from there. */
  readonly pair: 'in-stock' | 'returned' | 'consigned';
  /** Where it lies, in the seller's words; null: as before. */
  readonly location: string | null;
}

/** Longest note, in characters. */
const LONGEST_NOTE = 500;

/**
 * Reverses a sale on any platform: it counts for nothing any more but its penalty, and its pair is where the seller says.
 * Of one that is reversed already, the reason, the penalty and the place of the pair are put right.
 *
 * An order of alias that goes on all the same is told by the next reading, which puts the sale back.
 *
 * @throws CommandError `not-found`; `bad-value` for a penalty below zero or in another currency than the price
 * @example cancelled by the seller, penalty $10: the sale's price is no revenue, the $10 stay a cost
 */
export async function reverseSale(deps: CommandDeps, told: ToldReversal): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  checkReversal(deps, told);
  return db.transaction('rw', reversalTables(db), async () => {
    const before = await db.sales.get(told.saleId);
    if (before === undefined)
      throw new CommandError('not-found', 'That sale is no longer in the books. Nothing was changed.');
    if (told.penalty !== null && told.penalty.currency !== before.price.currency)
      throw new CommandError('bad-value', `The penalty must be in ${before.price.currency}. Nothing was changed.`);
    const { reason, at, penalty, note } = told;
    const reversal: SaleReversal = { reason, at, penalty, note: note.trim() };
    const updatedAt = stampAfter(before.updatedAt, deps.now());
    const after: Sale = { ...asItStands(before), status: 'reversed', reversal, updatedAt };
    await db.sales.put(after);
    const moved = await movePair(deps, before, told);
    await logPairs(deps, {
      kind: 'sale/reverse',
      summary: 'Sale reversed',
      pairIds: [before.pairId],
      facts: { reason, penalty: penalty?.minor ?? null, saleId: before.id },
    });
    const undoId = await keepUndo(deps, 'sale/reverse', [
      { table: 'sales', before, after },
      ...(moved === null ? [] : [moved]),
    ]);
    if (moved?.pair !== undefined && told.pair === 'in-stock') await giveBackSale(deps, moved.pair);
    return { undoId };
  });
}

function reversalTables(db: ArchvdDatabase): AnyTable[] {
  return [db.inventory, db.sales, db.listings, db.orders, db.activity, db.undos];
}

function checkReversal(deps: CommandDeps, { penalty, note, at, location }: ToldReversal): void {
  checkAmount('The penalty', penalty);
  checkText('The note', note, LONGEST_NOTE);
  checkText('The location', location ?? '', LONGEST.location);
  checkPast('reversal', at, deps.now());
}

/** A pair that another sale holds meanwhile, or that was deleted, stays as it is. */
async function movePair(
  deps: CommandDeps,
  sale: Sale,
  told: ToldReversal,
): Promise<(RowChange & { readonly pair: Pair }) | null> {
  const { db } = deps;
  const before = await db.inventory.get(sale.pairId);
  if (before === undefined || before.deletedAt !== null) return null;
  const others = await db.sales.where('pairId').equals(before.id).toArray();
  if (others.some(({ id, status }) => id !== sale.id && status !== 'reversed')) return null;
  const isListed = told.pair === 'in-stock' && (await listedOnMarket(db, [before])).size > 0;
  const location = textOrNull(told.location) ?? before.location;
  const updatedAt = stampAfter(before.updatedAt, deps.now());
  const status = isListed ? 'listed' : told.pair;
  const pair: Pair = { ...before, status, soldAt: null, location, updatedAt };
  await db.inventory.put(pair);
  return { table: 'inventory', before, after: pair, pair };
}
