import type { Pair } from '../inventory/pair';
import type { CurrencyCode } from '../money/currency';
import { inCurrency } from '../money/fx';
import { minor, money, type Money } from '../money/money';
import type { Sale } from '../sales/sale';
import type { Instant } from '../time/instant';
import { isWithin, type Period } from '../time/period';
import { pnlLine, type LineGround, type PnlLine, type PnlSettings } from './pnl-line';
import { CHARGE_KINDS, type ChargeKind } from './split-take';

/** A sale that is in no figure, and why. */
export interface ExcludedSale {
  readonly saleId: string;
  readonly soldAt: Instant;
  /** When it would count; a reversed sale on the day it was reversed. */
  readonly at: Instant;
  /** `unsettled`: by cash, its money has not come yet. */
  readonly reason: 'reversed' | 'missing-rate' | 'unsettled';
  /** What the platform charged for reversing it, in the report's currency; null: nothing, or not known. */
  readonly penalty: Money | null;
}

/** What the lines rest on besides sales and pairs. */
export interface ReportGround {
  /** By pair: its shares of expenses, in the report's currency. */
  readonly expenses: ReadonlyMap<string, Money>;
  /** By sale, in minor units: costs by another method than each pair's own; null: unknown. Left out: the pair's own. */
  readonly costs?: ReadonlyMap<string, number | null>;
}

export interface PnlReport {
  readonly currency: CurrencyCode;
  /** By date of sale, the oldest first. */
  readonly lines: readonly PnlLine[];
  readonly excluded: readonly ExcludedSale[];
}

/**
 * Every sale as a line of profit and loss, or excluded with its reason; oldest first, whatever order they come in. What a
 * reversed sale cost counts on the day it was reversed.
 */
export function pnlReport(
  sales: readonly Sale[],
  pairs: ReadonlyMap<string, Pair>,
  settings: PnlSettings,
  ground: ReportGround = NO_GROUND,
): PnlReport {
  const lines: PnlLine[] = [];
  const excluded: ExcludedSale[] = [];
  for (const sale of sales) {
    if (sale.status === 'reversed') excluded.push(reversedSale(sale, settings));
    else {
      const line = pnlLine(sale, pairs.get(sale.pairId) ?? null, settings, lineGround(ground, sale, settings.currency));
      const unsettled = settings.basis === 'cash' && sale.paid === null;
      if (line !== null && !unsettled) lines.push(line);
      else excluded.push(leftOut(sale, unsettled ? 'unsettled' : 'missing-rate'));
    }
  }
  return { currency: settings.currency, lines: lines.toSorted(byTime), excluded: excluded.toSorted(byTime) };
}

/** What one sale's line rests on. */
export function lineGround(ground: ReportGround, { id, pairId }: Sale, currency: CurrencyCode): LineGround {
  const expenses = ground.expenses.get(pairId) ?? null;
  if (ground.costs === undefined) return { expenses };
  const cost = ground.costs.get(id) ?? null;
  return { expenses, cost: cost === null ? null : money(cost, currency) };
}

const NO_GROUND: ReportGround = { expenses: new Map() };

function byTime(a: Pick<PnlLine, 'at' | 'saleId'>, b: Pick<PnlLine, 'at' | 'saleId'>): number {
  return a.at - b.at || (a.saleId < b.saleId ? -1 : 1);
}

function leftOut({ id, soldAt }: Sale, reason: ExcludedSale['reason']): ExcludedSale {
  return { saleId: id, soldAt, at: soldAt, reason, penalty: null };
}

/** A fee that was kept is what the reversal cost; where the reversal names none, what the statement calls a penalty. */
function reversedSale(sale: Sale, { currency }: PnlSettings): ExcludedSale {
  const { reversal, charges, fx, soldAt } = sale;
  const charged = reversal?.penalty ?? charges?.penalty ?? null;
  const penalty = charged === null ? null : inCurrency(charged, currency, fx, 'half-even');
  const at = reversal?.at ?? soldAt;
  const lacksRate = charged !== null && penalty === null;
  return { saleId: sale.id, soldAt, at, reason: lacksRate ? 'missing-rate' : 'reversed', penalty };
}

