import type { Pair } from '../inventory/pair';
import type { CurrencyCode } from '../money/currency';
import { inCurrency } from '../money/fx';
import { money, type Money } from '../money/money';
import { CHARGE_KINDS, penaltyOf, type ChargeKind } from '../sales/charges';
import type { Sale } from '../sales/sale';
import type { Instant } from '../time/instant';
import { isWithin, type Period } from '../time/period';
import { pnlLine, type LineGround, type PnlLine, type PnlSettings } from './pnl-line';

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

/** A report with what stands behind each of its lines and excluded sales: lists of the same length as theirs. */
export interface ReportRows {
  readonly report: PnlReport;
  readonly sales: readonly Sale[];
  readonly pairs: readonly (Pair | null)[];
  readonly excludedSales: readonly Sale[];
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
  return reportRows(sales, pairs, settings, ground).report;
}

/** The same with the sale and the pair of each line: tens of thousands need not be looked for again. */
export function reportRows(
  sales: readonly Sale[],
  pairs: ReadonlyMap<string, Pair>,
  settings: PnlSettings,
  ground: ReportGround,
): ReportRows {
  const [lines, lineSales, linePairs]: [PnlLine[], Sale[], (Pair | null)[]] = [[], [], []];
  const [excluded, excludedSales]: [ExcludedSale[], Sale[]] = [[], []];
  for (const sale of inOrder(sales, settings)) {
    const out = excludedAtOnce(sale, settings);
    const pair = pairs.get(sale.pairId) ?? null;
    const line = out === null ? pnlLine(sale, pair, settings, lineGround(ground, sale, settings.currency)) : null;
    if (line === null) {
      excluded.push(out ?? leftOut(sale, 'missing-rate'));
      excludedSales.push(sale);
    } else {
      lines.push(line);
      lineSales.push(sale);
      linePairs.push(pair);
    }
  }
  const report = { currency: settings.currency, lines, excluded };
  return { report, sales: lineSales, pairs: linePairs, excludedSales };
}

/** What is no line whatever its rates are. */
function excludedAtOnce(sale: Sale, settings: PnlSettings): ExcludedSale | null {
  if (sale.status === 'reversed') return reversedSale(sale, settings);
  return settings.basis === 'cash' && sale.paid === null ? leftOut(sale, 'unsettled') : null;
}

function inOrder(sales: readonly Sale[], { basis }: PnlSettings): readonly Sale[] {
  const at = (sale: Sale): Instant => {
    if (sale.status === 'reversed') return reversedAt(sale);
    return basis === 'cash' ? (sale.paid?.at ?? sale.soldAt) : sale.soldAt;
  };
  return sales.toSorted((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
}

/** What one sale's line rests on. */
export function lineGround(ground: ReportGround, { id, pairId }: Sale, currency: CurrencyCode): LineGround {
  const expenses = ground.expenses.get(pairId) ?? null;
  if (ground.costs === undefined) return expenses === null ? NOTHING_SPENT : { expenses };
  const cost = ground.costs.get(id) ?? null;
  return { expenses, cost: cost === null ? null : money(cost, currency) };
}

const NOTHING_SPENT: LineGround = { expenses: null };
const NO_GROUND: ReportGround = { expenses: new Map() };

function reversedAt({ reversal, soldAt }: Sale): Instant {
  return reversal?.at ?? soldAt;
}

function leftOut({ id, soldAt }: Sale, reason: ExcludedSale['reason']): ExcludedSale {
  return { saleId: id, soldAt, at: soldAt, reason, penalty: null };
}

/** A fee that was kept is what the reversal cost; where the reversal names none, what the statement calls a penalty. */
function reversedSale(sale: Sale, { currency }: PnlSettings): ExcludedSale {
  const { fx, soldAt } = sale;
  const charged = penaltyOf(sale);
  const penalty = charged === null ? null : inCurrency(charged, currency, fx, 'half-even');
  const at = reversedAt(sale);
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
  /** @throws {RangeError} when the line is in another currency */
  addLine(line: PnlLine): void;
  addExcluded(sale: ExcludedSale): void;
  /** @throws {RangeError} when a total is not safe */
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

type SumName = (typeof SUMS)[number];

/** Where each sum stands in a row of numbers. */
const AT = Object.fromEntries(SUMS.map((name, nth) => [name, nth])) as Readonly<Record<SumName, number>>;
const CHARGES_AT = CHARGE_KINDS.map((kind) => [kind, AT[kind]] as const);

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
  // Whole numbers far below what a double holds exactly; what is beyond is refused when amounts are made of them.
  const sums = new Float64Array(SUMS.length);
  let [revenue, complete, penalties] = [0, 0, 0];
  return {
    addLine(line) {
      if (line.revenue.currency !== currency)
        throw new RangeError(`A line in ${line.revenue.currency}, not ${currency}`);
      counts.sales += 1;
      revenue += line.revenue.minor;
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
      if (penalty !== null) penalties += penalty.minor;
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
function addComplete(sums: Float64Array, line: PnlLine): boolean {
  const { fees, profit, cost, otherCosts } = line;
  if (fees === null || profit === null || cost === null) return false;
  const take = fees.take.minor;
  plus(sums, AT.revenue, line.revenue.minor);
  plus(sums, AT.take, take);
  if (fees.takeIs === 'actual') plus(sums, AT.actualTake, take);
  const { split } = fees;
  if (split === null) plus(sums, AT.unsplit, take);
  else
    for (const [kind, at] of CHARGES_AT) {
      const part = split[kind];
      if (part !== null) plus(sums, at, part.minor);
    }
  plus(sums, AT.cashOut, fees.cashOut.minor);
  plus(sums, AT.cost, cost.minor);
  if (otherCosts !== null) plus(sums, AT.otherCosts, otherCosts.minor);
  plus(sums, AT.expenses, line.expenses.minor);
  plus(sums, AT.profit, profit.minor);
  return true;
}

function plus(sums: Float64Array, at: number, minorUnits: number): void {
  sums[at] = (sums[at] ?? 0) + minorUnits;
}

function inMoney(sums: Float64Array, currency: CurrencyCode): Record<SumName, Money> {
  return Object.fromEntries(SUMS.map((name) => [name, money(sums[AT[name]] ?? 0, currency)])) as Record<SumName, Money>;
}
