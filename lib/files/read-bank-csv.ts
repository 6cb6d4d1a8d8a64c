import { negate } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import type { DayOrder } from '@/lib/domain/releases/read-day';
import { columnsOf, findHeader, mayBeRead } from './bank-columns';
import { unguardCell } from './csv-guard';
import type { TableRow } from './read-table';
import { sniffDelimiter } from './sniff-delimiter';
import {
  clean,
  currencyIn,
  MOST_STATEMENT_LINES,
  tableAmount,
  type BankColumns,
  type BankField,
  type LineProblem,
  type ReadStatement,
  type StatementLine,
  type StatementOptions,
  type StatementProblem,
  type Steps,
} from './statement';
import { DaySettler, statementDay } from './statement-day';
import { TableError } from './table-problem';
import { TextCursor } from './text-cursor';

type Cells = Readonly<Record<BankField, string>>;

interface Row {
  readonly line: number;
  readonly cells: Cells;
}

/**
 * Reads a table a bank hands out, parted by commas, semicolons, tabs or bars. Lines before the headings are passed over;
 * columns are known by their headings, or by what the person says. One column with a sign, two columns for in and out, or
 * one column with a word for the direction. Decimal commas and points are told by the figures themselves. In steps, so
 * that a page goes on answering over fifty thousand lines.
 *
 * @example `Date;Paid in;Paid out` with `25/03/2026;1.234,50;` is +1234.50 on 2026-03-25
 */
export function* readBankCsv(text: string, options: StatementOptions): Steps {
  const raw = yield* rawRows(text);
  if (typeof raw === 'string') return refuse(raw);
  const at = findHeader(
    raw.map(({ cells }) => cells),
    options.columns,
  );
  const headings = (raw[at]?.cells ?? []).map((cell) => clean(unguardCell(cell), 100));
  const columns = columnsOf(headings, options.columns);
  const table = { headings: headings.filter((heading) => heading !== ''), columns };
  if (!mayBeRead(columns)) return { ok: false, problem: 'no-columns', table };
  if (raw.length - at - 1 > MOST_STATEMENT_LINES) return { ok: false, problem: 'too-many-lines', table };
  const rows = raw.slice(at + 1).map(cellsBy(headings, columns));
  const settler = new DaySettler();
  for (const [nth, { cells }] of rows.entries()) {
    settler.see(cells.date);
    if (nth % STEP === 0) yield READ + (nth / rows.length) * (1 - READ) * 0.5;
  }
  const days = settler.settled(options.order);
  const lines: StatementLine[] = [];
  const problems: StatementProblem[] = [];
  for (const [nth, row] of rows.entries()) {
    const read = readRow(row, options.currency, days.order, columns.in === null);
    if ('reason' in read) problems.push(read);
    else lines.push(read);
    if (nth % STEP === 0) yield READ + (0.5 + (nth / rows.length) * 0.5) * (1 - READ);
  }
  const asks = days.order === null && problems.some(({ reason }) => reason === 'ambiguous-date');
  return {
    ok: true,
    format: 'csv',
    statements: [{ number: '', currency: soleCurrency(lines, columns), lines }],
    problems,
    needs: asks ? 'day-order' : null,
    examples: days.examples,
    table,
  };
}

/** Rows between two steps. */
const STEP = 500;
/** Parting the text into cells is about so much of the work. */
const READ = 0.4;

const refuse = (problem: 'unclosed' | 'empty'): ReadStatement => ({ ok: false, problem, table: null });

function* rawRows(text: string): Generator<number, TableRow[] | 'unclosed' | 'empty'> {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (plain.trim() === '') return 'empty';
  const cursor = new TextCursor(plain, sniffDelimiter(plain));
  const rows: TableRow[] = [];
  try {
    while (!cursor.isDone) {
      for (const row of cursor.next()) rows.push(row);
      // One that is far too long is refused soon, not when it was read to its end.
      if (rows.length > MOST_STATEMENT_LINES + MOST_BEFORE) break;
      yield cursor.share * READ;
    }
  } catch (error) {
    if (error instanceof TableError) return 'unclosed';
    throw error;
  }
  return rows.length === 0 ? 'empty' : rows;
}

/** Lines before the headings, at most. */
const MOST_BEFORE = 100;

function cellsBy(headings: readonly string[], columns: BankColumns): (row: TableRow) => Row {
  const places = Object.entries(columns).map(
    ([field, heading]) => [field, heading === null ? -1 : headings.indexOf(heading)] as const,
  );
  return ({ line, cells: raw }) => {
    const cells = Object.fromEntries(
      places.map(([field, place]) => [field, place < 0 ? '' : clean(unguardCell(raw[place] ?? ''), 500)]),
    ) as Cells;
    return { line, cells };
  };
}

function readRow(
  { line, cells }: Row,
  told: CurrencyCode,
  order: DayOrder | null,
  onlyOut: boolean,
): StatementLine | StatementProblem {
  const problem = (reason: LineProblem): StatementProblem => ({
    line,
    reason,
    text: clean([cells.date, cells.amount || cells.in || cells.out, cells.payee, cells.text].join(' '), 200),
  });
  const bookedOn = statementDay(cells.date, order);
  if (bookedOn === 'no-date' || bookedOn === 'ambiguous-date') return problem(bookedOn);
  const currency = cells.currency === '' ? told : currencyIn(cells.currency);
  if (currency === null || currency !== told) return problem('other-currency');
  const amount = amountOf(cells, currency, onlyOut);
  if (typeof amount === 'string') return problem(amount);
  const payee = (cells.payee || cells.text).slice(0, 200);
  const text = cells.payee === '' ? '' : cells.text;
  return { line, bankId: cells.id.slice(0, 200) || null, bookedOn, amount, payee, text };
}

/** Words for money that went out, as statements write them in English, German, French, Spanish, Dutch and Italian. */
const OUT = /^(?:-|d|s|dr|dbit|debit|debet|out|soll|af|débit|adeudo|payment|withdrawal|dare)\b/i;
const IN = /^(?:\+|c|h|cr|crdt|credit|in|haben|bij|crédit|abono|deposit|avere)\b/i;

function amountOf(cells: Cells, currency: CurrencyCode, onlyOut: boolean): Money | LineProblem {
  if (cells.amount !== '') {
    const amount = tableAmount(cells.amount, currency);
    if (typeof amount === 'string' || cells.direction === '' || amount.minor < 0) return amount;
    if (OUT.test(cells.direction)) return negate(amount);
    return IN.test(cells.direction) ? amount : 'no-direction';
  }
  const came = sideOf(cells.in, currency);
  const went = sideOf(cells.out, currency);
  if (typeof came === 'string') return came;
  if (typeof went === 'string') return went;
  // A line is one or the other; with both it cannot be told what it is.
  if ((came === null) === (went === null)) return 'no-amount';
  if (came !== null) return came;
  // Alone, a column of what went out has minuses for what came back; beside another one they say the same twice.
  return went === null ? 'no-amount' : went.minor < 0 && !onlyOut ? went : negate(went);
}

/** An amount of one of two columns; null: empty or nothing. */
function sideOf(text: string, currency: CurrencyCode): Money | LineProblem | null {
  if (text === '' || /^[-–—]+$/.test(text)) return null;
  const amount = tableAmount(text, currency);
  return typeof amount === 'string' || amount.minor !== 0 ? amount : null;
}

function soleCurrency(lines: readonly StatementLine[], { currency }: BankColumns): CurrencyCode | null {
  return currency === null ? null : (lines[0]?.amount.currency ?? null);
}