/**
 * Figures of lines whose profit is known. They add up: `revenue − take − cashOut − cost − otherCosts − expenses = profit`,
 * and the parts of the take with `unsplit` to the take.
 */
export interface CompleteTotals extends Readonly<Record<ChargeKind, Money>> {
  readonly sales: number;
  readonly revenue: Money;
  /** What the marketplace took, actual and estimated. */
  readonly take: Money;
  /** How much of the take is actual. */
  readonly actualTake: Money;
  /** How much of the take no statement splits. */
  readonly unsplit: Money;
  readonly cashOut: Money;
  readonly cost: Money;
  readonly otherCosts: Money;
  /** Shares of expenses that fall on the pairs. */
  readonly expenses: Money;
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
  /** What reversed sales cost: in no line, and off the profit of the whole. */
  readonly penalties: Money;
  readonly missingRate: number;
  /** By cash: sales whose money has not come. */
  readonly unsettled: number;
}

/** The totals of a report, of the sales of one period or (`null`) of all. */
export function pnlTotals(report: PnlReport, period: Period | null): PnlTotals {
  const tally = createTally(report.currency);
  const within = (at: Instant): boolean => period === null || isWithin(period, at);
  for (const line of report.lines) if (within(line.at)) tally.addLine(line);
  for (const sale of report.excluded) if (within(sale.at)) tally.addExcluded(sale);
  return tally.totals();
}

/** Totals that grow sale by sale, for many groups in one pass. */
export interface Tally {
  /** @throws {RangeError} when the line is in another currency or a total is not safe */
  addLine(line: PnlLine): void;
  addExcluded(sale: ExcludedSale): void;
  totals(): PnlTotals;
}

const SUMS = [
  'revenue',
  'take',
  'actualTake',
  'unsplit',
  ...CHARGE_KINDS,
  'cashOut',
  'cost',
  'otherCosts',
  'expenses',
  'profit',
] as const satisfies readonly Exclude<keyof CompleteTotals, 'sales'>[];

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
    unsettled: 0,
  };
  const sums = Object.fromEntries(SUMS.map((name) => [name, 0])) as Sums;
  let [revenue, complete, penalties] = [0, 0, 0];
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
    addExcluded({ reason, penalty }) {
      if (reason === 'reversed') counts.reversed += 1;
      else if (reason === 'unsettled') counts.unsettled += 1;
      else counts.missingRate += 1;
      if (penalty !== null) penalties = minor(penalties + penalty.minor);
    },
    totals: () => ({
      ...counts,
      revenue: money(revenue, currency),
      penalties: money(penalties, currency),
      complete: { sales: complete, ...inMoney(sums, currency) },
    }),
  };
}

/** Adds a line whose profit is known; of the others nothing is counted, so that the figures add up. */
function addComplete(sums: Sums, { revenue, fees, cost, otherCosts, expenses, profit }: PnlLine): boolean {
  if (fees === null || profit === null || cost === null) return false;
  const plus = (sum: keyof Sums, amount: Money | null): void => {
    if (amount !== null) sums[sum] = minor(sums[sum] + amount.minor);
  };
  plus('revenue', revenue);
  plus('take', fees.take);
  if (fees.takeIs === 'actual') plus('actualTake', fees.take);
  if (fees.split === null) plus('unsplit', fees.take);
  else for (const kind of CHARGE_KINDS) plus(kind, fees.split[kind]);
  plus('cashOut', fees.cashOut);
  plus('cost', cost);
  plus('otherCosts', otherCosts);
  plus('expenses', expenses);
  plus('profit', profit);
  return true;
}

function inMoney(sums: Sums, currency: CurrencyCode): Record<keyof Sums, Money> {
  return Object.fromEntries(SUMS.map((name) => [name, money(sums[name], currency)])) as Record<keyof Sums, Money>;
}
