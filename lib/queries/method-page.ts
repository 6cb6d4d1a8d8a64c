import type { ArchvdDatabase } from '@/lib/db/database';
import { minor, money, type Money } from '@/lib/domain/money/money';
import { COST_METHODS, type CostMethod } from '@/lib/domain/pnl/cost-methods';
import { bookLines } from './book-lines';
import type { BookRequest } from './book-rows';
import { readLots } from './cost-lots';

/** The same sales by one method. */
export interface MethodFigures {
  readonly method: CostMethod;
  /** What the sales of the time cost, and what is left of their net. */
  readonly cost: Money;
  readonly profit: Money;
  /** What the pairs that are not sold cost, as of now. */
  readonly remaining: Money;
}

export interface MethodPage {
  readonly methods: readonly MethodFigures[];
  /** Sales of the time that count: net and cost are known. */
  readonly sales: number;
  /** Sales and unsold pairs without a cost, in no sum of any method. */
  readonly unknownSold: number;
  readonly unknownRemaining: number;
}

/** Costs by specific pair, FIFO and average side by side: the same sales count in each, so that they differ in cost alone. */
export async function methodPage(db: ArchvdDatabase, request: BookRequest): Promise<MethodPage> {
  const [books, lots] = await Promise.all([
    bookLines(db, { ...request, costMethod: 'specific' }),
    readLots(db, request.valuation),
  ]);
  const { currency, report } = books;
  const made = COST_METHODS.map((method) => ({ method, ...lots.costsBy(method) }));
  const counted = report.lines.filter(({ profit, saleId }) => profit !== null && made[0]?.costs.get(saleId) != null);
  let net = 0;
  for (const line of counted) net = minor(net + (line.net?.minor ?? 0) - line.expenses.minor);
  return {
    methods: made.map(({ method, costs, remaining }) => {
      let cost = 0;
      for (const { saleId } of counted) cost = minor(cost + (costs.get(saleId) ?? 0));
      const profit = money(net - cost, currency);
      return { method, cost: money(cost, currency), profit, remaining: money(remaining, currency) };
    }),
    sales: counted.length,
    unknownSold: report.lines.length - counted.length,
    unknownRemaining: made[0]?.remainingUnknown ?? 0,
  };
}
