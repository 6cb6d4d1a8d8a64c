import type { Money } from '../money/money';
import type { CalendarDate } from '../time/instant';

/** A line as a file tells it. */
export interface ToldLine {
  /** The bank's own id; null: the file has none. */
  readonly bankId: string | null;
  readonly bookedOn: CalendarDate;
  readonly amount: Money;
  readonly payee: string;
  readonly text: string;
}

/** A line of the account that is in the books. */
export interface KnownLine {
  readonly ref: string;
  readonly bookedOn: CalendarDate;
  readonly amount: Money;
}

export interface PlannedLine<L extends ToldLine> {
  readonly ref: string;
  readonly told: L;
}

export interface StatementPlan<L extends ToldLine> {
  readonly fresh: readonly PlannedLine<L>[];
  /** In the books already, from this file or another. */
  readonly known: number;
}

/**
 * Which lines of a file are new to an account. A line is known by the bank's id with its day and amount; without an id by
 * day, amount, words and how many alike come before it. What came from a file of another kind has other marks: there, as
 * many lines of one day and amount as are in the books count as known.
 *
 * @param format what kind of file it is, part of every mark
 * @example two coffees of 3.50 on one day are two lines, and stay two when the file is read again
 */
export function planStatement<L extends ToldLine>(
  lines: readonly L[],
  known: readonly KnownLine[],
  format: string,
): StatementPlan<L> {
  const refs = new Set(known.map(({ ref }) => ref));
  const elsewhere = new Map<string, number>();
  for (const line of known) {
    if (line.ref.startsWith(`${format}:`)) continue;
    const at = sumOf(line);
    elsewhere.set(at, (elsewhere.get(at) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  const fresh: PlannedLine<L>[] = [];
  const repeated = new Set<string>();
  for (const told of lines) {
    const mark = markOf(told, format);
    // The bank's own id with the same words again is the same booking told twice.
    if (told.bankId !== null && repeated.has(`${mark} ${wordsOf(told)}`)) continue;
    repeated.add(`${mark} ${wordsOf(told)}`);
    const nth = (counts.get(mark) ?? 0) + 1;
    counts.set(mark, nth);
    const ref = nth === 1 ? mark : `${mark}~${nth}`;
    if (refs.has(ref)) continue;
    const left = elsewhere.get(sumOf(told)) ?? 0;
    if (left > 0) elsewhere.set(sumOf(told), left - 1);
    else fresh.push({ ref, told });
  }
  return { fresh, known: lines.length - fresh.length };
}

const sumOf = ({ bookedOn, amount }: Pick<KnownLine, 'bookedOn' | 'amount'>) =>
  `${bookedOn}|${amount.minor}|${amount.currency}`;

const wordsOf = ({ payee, text }: ToldLine) =>
  `${payee} ${text}`.toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 300);

function markOf(told: ToldLine, format: string): string {
  return told.bankId === null
    ? `${format}:${sumOf(told)}|${wordsOf(told)}`
    : `${format}:${sumOf(told)}#${told.bankId.slice(0, 255)}`;
}
