import Papa from 'papaparse';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import { unguardCell } from './csv-guard';
import { eachOnce, watchEntries, type WatchEntry } from './watch-entry';
import { MOST_LINES } from './watch-lines';

export const WATCH_FIELDS = ['code', 'size', 'target', 'currency', 'note'] as const;

export type WatchField = (typeof WATCH_FIELDS)[number];

/** Which heading holds what; null: none does. */
export type WatchColumns = Readonly<Record<WatchField, string | null>>;

export type WatchTable =
  | {
      readonly ok: true;
      readonly headings: readonly string[];
      readonly columns: WatchColumns;
      readonly entries: readonly WatchEntry[];
      /** Rows beyond the first 1,000, which were not read. */
      readonly left: number;
    }
  /** `unclosed`: a quote that opens at this line is never closed, so where cells end cannot be known. */
  | { readonly ok: false; readonly problem: 'empty' | 'unclosed'; readonly line: number };

/** Headings by what they mean, as lists and our own export write them. */
const HEADINGS: Readonly<Record<WatchField, RegExp>> = {
  code: /^(?:style ?code|style|sku|style ?#|style ?id|article|product ?code|code|style ?number)$/,
  size: /^(?:us ?sizes?|sizes?|size ?us|size ?\(us\))$/,
  target: /^(?:target|target ?price|max ?price|max|price|alert ?price|ring ?at)$/,
  currency: /^(?:currency|ccy|target ?currency)$/,
  note: /^(?:notes?|comments?|remarks?)$/,
};

/**
 * Reads a table of what to watch, parted by commas, semicolons or tabs. Columns are known by their headings, or by what the
 * person says; a table without headings is read in the order code, size, target, note. Nothing in a cell is carried out.
 *
 * @param columns headings the person chose, or chose for such a file before
 */
export function readWatchCsv(text: string, currency: CurrencyCode, columns: Partial<WatchColumns> = {}): WatchTable {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const broken = parsed.errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined) return { ok: false, problem: 'unclosed', line: (broken.row ?? 0) + 1 };
  const rows = parsed.data.map((cells) => cells.map((cell) => cell.trim()));
  const first = rows[0];
  if (first === undefined) return { ok: false, problem: 'empty', line: 1 };
  const bare = first.some((cell) => parseStyleCode(unguardCell(cell)) !== null);
  const headings = bare ? first.map((_, nth) => `Column ${nth + 1}`) : uniqueHeadings(first);
  const body = bare ? rows : rows.slice(1);
  const guessed = guessColumns(headings, bare);
  const code = guessed.code ?? codeColumn(headings, body);
  const chosen = { ...guessed, code, ...known(columns, headings) };
  const entries = body
    .slice(0, MOST_LINES)
    .flatMap((cells, nth) => readRow(cells, { line: nth + (bare ? 1 : 2), headings, columns: chosen, currency }));
  return {
    ok: true,
    headings,
    columns: chosen,
    entries: eachOnce(entries),
    left: Math.max(0, body.length - MOST_LINES),
  };
}

/** Two columns of one name are told apart, since a choice names a column. */
function uniqueHeadings(cells: readonly string[]): readonly string[] {
  return cells.map((cell, nth) => {
    const name = cell === '' ? `Column ${nth + 1}` : cell.slice(0, 60);
    return cells.indexOf(cell) === nth || cell === '' ? name : `${name} (${nth + 1})`;
  });
}

const IN_ORDER: Readonly<Record<WatchField, number | null>> = { code: 0, size: 1, target: 2, currency: null, note: 3 };

function guessColumns(headings: readonly string[], bare: boolean): WatchColumns {
  const plain = headings.map((heading) => heading.toLowerCase().replaceAll(/[_-]/g, ' ').trim());
  const guess = (field: WatchField): string | null => {
    const nth = bare ? (IN_ORDER[field] ?? -1) : plain.findIndex((heading) => HEADINGS[field].test(heading));
    return headings[nth] ?? null;
  };
  return {
    code: guess('code'),
    size: guess('size'),
    target: guess('target'),
    currency: guess('currency'),
    note: guess('note'),
  };
}

/** Whatever it is called: the column of which most of the first rows are style codes. */
function codeColumn(headings: readonly string[], rows: readonly (readonly string[])[]): string | null {
  const counts = headings.map(
    (_, nth) => rows.slice(0, 20).filter((cells) => parseStyleCode(unguardCell(cells[nth] ?? '')) !== null).length,
  );
  const most = Math.max(0, ...counts);
  return most === 0 ? null : (headings[counts.indexOf(most)] ?? null);
}

/** A choice made for another file holds only where that heading is. */
function known(columns: Partial<WatchColumns>, headings: readonly string[]): Partial<WatchColumns> {
  const kept = WATCH_FIELDS.flatMap((field) => {
    const heading = columns[field];
    return heading === null || (heading !== undefined && headings.includes(heading)) ? [[field, heading]] : [];
  });
  return Object.fromEntries(kept) as Partial<WatchColumns>;
}

interface RowPlace {
  readonly line: number;
  readonly headings: readonly string[];
  readonly columns: WatchColumns;
  readonly currency: CurrencyCode;
}

function readRow(cells: readonly string[], { line, headings, columns, currency }: RowPlace): readonly WatchEntry[] {
  const cell = (field: WatchField): string => {
    const heading = columns[field];
    return heading === null ? '' : unguardCell(cells[headings.indexOf(heading)] ?? '');
  };
  const own = cell('currency').toUpperCase();
  const raw = {
    line,
    text: cells
      .map(unguardCell)
      .filter((each) => each !== '')
      .join(', '),
    code: cell('code'),
    sizes: cell('size')
      .split(/[/;|]/)
      .map((size) => size.trim())
      .filter((size) => size !== ''),
    target: cell('target'),
    note: cell('note'),
  };
  return watchEntries(raw, isCurrencyCode(own) ? own : currency);
}
