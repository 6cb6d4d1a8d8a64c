import { currencyDecimals, type CurrencyCode } from '@/lib/domain/money/currency';
import type { DayOrder } from '@/lib/domain/releases/read-day';
import {
  clean,
  MOST_STATEMENT_LINES,
  statementAmount,
  type StatementLine,
  type StatementOptions,
  type StatementProblem,
  type Steps,
} from './statement';
import { DaySettler, statementDay } from './statement-day';

interface QifRecord {
  readonly line: number;
  readonly kind: string;
  /** By the letter a line begins with; of several the first. */
  readonly facts: ReadonlyMap<string, string>;
}

/** Lists of bookings of an account; everything else a QIF can hold is no statement. */
const STATEMENTS = /^(?:bank|cash|ccard|oth a|oth l)$/;

/** Lines, and then bookings, between two steps. */
const STEP = 500;
/** Parting the file into bookings is about so much of the work. */
const PARTED = 0.5;

/**
 * Reads a QIF file. It has no ids, no currency, and dates whose order nobody wrote down: where the file itself does not
 * settle it, it is asked. In steps, so that a page goes on answering.
 *
 * @example `D3/12'25`, `T-1,109.95`, `PNIKE` and `^` are one booking of -1109.95, on 3 December or 12 March
 */
export function* readQif(text: string, { currency, order }: StatementOptions): Steps {
  const records = yield* recordsOf(text);
  if (records.length > MOST_STATEMENT_LINES) return { ok: false, problem: 'too-many-lines', table: null };
  const settler = new DaySettler();
  for (const [nth, { kind, facts }] of records.entries()) {
    if (STATEMENTS.test(kind)) settler.see(facts.get('D') ?? '');
    if (nth % STEP === 0) yield PARTED + (nth / records.length) * (1 - PARTED) * 0.5;
  }
  const days = settler.settled(order);
  const lines: StatementLine[] = [];
  const problems: StatementProblem[] = [];
  for (const [nth, record] of records.entries()) {
    const read = readRecord(record, currency, days.order);
    if (read !== null && 'reason' in read) problems.push(read);
    else if (read !== null) lines.push(read);
    if (nth % STEP === 0) yield PARTED + (0.5 + (nth / records.length) * 0.5) * (1 - PARTED);
  }
  const asks = days.order === null && problems.some(({ reason }) => reason === 'ambiguous-date');
  return {
    ok: true,
    format: 'qif',
    statements: [{ number: '', currency: null, lines }],
    problems,
    needs: asks ? 'day-order' : null,
    examples: days.examples,
    table: null,
  };
}

/** The records of a file; of one with far too many no more than shows that. */
function* recordsOf(text: string): Generator<number, readonly QifRecord[]> {
  const records: QifRecord[] = [];
  const ends = /\r\n|\r|\n/g;
  let kind = 'bank';
  let facts = new Map<string, string>();
  let first = 1;
  const close = () => {
    if (facts.size > 0) records.push({ line: first, kind, facts });
    facts = new Map();
  };
  for (let [at, line] = [0, 1]; at <= text.length && records.length <= MOST_STATEMENT_LINES; line += 1) {
    const end = ends.exec(text);
    const raw = text.slice(at, end?.index);
    at = end === null ? text.length + 1 : ends.lastIndex;
    const [letter, value] = [raw.charAt(0), raw.slice(1).trim()];
    if (letter === '^') close();
    else if (letter === '!') {
      close();
      const [, type = value.toLowerCase()] = /^type:\s*(.*)$/i.exec(value) ?? [];
      // `!Option:` and `!Clear:` change nothing about what follows.
      if (!/^(?:option|clear):/i.test(value)) kind = type.trim().toLowerCase();
    } else if (raw.trim() !== '') {
      if (facts.size === 0) first = line;
      const key = letter.toUpperCase();
      if (!facts.has(key)) facts.set(key, value);
    }
    if (line % STEP === 0) yield Math.min(1, at / text.length) * PARTED;
  }
  close();
  return records;
}

/** Quicken groups thousands: `-1,000` is a thousand, unless the currency itself has three decimals. */
function withoutGroup(text: string, currency: CurrencyCode): string {
  return currencyDecimals(currency) === 3 ? text : text.trim().replace(/^([+-]?[1-9]\d{0,2})[.,](\d{3})$/, '$1$2');
}

function readRecord(
  { line, kind, facts }: QifRecord,
  currency: CurrencyCode,
  order: DayOrder | null,
): StatementLine | StatementProblem | null {
  const fact = (letter: string) => facts.get(letter) ?? '';
  const told = clean([fact('D'), fact('T') || fact('U'), fact('P'), fact('M')].filter(Boolean).join(' '), 200);
  if (kind === 'account') return null;
  if (!STATEMENTS.test(kind)) return { line, reason: 'not-bank', text: told || kind };
  const bookedOn = statementDay(fact('D'), order);
  if (bookedOn === 'no-date' || bookedOn === 'ambiguous-date') return { line, reason: bookedOn, text: told };
  const amount = statementAmount(withoutGroup(fact('T') || fact('U'), currency), currency);
  if (typeof amount === 'string') return { line, reason: amount, text: told };
  const text = [fact('M'), fact('N'), fact('L')].filter(Boolean).join(' · ');
  return { line, bankId: null, bookedOn, amount, payee: clean(fact('P'), 200), text: clean(text, 500) };
}
