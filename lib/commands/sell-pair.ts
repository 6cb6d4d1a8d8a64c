import { fxRatesByDay } from '@/lib/db/repositories/fx';
import type { Pair } from '@/lib/domain/inventory/pair';
import { subtract } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import type { Sale, SalePlatform } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import { checkAmount, checkPast, checkText } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';
import { listedOnMarket } from './listed-on-market';
import { logPairs } from './log-pairs';

/** A sale that the seller tells of. */
export interface ToldSale {
  readonly pairId: string;
  /** alias tells of its own sales by itself. */
  readonly platform: Exclude<SalePlatform, 'alias'>;
  readonly price: Money;
  /** What was taken of the price, or what arrived of it, in the same currency. */
  readonly taken: { readonly is: 'fees' | 'received'; readonly amount: Money };
  readonly soldAt: Instant;
  /** Order number or whatever the seller wants to find it by. */
  readonly note: string;
  /** Whose rate of the day is kept with the sale. */
  readonly displayCurrency: CurrencyCode;
}

/** Longest order number or note, in characters. */
const LONGEST_NOTE = 200;

/**
 * Marks a pair sold somewhere the companion does not talk to.
 *
 * @returns `stillListed`: alias goes on offering the pair, and somebody may buy it there
 * @throws CommandError `not-found`, `already-sold`, `bad-value`
 * @example sold for £120 with £14 of fees: payout £106
 */
export async function sellPair(
  deps: CommandDeps,
  told: ToldSale,
): Promise<{ readonly saleId: string; readonly stillListed: boolean; readonly undoId: string | null }> {
  const { db } = deps;
  const payout = payoutOf(told);
  checkTold(deps, told);
  return db.transaction('rw', [db.inventory, db.sales, db.listings, db.fxRates, db.activity, db.undos], async () => {
    const before = await sellable(deps, told.pairId);
    const updatedAt = stampAfter(before.updatedAt, deps.now());
    const pair: Pair = { ...before, status: 'sold', soldAt: told.soldAt, updatedAt };
    const sale = makeSale(deps, { told, payout, pair, fx: await rateOf(deps, told) });
    await db.inventory.put(pair);
    await db.sales.add(sale);
    await logPairs(deps, {
      kind: 'pair/sell',
      summary: 'Marked as sold',
      pairIds: [pair.id],
      facts: { platform: told.platform, price: told.price.minor, currency: told.price.currency },
    });
    const undoId = await keepUndo(deps, 'pair/sell', [
      { table: 'inventory', before, after: pair },
      { table: 'sales', before: null, after: sale },
    ]);
    return { saleId: sale.id, stillListed: (await listedOnMarket(db, [before])).size > 0, undoId };
  });
}

async function sellable({ db }: CommandDeps, pairId: string): Promise<Pair> {
  const pair = await db.inventory.get(pairId);
  if (pair === undefined || pair.deletedAt !== null)
    throw new CommandError('not-found', 'That pair is no longer in the books. Nothing was changed.');
  if (pair.status === 'sold') throw new CommandError('already-sold', 'That pair is sold already. Nothing was changed.');
  return pair;
}

function payoutOf({ price, taken }: ToldSale): Money {
  if (taken.amount.currency !== price.currency)
    throw new CommandError('bad-value', 'Price and fees must be in one currency. Nothing was changed.');
  return taken.is === 'received' ? taken.amount : subtract(price, taken.amount);
}

function checkTold(deps: CommandDeps, told: ToldSale): void {
  checkAmount('The price', told.price);
  checkAmount(told.taken.is === 'fees' ? 'The fees' : 'What arrived', told.taken.amount);
  checkText('The note', told.note, LONGEST_NOTE);
  checkPast('sale', told.soldAt, deps.now());
}

async function rateOf({ db }: CommandDeps, { price, displayCurrency, soldAt }: ToldSale): Promise<FxRate | null> {
  if (price.currency === displayCurrency) return null;
  return (await fxRatesByDay(db, price.currency, displayCurrency))(soldAt);
}

interface SaleParts {
  readonly told: ToldSale;
  readonly payout: Money;
  readonly pair: Pair;
  readonly fx: FxRate | null;
}

function makeSale(deps: CommandDeps, { told, payout, pair, fx }: SaleParts): Sale {
  const now = deps.now();
  const id = deps.newId();
  return {
    id,
    createdAt: now,
    updatedAt: now,
    marketplace: told.platform,
    externalOrderId: id,
    orderNumber: told.note.trim(),
    pairId: pair.id,
    catalogId: pair.catalogId ?? '',
    name: pair.name,
    brand: pair.brand,
    rawSku: pair.styleCode ?? '',
    sizeValue: pair.size.value,
    soldAt: told.soldAt,
    price: told.price,
    payout,
    status: 'completed',
    fx,
    charges: null,
    paid: null,
    details: null,
    reversal: null,
    importId: null,
  };
}
