import type { Entry, SourceId } from '@/lib/domain/imports/entry';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { DayOrder } from '@/lib/domain/releases/read-day';
import type { OffsetAt } from '@/lib/domain/time/period';
import type { TableRow } from '../read-table';
import type { ColumnChoice } from './column-choice';
import type { DecimalSign, SeenSigns } from './decimal-sign';

/** What only the seller knows about a file; null: not asked yet. */
export interface Answers {
  /** Which figure of `03/04/2026` is the day. */
  readonly dayOrder: DayOrder | null;
  /** What amounts without a currency, or with a `$`, are in. */
  readonly currency: CurrencyCode | null;
  /** Whether whole numbers of an alias sales file are dollars or cents. */
  readonly unit: 'whole' | 'cents' | null;
}

export const NO_ANSWERS: Answers = { dayOrder: null, currency: null, unit: null };

export type Question = keyof Answers;

/** Why a row tells nothing; the words are the screen's. */
export type RowReason =
  | 'no-order'
  | 'no-date'
  | 'bad-date'
  | 'no-price'
  | 'bad-amount'
  | 'bad-size'
  | 'no-size'
  | 'bad-quantity'
  | 'no-pair'
  | 'bad-barcode'
  | 'no-currency'
  | 'bad-currency'
  | 'error-cell';

/** Rows that are rightly nothing: a report's sums, holds, footers. They are counted, not blamed. */
export type SkipReason = 'hold' | 'footer' | 'headings' | 'not-sold' | 'no-lines';

/** What is wrong with a row that comes in all the same; the words are the screen's. */
export type NoteReason = 'bad-barcode';

export type RowOutcome =
  | Entry
  | { readonly kind: 'note'; readonly line: number; readonly reason: NoteReason; readonly text: string }
  | { readonly kind: 'problem'; readonly line: number; readonly reason: RowReason; readonly text: string }
  | { readonly kind: 'skip'; readonly line: number; readonly reason: SkipReason }
  | { readonly kind: 'ask'; readonly line: number; readonly question: Question; readonly text: string };

/** What a format reads with. */
export interface ReadingContext {
  readonly offsetAt: OffsetAt;
  readonly answers: Answers;
  /** What parts decimals, where the file itself showed it. */
  readonly decimal: DecimalSign | null;
  /** Order that dates of this file show by themselves (`31/12/2026`) is noted here, and how amounts are written. */
  readonly seen: { dayFirst: string | null; monthFirst: string | null; readonly signs: SeenSigns };
}

/**
 * Reads the rows below a header, one after the other. What needs more than its row (orders of several lines) comes at the
 * end, piece by piece. A cell that cannot be read is thrown as `CellProblem` and costs its row alone.
 */
export interface RowReader {
  row(row: TableRow): Iterable<RowOutcome>;
  end(): Iterable<RowOutcome>;
}

/** A report whose shape is known. */
export interface Format {
  readonly id: SourceId;
  /** Whether these headings, in plain form, are of this report. */
  matches(headings: ReadonlySet<string>): boolean;
  /** @param choice which column is what, for tables of the seller's own; others know their columns by name */
  open(header: readonly string[], context: ReadingContext, choice: ColumnChoice): RowReader;
}
