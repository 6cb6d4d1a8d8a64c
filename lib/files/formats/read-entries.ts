import type { Entry, SourceId } from '@/lib/domain/imports/entry';
import type { DayOrder } from '@/lib/domain/releases/read-day';
import type { OffsetAt } from '@/lib/domain/time/period';
import { breather } from '../breathe';
import { readTable, type TableFacts, type TableOptions, type TableRow } from '../read-table';
import { TableError } from '../table-problem';
import { CellProblem, CellQuestion } from './cells';
import type { ColumnChoice } from './column-choice';
import { noSigns, settledSign } from './decimal-sign';
import type {
  Answers,
  NoteReason,
  Question,
  ReadingContext,
  RowOutcome,
  RowReader,
  RowReason,
  SkipReason,
} from './format';
import { formatOf, recognise, type KeptMapping, type Recognised } from './recognise';

/** A row that tells nothing, and why. */
export interface BadRow {
  readonly line: number;
  readonly reason: RowReason;
  readonly text: string;
  /** The row as it stood in the file, for the list of what was left out. */
  readonly cells: readonly string[];
}

/** What a row loses on its way in. The rest of it comes in. */
export interface RowNote {
  readonly line: number;
  readonly reason: NoteReason;
  /** What stood in the file. */
  readonly text: string;
}

/** Something only the seller knows, with what stood in the file. */
export interface AskedOfFile {
  readonly question: Question;
  readonly examples: readonly { readonly line: number; readonly text: string }[];
  /** Rows that wait for the answer. */
  readonly rows: number;
  /** Dates that can only be read one way, where the file has both kinds. */
  readonly mixed: readonly string[];
}

export interface ReadEntries {
  readonly facts: TableFacts;
  readonly recognised: Recognised;
  readonly entries: readonly Entry[];
  readonly bad: readonly BadRow[];
  readonly notes: readonly RowNote[];
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly asked: readonly AskedOfFile[];
  /** Which order of day and month dates of the file show by themselves, and by which of them. */
  readonly dayOrder: { readonly order: DayOrder; readonly example: string } | null;
  readonly rows: number;
  /** The first rows below the headings, to choose columns by. */
  readonly sample: readonly (readonly string[])[];
}

export interface ReadOptions {
  readonly table?: TableOptions;
  readonly answers: Answers;
  readonly offsetAt: OffsetAt;
  readonly kept?: readonly KeptMapping[];
  /** What the seller says the file is; null: found out. */
  readonly source?: SourceId | null;
  readonly columns?: ColumnChoice | null;
  readonly onShare?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** More rows are refused: books of that size are split by year anyway. */
const MOST_ROWS = 250_000;
const SAMPLE = 5;
const EXAMPLES = 3;

/**
 * Reads a file into its normal form. Writes nothing, gives the page its turn all along, and reads the same file with the same
 * answers the same way. A row that cannot be read is told with its reason and does not stop the others.
 *
 * Where some dates show the order of day and month by themselves and none contradicts them, the others are read the same way;
 * otherwise the seller is asked. In the same way amounts with three decimals are no thousands where the file parts decimals
 * by that sign.
 *
 * @throws TableError when the file is no table; the signal's reason when it is aborted
 */
export async function readEntries(file: Blob | Uint8Array, options: ReadOptions): Promise<ReadEntries> {
  const seen = { dayFirst: null, monthFirst: null, signs: noSigns() };
  const first = await readOnce(file, options, { decimal: null, seen });
  const { dayOrder } = first;
  const asks = first.asked.some(({ question }) => question === 'dayOrder');
  const order = asks && dayOrder !== null ? dayOrder.order : options.answers.dayOrder;
  const decimal = settledSign(seen.signs);
  if (order === options.answers.dayOrder && decimal === null) return first;
  const again = { dayFirst: null, monthFirst: null, signs: noSigns() };
  const told = { ...options, answers: { ...options.answers, dayOrder: order } };
  return readOnce(file, told, { decimal, seen: again });
}

async function readOnce(
  file: Blob | Uint8Array,
  options: ReadOptions,
  shown: Pick<ReadingContext, 'decimal' | 'seen'>,
): Promise<ReadEntries> {
  const context: ReadingContext = { offsetAt: options.offsetAt, answers: options.answers, ...shown };
  const run = new Run(options, context);
  const breathe = breather();
  for await (const chunk of readTable(file, options.table)) {
    options.signal?.throwIfAborted();
    for (const row of chunk.rows) {
      run.take(row, chunk.facts);
      await breathe();
    }
    options.onShare?.(chunk.share);
  }
  const reader = run.finishHead();
  for (const outcome of reader.end()) {
    run.note(outcome, null);
    await breathe();
  }
  options.signal?.throwIfAborted();
  return run.result();
}

const HEAD = 40;

class Run {
  readonly #head: TableRow[] = [];
  readonly #entries: Entry[] = [];
  readonly #bad: BadRow[] = [];
  readonly #notes: RowNote[] = [];
  readonly #skipped: Partial<Record<SkipReason, number>> = {};
  readonly #asked = new Map<Question, { examples: { line: number; text: string }[]; rows: number }>();
  readonly #sample: (readonly string[])[] = [];
  #facts: TableFacts | null = null;
  #recognised: Recognised | null = null;
  #reader: RowReader | null = null;
  /** The headings as they stand in the file: glued together, files have them again. */
  #headings = '';
  #rows = 0;

