import type { ArchvdDatabase } from '@/lib/db/database';
import { pnlLine } from '@/lib/domain/pnl/pnl-line';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import type { BookLine } from './book-lines';
import type { ExportRequest } from './export-request';
import { pairsOfSales } from './pairs-of-sales';
import { readPnlSettings } from './pnl-settings';
import { rateSales } from './sale-rates';

/** A sale that was given back, as a line of the day it counted on, with the moment it was given back. */
export interface UndoneLine extends BookLine {
  readonly backAt: Instant;
}

/**
 * Every sale that was given back on a known day, as it counted while it stood, oldest first. By payment only those that
 * had been paid: of the others no money ever moved.
 *
 * Nobody knows which files were taken into which program, so what an export says of such a sale does not depend on it:
 * the sale is always in the time it counted in and its return in the time of the return. An export made before the return
 * and one made after it say the same of the sale.
 */
export async function readUndone(
  db: ArchvdDatabase,
  { basis, valuation }: Pick<ExportRequest, 'basis' | 'valuation'>,
): Promise<readonly UndoneLine[]> {
  const reversed = (await db.sales.where('status').equals('reversed').toArray()).filter(
    ({ reversal, paid }) => reversal !== null && (basis === 'accrual' || paid !== null),
  );
  if (reversed.length === 0) return [];
  const [pairs, settings] = await Promise.all([pairsOfSales(db, reversed), readPnlSettings(db, valuation)]);
  const rated = await rateSales(db, reversed, ({ pairId }) => pairs.get(pairId), valuation);
  return rated
    .map((sale): UndoneLine => {
      const pair = pairs.get(sale.pairId) ?? null;
      const at = countedAt(sale, basis);
      const back = sale.reversal?.at ?? at;
      const line = pnlLine({ ...sale, status: 'completed' }, pair, { ...settings, basis });
      return { sale, pair, line, at, backAt: back > at ? back : at };
    })
    .toSorted((a, b) => a.at - b.at || (a.sale.id < b.sale.id ? -1 : 1));
}

function countedAt({ soldAt, paid }: Sale, basis: ExportRequest['basis']): Instant {
  return basis === 'cash' ? (paid?.at ?? soldAt) : soldAt;
}
