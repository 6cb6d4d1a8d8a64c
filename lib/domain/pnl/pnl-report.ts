import type { Pair } from '../inventory/pair';
import type { CurrencyCode } from '../money/currency';
import { minor, money, type Money } from '../money/money';
import type { Sale } from '../sales/sale';
import type { Instant } from '../time/instant';
import { isWithin, type Period } from '../time/period';
import { pnlLine, type PnlLine, type PnlSettings } from './pnl-line';

/** A sale that is in no figure, and why. */
export interface ExcludedSale {
  readonly saleId: string;
  readonly soldAt: Instant;
  readonly reason: 'reversed' | 'missing-rate';
}

export interface PnlReport {
  readonly currency: CurrencyCode;
  /** By date of sale, the oldest first. */
  readonly lines: readonly PnlLine[];
  readonly excluded: readonly ExcludedSale[];
}

/** Every sale as a line of profit and loss, or excluded with its reason. */
export function pnlReport(sales: readonly Sale[], pairs: ReadonlyMap<string, Pair>, settings: PnlSettings): PnlReport {
  const lines: PnlLine[] = [];
  const excluded: ExcludedSale[] = [];
  const ordered = sales.toSorted((a, b) => a.soldAt - b.soldAt || (a.id < b.id ? -1 : 1));
  for (const sale of ordered) {
    const line = sale.status === 'reversed' ? 'reversed' : pnlLine(sale, pairs.get(sale.pairId) ?? null, settings);
    if (line !== null && line !== 'reversed') lines.push(line);
    else excluded.push({ saleId: sale.id, soldAt: sale.soldAt, reason: line ?? 'missing-rate' });
  }
  return { currency: settings.currency, lines, excluded };
}

/** Figures of lines whose profit is known. They add up: `revenue − take − cashOut − cost − otherCosts = profit`. */
export interface CompleteTotals {
  readonly sales: number;
  readonly revenue: Money;
  /** What the marketplace took, actual and estimated. */
  readonly take: Money;
  /** How much of the take is actual. Of the rest, `commission` and `sellerFee` are the parts. */
  readonly actualTake: Money;
  readonly commission: Money;
  readonly sellerFee: Money;
  readonly cashOut: Money;
  readonly cost: Money;
  readonly otherCosts: Money;
  readonly profit: Money;
}

export interface PnlTotals {
  readonly sales: number;
  readonly revenue: Money;
  readonly complete: CompleteTotals;
  /** Sales whose profit is not known, by what is missing; one may miss both. */
  readonly costUnknown: number;
  readonly feesUnknown: number;
  /** Sales with a known profit that rests on an estimate. */
  readonly estimated: number;
  /** Sales whose order is not finished. */
  readonly pending: number;
  readonly reversed: number;
  readonly missingRate: number;
}

/** The totals of a report, of the sales of one period or (`null`) of all. */
export function pnlTotals(report: PnlReport, period: Period | null): PnlTotals {
  const tally = createTally(report.currency);
  const within = (soldAt: Instant): boolean => period === null || isWithin(period, soldAt);
  for (const line of report.lines) if (within(line.soldAt)) tally.addLine(line);
  for (const sale of report.excluded) if (within(sale.soldAt)) tally.addExcluded(sale);
  return tally.totals();
}

/** Totals that grow sale by sale, for many groups in one pass. */
export interface Tally {
  /** @throws {RangeError} when the line is in another currency or a total is not safe */
  addLine(line: PnlLine): void;
  addExcluded(sale: ExcludedSale): void;
  totals(): PnlTotals;
}

type Sums = Record<Exclude<keyof CompleteTotals, 'sales'>, number>;

/** Adds up whole minor units and makes amounts of them once at the end: the same cents, without an object per sale. */
export function createTally(currency: CurrencyCode): Tally {
  const counts = {
    sales: 0,
    costUnknown: 0,
    feesUnknown: 0,
    estimated: 0,
    pending: 0,
    reversed: 0,
    missingRate: 0,
  };
  const sums: Sums = {
    revenue: 0,
    take: 0,
    actualTake: 0,
    commission: 0,
    sellerFee: 0,
    cashOut: 0,
    cost: 0,
    otherCosts: 0,
    profit: 0,
  };
  let [revenue, complete] = [0, 0];
  return {
    addLine(line) {
      if (line.revenue.currency !== currency)
        throw new RangeError(`A line in ${line.revenue.currency}, not ${currency}`);
      counts.sales += 1;
      revenue = minor(revenue + line.revenue.minor);
      if (line.cost === null) counts.costUnknown += 1;
      if (line.fees === null) counts.feesUnknown += 1;
      if (line.profit !== null && line.estimated) counts.estimated += 1;
      if (line.pending) counts.pending += 1;
      if (addComplete(sums, line)) complete += 1;
    },
    addExcluded({ reason }) {
      if (reason === 'reversed') counts.reversed += 1;
      else counts.missingRate += 1;
    },
    totals: () => ({
      ...counts,
      revenue: money(revenue, currency),
      complete: { sales: complete, ...inMoney(sums, currency) },
    }),
  };
}

/** Adds a line whose profit is known; of the others nothing is counted, so that the figures add up. */
function addComplete(sums: Sums, { revenue, fees, cost, otherCosts, profit }: PnlLine): boolean {
  if (fees === null || profit === null || cost === null) return false;
  const plus = (sum: keyof Sums, amount: Money | null): void => {
    if (amount !== null) sums[sum] = minor(sums[sum] + amount.minor);
  };
  plus('revenue', revenue);
  plus('take', fees.take);
  plus('actualTake', fees.takeIs === 'actual' ? fees.take : null);
  plus('commission', fees.commission);
  plus('sellerFee', fees.sellerFee);
  plus('cashOut', fees.cashOut);
  plus('cost', cost);
  plus('otherCosts', otherCosts);
  plus('profit', profit);
  return true;
}

function inMoney(sums: Sums, currency: CurrencyCode): Record<keyof Sums, Money> {
  return {
    revenue: money(sums.revenue, currency),
    take: money(sums.take, currency),
    actualTake: money(sums.actualTake, currency),
    commission: money(sums.commission, currency),
    sellerFee: money(sums.sellerFee, currency),
    cashOut: money(sums.cashOut, currency),
    cost: money(sums.cost, currency),
    otherCosts: money(sums.otherCosts, currency),
    profit: money(sums.profit, currency),
  };
}
