import type { ArchvdDatabase } from '@/lib/db/database';
import { pnlReport } from '@/lib/domain/pnl/pnl-report';
import { pnlTotals, type PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import { findSales, type SaleQuestion } from './find-sales';
import { pairsOfSales } from './pairs-of-sales';
import { expensesOfPairs } from './pnl-expenses';
import { readPnlSettings } from './pnl-settings';
import { rateSales } from './sale-rates';
import type { Valuation } from './valuation';

/** What the sales of a question come to, those beyond the window too. */
export async function saleTotals(db: ArchvdDatabase, question: SaleQuestion, valuation: Valuation): Promise<PnlTotals> {
  const [sales, settings] = await Promise.all([findSales(db, question), readPnlSettings(db, valuation)]);
  const pairs = await pairsOfSales(db, sales);
  const [rated, expenses] = await Promise.all([
    rateSales(db, sales, (sale) => pairs.get(sale.pairId), valuation),
    expensesOfPairs(db, valuation.currency, pairs),
  ]);
  return pnlTotals(pnlReport(rated, pairs, settings, { expenses }), null);
}