  constructor(
    readonly options: ReadOptions,
    readonly context: ReadingContext,
  ) {}

  take(row: TableRow, facts: TableFacts): void {
    this.#facts = facts;
    if (this.#reader !== null) return this.#read(row, this.#reader);
    this.#head.push(row);
    if (this.#head.length >= HEAD) this.finishHead();
  }

  /** What the file is shows in its first rows; a shorter one is all head. */
  finishHead(): RowReader {
    if (this.#reader !== null) return this.#reader;
    const found = recognise(this.#head, this.options.kept);
    if (found === null || this.#facts === null) throw new TableError({ kind: 'not-a-table' });
    const source = this.options.source ?? found.source;
    const columns = this.options.columns ?? found.columns;
    this.#recognised = { ...found, source, columns };
    const reader = formatOf(source).open(found.header, this.context, columns);
    this.#reader = reader;
    this.#headings = written(this.#head.find(({ line }) => line === found.line)?.cells ?? []);
    for (const row of this.#head) if (row.line > found.line) this.#read(row, reader);
    return reader;
  }

  #read(row: TableRow, reader: RowReader): void {
    if (written(row.cells) === this.#headings)
      return this.note({ kind: 'skip', line: row.line, reason: 'headings' }, row);
    this.#rows += 1;
    if (this.#rows > MOST_ROWS) throw new TableError({ kind: 'too-many-rows' });
    if (this.#sample.length < SAMPLE) this.#sample.push(row.cells);
    const [broken] = row.badCells ?? [];
    if (broken !== undefined)
      return this.note({ kind: 'problem', line: row.line, reason: 'error-cell', text: broken }, row);
    try {
      for (const outcome of reader.row(row)) this.note(outcome, row);
    } catch (error) {
      if (error instanceof CellProblem)
        this.note({ kind: 'problem', line: row.line, reason: error.reason, text: error.text }, row);
      else if (error instanceof CellQuestion)
        this.note({ kind: 'ask', line: row.line, question: error.question, text: error.text }, row);
      else throw error;
    }
  }

  note(outcome: RowOutcome, row: TableRow | null): void {
    if (outcome.kind === 'problem') {
      const { line, reason, text } = outcome;
      this.#bad.push({ line, reason, text: text.slice(0, 200), cells: row?.cells ?? [] });
    } else if (outcome.kind === 'note') {
      const { line, reason, text } = outcome;
      this.#notes.push({ line, reason, text: text.slice(0, 200) });
    } else if (outcome.kind === 'skip') {
      this.#skipped[outcome.reason] = (this.#skipped[outcome.reason] ?? 0) + 1;
    } else if (outcome.kind === 'ask') {
      const asked = this.#asked.get(outcome.question) ?? { examples: [], rows: 0 };
      if (asked.examples.length < EXAMPLES) asked.examples.push({ line: outcome.line, text: outcome.text });
      asked.rows += 1;
      this.#asked.set(outcome.question, asked);
    } else if (outcome.kind === 'sale' && outcome.entry.price.minor < 0) {
      // Nobody sells for less than nothing: it is a refund, or another column.
      const { line, orderNumber, name } = outcome.entry;
      const text = (orderNumber || name).slice(0, 200);
      this.#bad.push({ line, reason: 'bad-amount', text, cells: row?.cells ?? [] });
    } else this.#entries.push(outcome);
  }

  result(): ReadEntries {
    const { dayFirst, monthFirst } = this.context.seen;
    if (this.#facts === null || this.#recognised === null) throw new TableError({ kind: 'empty' });
    const mixed = dayFirst !== null && monthFirst !== null ? [dayFirst, monthFirst] : [];
    const only = mixed.length > 0 ? null : (dayFirst ?? monthFirst);
    return {
      facts: this.#facts,
      recognised: this.#recognised,
      entries: this.#entries,
      bad: this.#bad,
      notes: this.#notes,
      skipped: this.#skipped,
      asked: [...this.#asked].map(([question, { examples, rows }]) => ({
        question,
        examples,
        rows,
        mixed: question === 'dayOrder' ? mixed : [],
      })),
      dayOrder: only === null ? null : { order: dayFirst === null ? 'month-first' : 'day-first', example: only },
      rows: this.#rows,
      sample: this.#sample,
    };
  }
}

function written(cells: readonly string[]): string {
  return cells.map((cell) => cell.trim()).join('|');
}
