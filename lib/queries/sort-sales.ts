import type { ArchvdDatabase } from '@/lib/db/database';
import { pnlLine, type PnlLine } from '@/lib/domain/pnl/pnl-line';
import type { Sale } from '@/lib/domain/sales/sale';
import { pairsOfSales } from './pairs-of-sales';
import { expensesOfPairs } from './pnl-expenses';
import { readPnlSettings } from './pnl-settings';
import { rateSales } from './sale-rates';
import type { Valuation } from './valuation';

export type SaleSort = 'sold' | 'name' | 'size' | 'price' | 'fees' | 'payout' | 'cost' | 'profit';

const byName = new Intl.Collator('en');

export async function sortSales(
  db: ArchvdDatabase,
  sales: readonly Sale[],
  { by, descending }: { readonly by: SaleSort; readonly descending: boolean },
  valuation: Valuation,
): Promise<readonly Sale[]> {
  const sign = descending ? -1 : 1;
  const later = (a: Sale, b: Sale) => b.soldAt - a.soldAt || (a.id < b.id ? -1 : 1);
  if (by === 'name') return sales.toSorted((a, b) => sign * byName.compare(a.name, b.name) || later(a, b));
  const figure = await figureOf(db, sales, by, valuation);
  return sales.toSorted((a, b) => {
    const [left, right] = [figure(a), figure(b)];
    if (left === null || right === null) return left === right ? later(a, b) : left === null ? 1 : -1;
    return sign * (left - right) || later(a, b);
  });
}

/** The number a sale is sorted by; null: not known. */
async function figureOf(
  db: ArchvdDatabase,
  sales: readonly Sale[],
  by: Exclude<SaleSort, 'name'>,
  valuation: Valuation,
): Promise<(sale: Sale) => number | null> {
  if (by === 'sold') return (sale) => sale.soldAt;
  if (by === 'size') return (sale) => sale.sizeValue;
  if (by === 'payout') return (sale) => sale.payout?.minor ?? null;
  const lines = await readLines(db, sales, valuation);
  return ({ id }) => {
    const line = lines.get(id);
    if (by === 'price') return line?.revenue.minor ?? null;
    if (by === 'fees') return line?.fees?.take.minor ?? null;
    return (by === 'cost' ? line?.cost : line?.profit)?.minor ?? null;
  };
}

async function readLines(
  db: ArchvdDatabase,
  sales: readonly Sale[],
  valuation: Valuation,
): Promise<ReadonlyMap<string, PnlLine>> {
  const [pairs, settings] = await Promise.all([pairsOfSales(db, sales), readPnlSettings(db, valuation)]);
  const [rated, expenses] = await Promise.all([
    rateSales(db, sales, (sale) => pairs.get(sale.pairId), valuation),
    expensesOfPairs(db, valuation.currency, pairs),
  ]);
  return new Map(
    rated.flatMap((sale) => {
      const ground = { expenses: expenses.get(sale.pairId) ?? null };
      const line = sale.status === 'reversed' ? null : pnlLine(sale, pairs.get(sale.pairId) ?? null, settings, ground);
      return line === null ? [] : [[sale.id, line]];
    }),
  );
}
