import { feesByDay } from '../fees/fees-by-day';
import type { Pair } from '../inventory/pair';
import type { CurrencyCode } from '../money/currency';
import { inCurrency } from '../money/fx';
import { money, type Money } from '../money/money';
import { penaltyOf } from '../sales/charges';
import type { Sale } from '../sales/sale';
import type { Instant } from '../time/instant';
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

/** Who is told the sales of a report one by one, the oldest first. */
export interface ReportListener {
  line(line: PnlLine, sale: Sale, pair: Pair | null): void;
  excluded(excluded: ExcludedSale, sale: Sale): void;
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
  const [lines, excluded]: [PnlLine[], ExcludedSale[]] = [[], []];
  tellReport(sales, pairs, settings, ground, {
    line: (line) => lines.push(line),
    excluded: (sale) => excluded.push(sale),
  });
  return { currency: settings.currency, lines, excluded };
}

/**
 * The same report told line by line, with the sale and the pair of each. Who adds lines up need not keep them: of tens of
 * thousands, to keep them takes longer than to make them.
 */
export function tellReport(
  sales: readonly Sale[],
  pairs: ReadonlyMap<string, Pair>,
  settings: PnlSettings,
  ground: ReportGround,
  to: ReportListener,
): void {
  const feesOn = feesByDay(settings.schedules, settings.profile);
  for (const sale of inOrder(sales, settings.basis)) {
    const out = excludedAtOnce(sale, settings);
    const pair = pairs.get(sale.pairId) ?? null;
    const line =
      out === null ? pnlLine(sale, pair, settings, lineGround(ground, sale, settings.currency), feesOn) : null;
    if (line === null) to.excluded(out ?? leftOut(sale, 'missing-rate'), sale);
    else to.line(line, sale, pair);
  }
}

/** What is no line whatever its rates are. */
function excludedAtOnce(sale: Sale, settings: PnlSettings): ExcludedSale | null {
  if (sale.status === 'reversed') return reversedSale(sale, settings);
  return settings.basis === 'cash' && sale.paid === null ? leftOut(sale, 'unsettled') : null;
}

/** As they count, the oldest first. Times are written down once: comparing, each sale is looked at many times over. */
export function inOrder(sales: readonly Sale[], basis: PnlSettings['basis']): readonly Sale[] {
  const at = new Float64Array(sales.length);
  let isInOrder = true;
  sales.forEach((sale, nth) => {
    at[nth] = countsAt(sale, basis);
    isInOrder &&= nth === 0 || (at[nth - 1] ?? 0) < (at[nth] ?? 0);
  });
  if (isInOrder) return sales;
  const order = Uint32Array.from(sales, (_, nth) => nth);
  const compare = (a: number, b: number): number =>
    (at[a] ?? 0) - (at[b] ?? 0) || ((sales[a]?.id ?? '') < (sales[b]?.id ?? '') ? -1 : 1);
  return Array.from(order.toSorted(compare), (nth) => sales[nth]).filter((sale) => sale !== undefined);
}

function countsAt(sale: Sale, basis: PnlSettings['basis']): Instant {
  if (sale.status === 'reversed') return reversedAt(sale);
  return basis === 'cash' ? (sale.paid?.at ?? sale.soldAt) : sale.soldAt;
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
