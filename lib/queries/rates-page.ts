import type { ArchvdDatabase } from '@/lib/db/database';
import { rateOf } from '@/lib/db/repositories/fx';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Instant } from '@/lib/domain/time/instant';

export interface RatesPage {
  /** The newest first. */
  readonly rates: readonly FxRate[];
  readonly total: number;
  /** The newest day of the ECB that is kept; null: none is. */
  readonly ecbAt: Instant | null;
  /** Sales and expenses in another currency that are stored without a rate. */
  readonly lacking: { readonly sales: number; readonly expenses: number };
}

/** Exchange rates as they are kept, each with its source and day. */
export async function ratesPage(db: ArchvdDatabase, currency: CurrencyCode, limit: number): Promise<RatesPage> {
  const rows = await db.fxRates.toArray();
  const rates = rows.toSorted((a, b) => b.asOf - a.asOf || (a.id < b.id ? -1 : 1)).map(rateOf);
  const [sales, expenses] = await Promise.all([
    db.sales.filter(({ fx, price }) => fx === null && price.currency !== currency).count(),
    db.expenses
      .filter(({ fx, amount, deletedAt }) => fx === null && deletedAt === null && amount.currency !== currency)
      .count(),
  ]);
  const ecbAt = rates.find(({ source }) => source.startsWith('ECB'))?.asOf ?? null;
  return { rates: rates.slice(0, limit), total: rates.length, ecbAt, lacking: { sales, expenses } };
}
