import { fxRatesByDay } from '@/lib/db/repositories/fx';
import { MOST_MINOR, type Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { asItStands } from '@/lib/domain/imports/after-sale';
import { asCorrected } from '@/lib/domain/imports/merge-sale';
import { chargesAddUp, closeCharges } from '@/lib/domain/sales/charges';
import type { Sale, SaleDetails, SalePlatform } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import { checkAmount, checkPast, checkText } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter, type RowChange } from './keep-undo';
import { logPairs } from './log-pairs';

/** What to change of a sale; what is left out stays. */
export interface SaleChanges {
  readonly platform?: Exclude<SalePlatform, 'alias'>;
  readonly price?: Money;
  /** What arrived of it; null: not known yet. */
  readonly payout?: Money | null;
  readonly soldAt?: Instant;
  /** When its money came; null: it has not. */
  readonly paidAt?: Instant | null;
  readonly orderNumber?: string;
  readonly buyer?: string;
  readonly country?: string | null;
  readonly note?: string;
}

interface EditSale {
  readonly saleId: string;
  readonly changes: SaleChanges;
  /** Whose rate of the day is kept with the sale. */
  readonly displayCurrency: CurrencyCode;
}

const LONGEST = { orderNumber: 200, buyer: 200, note: 500 } as const;

const NO_DETAILS: SaleDetails = { buyer: '', country: null, invoiceNumber: '', marketplaceTax: null, note: '' };

/** What alias tells of its own sales would be read back from there. */
const TOLD_BY_ALIAS = ['platform', 'price', 'payout', 'soldAt', 'orderNumber'] as const;

/**
 * Puts right what a file or the seller told of a sale. A sale of alias keeps what alias tells of it; when it was paid, and
 * what the seller knows besides, can be said of any.
 *
 * Where the figures change, the split of the take is closed again: what it does not explain becomes an adjustment.
 *
 * @throws CommandError `not-found`; `not-allowed` for what alias tells; `bad-value`
 */
export async function editSale(
  deps: CommandDeps,
  { saleId, changes, displayCurrency }: EditSale,
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  checkChanges(deps, changes);
  return db.transaction('rw', [db.inventory, db.sales, db.fxRates, db.activity, db.undos], async () => {
    const before = await db.sales.get(saleId);
    if (before === undefined)
      throw new CommandError('not-found', 'That sale is no longer in the books. Nothing was changed.');
    if (before.marketplace === 'alias' && TOLD_BY_ALIAS.some((field) => changes[field] !== undefined))
      throw new CommandError('not-allowed', 'alias tells that of its own sales. Nothing was changed.');
    checkCurrencies(before, changes);
    const plain = changed(before, changes);
    const needsRate = plain.soldAt !== before.soldAt || plain.price.currency !== before.price.currency;
    // Nothing is awaited that may not touch the database: it would end the transaction.
    const fx = needsRate ? await rateOf(deps, plain, displayCurrency) : before.fx;
    const after: Sale = { ...plain, fx, updatedAt: stampAfter(before.updatedAt, deps.now()) };
    if (isSame(before, after)) return { undoId: null };
    await db.sales.put(after);
    const moved = await moveSoldDay(deps, before, after);
    await logPairs(deps, { kind: 'sale/edit', summary: 'Sale corrected', pairIds: [after.pairId] });
    const undoId = await keepUndo(deps, 'sale/edit', [
      { table: 'sales', before, after },
      ...(moved === null ? [] : [moved]),
    ]);
    return { undoId };
  });
}

function checkChanges(deps: CommandDeps, changes: SaleChanges): void {
  checkAmount('The price', changes.price ?? null);
  checkText('The order number', changes.orderNumber ?? '', LONGEST.orderNumber);
  checkText('The buyer', changes.buyer ?? '', LONGEST.buyer);
  checkText('The note', changes.note ?? '', LONGEST.note);
  checkPast('sale', changes.soldAt, deps.now());
  checkPast('payment', changes.paidAt, deps.now());
  const { country = null } = changes;
  if (country !== null && !/^[A-Z]{2}$/.test(country))
    throw new CommandError('bad-value', 'A country is two letters, such as GB. Nothing was changed.');
}

function checkCurrencies(before: Sale, { price = before.price, payout = before.payout }: SaleChanges): void {
  if (payout !== null && payout.currency !== price.currency)
    throw new CommandError('bad-value', 'Price and payout must be in one currency. Nothing was changed.');
  // Fees can exceed a very small price, so less than nothing may have arrived.
  if (payout !== null && Math.abs(payout.minor) > MOST_MINOR)
    throw new CommandError('bad-value', 'The payout is more than the companion can add up. Nothing was changed.');
}

function changed(before: Sale, changes: SaleChanges): Sale {
  const { price = before.price, payout = before.payout, paidAt } = changes;
  const { buyer, country, note } = changes;
  const told = {
    ...(buyer === undefined ? {} : { buyer: buyer.trim() }),
    ...(note === undefined ? {} : { note: note.trim() }),
  };
  const details = { ...(before.details ?? NO_DETAILS), ...told, ...(country === undefined ? {} : { country }) };
  const saysDetails = buyer !== undefined || country !== undefined || note !== undefined;
  const after = saysDetails ? details : before.details;
  const saysFigures = TOLD_BY_ALIAS.some((field) => changes[field] !== undefined);
  const sale: Sale = {
    ...(saysFigures ? asItStands(before) : before),
    marketplace: changes.platform ?? before.marketplace,
    price,
    payout,
    soldAt: changes.soldAt ?? before.soldAt,
    orderNumber: changes.orderNumber?.trim() ?? before.orderNumber,
    details: saysFigures ? asCorrected(after) : after,
    paid: paidAt === undefined ? before.paid : paidOn(before, paidAt),
  };
  return sale.charges === null || chargesAddUp(sale)
    ? sale
    : { ...sale, charges: closeCharges({ ...sale.charges, adjustment: null }, price, payout) };
}

/** A payment that was found as a payout stays joined to it while its day is the same. */
function paidOn({ paid }: Sale, at: Instant | null): Sale['paid'] {
  if (at === null) return null;
  return paid?.at === at ? paid : { at, payoutId: null };
}

async function rateOf({ db }: CommandDeps, { price, soldAt }: Sale, currency: CurrencyCode): Promise<Sale['fx']> {
  if (price.currency === currency) return null;
  return (await fxRatesByDay(db, price.currency, currency))(soldAt);
}

function isSame(before: Sale, after: Sale): boolean {
  return JSON.stringify({ ...before, updatedAt: 0 }) === JSON.stringify({ ...after, updatedAt: 0 });
}

/** The pair says when it was sold as well. */
async function moveSoldDay(deps: CommandDeps, before: Sale, after: Sale): Promise<RowChange | null> {
  if (after.soldAt === before.soldAt || after.status === 'reversed') return null;
  const pair = await deps.db.inventory.get(after.pairId);
  if (pair === undefined || pair.status !== 'sold') return null;
  const moved: Pair = { ...pair, soldAt: after.soldAt, updatedAt: stampAfter(pair.updatedAt, deps.now()) };
  await deps.db.inventory.put(moved);
  return { table: 'inventory', before: pair, after: moved };
}
