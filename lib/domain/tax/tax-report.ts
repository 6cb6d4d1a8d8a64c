import type { TaxTreatment } from '../inventory/pair';
import { minorPerUnit } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { minor, money, type Money } from '../money/money';
import type { Instant } from '../time/instant';
import type { LeftOut } from './tax-books';
import type { TaxPeriod } from './tax-period';

export type TaxReportKind = 'uk-vat' | 'au-bas' | 'eu-vat' | 'oss' | 'year';

/** What one row of the books adds to the figures of a report. */
export interface TaxEntry {
  /** Unique in the report, the same each time it is made. */
  readonly id: string;
  /** `scheme`: what a whole period comes to, where a scheme knows no single pieces. */
  readonly kind: 'sale' | 'reversal' | 'purchase' | 'stock' | 'expense' | 'fees' | 'credit' | 'scheme';
  readonly rowId: string;
  readonly pairId: string | null;
  readonly name: string;
  readonly at: Instant;
  readonly treatment: TaxTreatment | null;
  /** By figure, in minor units of the report's currency. */
  readonly figures: Readonly<Record<string, number>>;
}

/** A figure of a report. */
export interface TaxFigure {
  readonly id: string;
  /** To the smallest unit: exactly what its rows add up to. */
  readonly amount: Money;
  /** As the form takes it: whole units where it wants them, the rest cut off. */
  readonly shown: Money;
  /** The form wants whole units here: no cents are written. */
  readonly isWhole: boolean;
  /** `rows`: the sum of its entries; else the figures it is made of. */
  readonly from: 'rows' | readonly string[];
}

export interface TaxReport {
  readonly kind: TaxReportKind;
  readonly period: TaxPeriod;
  readonly currency: CurrencyCode;
  readonly figures: readonly TaxFigure[];
  /** Oldest first. */
  readonly entries: readonly TaxEntry[];
  readonly left: readonly LeftOut[];
}

/** What the entries add to one figure, in minor units. */
export function totalOf(entries: readonly TaxEntry[], figure: string): number {
  return entries.reduce((sum, { figures }) => minor(sum + (figures[figure] ?? 0)), 0);
}

/** The entries behind a figure; of one that is worked out from others, those behind them. */
export function entriesOf(report: Pick<TaxReport, 'entries' | 'figures'>, figure: string): readonly TaxEntry[] {
  const sources = sourcesOf(report, figure, new Set());
  return report.entries.filter(({ figures }) => [...sources].some((each) => (figures[each] ?? 0) !== 0));
}

function sourcesOf({ figures }: Pick<TaxReport, 'figures'>, id: string, found: Set<string>): ReadonlySet<string> {
  const figure = figures.find((each) => each.id === id);
  if (figure === undefined || found.has(id)) return found;
  if (figure.from === 'rows') found.add(id);
  else for (const source of figure.from) sourcesOf({ figures }, source, found);
  return found;
}

/** A figure in the making. */
export function figureOf(
  id: string,
  amount: number,
  currency: CurrencyCode,
  { from = 'rows', whole = false }: { from?: TaxFigure['from']; whole?: boolean } = {},
): TaxFigure {
  const exact = money(amount, currency);
  return { id, amount: exact, shown: whole ? wholeUnits(exact) : exact, isWhole: whole, from };
}

/** @example £497,222.23 is £497,222, and −£0.90 is nothing */
function wholeUnits({ minor: units, currency }: Money): Money {
  const per = minorPerUnit(currency);
  return money(Math.trunc(units / per) * per, currency);
}

export function byTime<T extends { readonly at: Instant; readonly id: string }>(a: T, b: T): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
