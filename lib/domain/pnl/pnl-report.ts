import type { Pair } from '../inventory/pair';
import { add } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { money, type Money } from '../money/money';
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
  const within = ({ soldAt }: { readonly soldAt: Instant }): boolean => period === null || isWithin(period, soldAt);
  const lines = report.lines.filter(within);
  const excluded = report.excluded.filter(within);
  const count = (fits: (line: PnlLine) => boolean): number => lines.filter(fits).length;
  return {
    sales: lines.length,
    revenue: lines.reduce((total, line) => add(total, line.revenue), money(0, report.currency)),
    complete: completeTotals(lines, report.currency),
    costUnknown: count((line) => line.cost === null),
    feesUnknown: count((line) => line.fees === null),
    estimated: count((line) => line.profit !== null && line.estimated),
    pending: count((line) => line.pending),
    reversed: excluded.filter(({ reason }) => reason === 'reversed').length,
    missingRate: excluded.filter(({ reason }) => reason === 'missing-rate').length,
  };
}

function completeTotals(lines: readonly PnlLine[], currency: CurrencyCode): CompleteTotals {
  const nothing = money(0, currency);
  let totals: CompleteTotals = {
    sales: 0,
    revenue: nothing,
    take: nothing,
    actualTake: nothing,
    commission: nothing,
    sellerFee: nothing,
    cashOut: nothing,
    cost: nothing,
    otherCosts: nothing,
    profit: nothing,
  };
  for (const line of lines) {
    const { fees, profit, cost } = line;
    if (fees === null || profit === null || cost === null) continue;
    totals = {
      sales: totals.sales + 1,
      revenue: add(totals.revenue, line.revenue),
      take: add(totals.take, fees.take),
      actualTake: fees.takeIs === 'actual' ? add(totals.actualTake, fees.take) : totals.actualTake,
      commission: add(totals.commission, fees.commission ?? nothing),
      sellerFee: add(totals.sellerFee, fees.sellerFee ?? nothing),
      cashOut: add(totals.cashOut, fees.cashOut),
      cost: add(totals.cost, cost),
      otherCosts: add(totals.otherCosts, line.otherCosts ?? nothing),
      profit: add(totals.profit, profit),
    };
  }
  return totals;
}
