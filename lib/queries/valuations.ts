import type { ArchvdDatabase } from '@/lib/db/database';
import type { StockValuationRow } from '@/lib/db/money-rows';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { localDate } from '@/lib/domain/time/local-date';
import type { OffsetAt } from '@/lib/domain/time/period';
import { stockPage } from './stock-page';
import type { Valuation } from './valuation';

export type KeptValuation = StockValuationRow;

/** What the stock is worth now, as the row of its day: one a day, in the seller's own calendar. */
export async function valuationOfDay(
  db: ArchvdDatabase,
  valuation: Valuation,
  offsetAt: OffsetAt,
): Promise<StockValuationRow> {
  const { worth } = await stockPage(db, valuation);
  const { pairs, withoutCost, atCost, atAskNet, atOfferNet, lowerOfCostAndNet, ...counts } = worth;
  const day = localDate(valuation.now, offsetAt);
  return {
    id: day,
    day,
    madeAt: valuation.now,
    currency: valuation.currency,
    pairs,
    withoutCost,
    atCost,
    atAskNet,
    atOfferNet,
    lowerOfCostAndNet,
    figures: { ...counts },
  };
}

/** Values of the stock, oldest first; those kept in another currency are left out, never converted. */
export async function listValuations(
  db: ArchvdDatabase,
  currency: CurrencyCode,
): Promise<{ readonly rows: readonly StockValuationRow[]; readonly otherCurrency: number }> {
  const all = await db.stockValuations.orderBy('day').toArray();
  const rows = all.filter((row) => row.currency === currency);
  return { rows, otherCurrency: all.length - rows.length };
}
