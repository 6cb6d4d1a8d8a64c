import type { CurrencyCode } from '../money/currency';
import { money, type Money } from '../money/money';
import { CHARGE_KINDS, type ChargeKind } from '../sales/charges';
import type { Instant } from '../time/instant';
import { isWithin, type Period } from '../time/period';
import type { PnlLine } from './pnl-line';
import type { ExcludedSale, PnlReport } from './pnl-report';

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
  /** How much of the take nobody splits. */
  readonly unsplit: Money;
  /** How much of the take no statement splits and the fee profile does, to the cent. */
  readonly byProfile: Money;
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
  /** What `tallyInAll` reads once of a line for all the totals it is of. */
  addFigures(figures: LineFigures): void;
  addExcluded(sale: ExcludedSale): void;
  /** @throws {RangeError} when a total is not safe */
  totals(): PnlTotals;
}

/**
 * Adds a line to several totals. With tens of thousands of lines, to look each one's amounts up is most of the work.
 *
 * @throws {RangeError} when the line is in another currency than one of them
 */
export function tallyInAll(tallies: readonly Tally[], line: PnlLine): void {
  readFigures(line);
  for (const tally of tallies) tally.addFigures(figuresRead);
}

const SUMS = [
  'revenue',
  'take',
  'actualTake',
  'unsplit',
  'byProfile',
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

/** A line in whole minor units. */
interface LineFigures {
  currency: CurrencyCode;
  revenue: number;
  costUnknown: boolean;
  feesUnknown: boolean;
  estimated: boolean;
  pending: boolean;
  /** Whether its profit is known; of the others nothing is in the sums, so that they add up. */
  isComplete: boolean;
  /** As `SUMS` stand; of use only when it is complete. */
  readonly sums: Float64Array;
}

/** The one line that is looked at: an object for each would cost more than the adding up. */
const figuresRead: LineFigures = {
  currency: 'USD',
  revenue: 0,
  costUnknown: false,
  feesUnknown: false,
  estimated: false,
  pending: false,
  isComplete: false,
  sums: new Float64Array(SUMS.length),
};

function readFigures(line: PnlLine): void {
  const { revenue, fees, profit, cost, otherCosts, pending, estimated } = line;
  const into = figuresRead;
  into.currency = revenue.currency;
  into.revenue = revenue.minor;
  into.costUnknown = cost === null;
  into.feesUnknown = fees === null;
  into.estimated = profit !== null && estimated;
  into.pending = pending;
  into.isComplete = fees !== null && profit !== null && cost !== null;
  if (fees === null || profit === null || cost === null) return;
  const { sums } = into;
  const { split } = fees;
  const take = fees.take.minor;
  sums[AT.revenue] = revenue.minor;
  sums[AT.take] = take;
  sums[AT.actualTake] = fees.takeIs === 'actual' ? take : 0;
  sums[AT.unsplit] = split === null ? take : 0;
  sums[AT.byProfile] = fees.byProfile ? take : 0;
  for (const [kind, at] of CHARGES_AT) sums[at] = split?.[kind]?.minor ?? 0;
  sums[AT.cashOut] = fees.cashOut.minor;
  sums[AT.cost] = cost.minor;
  sums[AT.otherCosts] = otherCosts?.minor ?? 0;
  sums[AT.expenses] = line.expenses.minor;
  sums[AT.profit] = profit.minor;
}

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
  const addFigures = (figures: LineFigures) => {
    if (figures.currency !== currency) throw new RangeError(`A line in ${figures.currency}, not ${currency}`);
    counts.sales += 1;
    revenue += figures.revenue;
    if (figures.costUnknown) counts.costUnknown += 1;
    if (figures.feesUnknown) counts.feesUnknown += 1;
    if (figures.estimated) counts.estimated += 1;
    if (figures.pending) counts.pending += 1;
    if (!figures.isComplete) return;
    complete += 1;
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (figures.sums[at] ?? 0);
  };
  return {
    addFigures,
    addLine(line) {
      readFigures(line);
      addFigures(figuresRead);
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

function inMoney(sums: Float64Array, currency: CurrencyCode): Record<SumName, Money> {
  return Object.fromEntries(SUMS.map((name) => [name, money(sums[AT[name]] ?? 0, currency)])) as Record<SumName, Money>;
}
