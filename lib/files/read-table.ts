import type { TextEncoding } from './decode-text';
import type { Delimiter } from './sniff-delimiter';
import { TableError } from './table-problem';

/** What a file turned out to be. */
export interface TableFacts {
  readonly kind: 'text' | 'workbook';
  /** null: a workbook, which has no encoding of its own. */
  readonly encoding: TextEncoding | null;
  readonly delimiter: Delimiter | null;
  /** Sheets of a workbook by their names; the one that is read. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
}

/** A row with the line it begins at in the file, counted from 1; of a workbook its row. Cells are trimmed of nothing. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells of a workbook that hold an error (`#REF!`) or a formula nobody has worked out, by their names (`B7`). */
  readonly badCells?: readonly string[];
}

export interface TableChunk {
  readonly facts: TableFacts;
  readonly rows: readonly TableRow[];
  /** How much of the file is read, from 0 to 1. */
  readonly share: number;
}

export interface TableOptions {
  /** null or left out: found out. */
  readonly delimiter?: Delimiter | null;
  /** Of a workbook; null or left out: the first that is shown and has rows. */
  readonly sheet?: string | null;
}

/** Larger text files are refused: 64 MB hold a quarter of a million rows of the widest report. */
export const MOST_TEXT_BYTES = 64 * 1024 * 1024;
/** A workbook is packed; so much of it unpacks to what a text file may be. */
const MOST_WORKBOOK_BYTES = 32 * 1024 * 1024;

/**
 * Reads a table row by row: CSV, TSV and their kin, or a workbook (XLSX), told apart by what stands in the file and not by
 * its name. Rows come in chunks between which the page has its turn. Blank rows are left out. Reading twice gives the same.
 *
 * @throws TableError with the reason, at the first chunk or, for a quote that is never closed, at the last
 * @example `for await (const { rows } of readTable(file)) for (const { line, cells } of rows) …`
 */
export async function* readTable(file: Blob | Uint8Array, options: TableOptions = {}): AsyncGenerator<TableChunk> {
  const size = file instanceof Uint8Array ? file.length : file.size;
  if (size === 0) throw new TableError({ kind: 'empty' });
  const head = await bytesOf(file, 0, 8);
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  refuse(head, size, isZip);
  const bytes = await bytesOf(file, 0, size);
  if (isZip) {
    const { readWorkbook } = await import('./read-workbook');
    yield* readWorkbook(bytes, options.sheet ?? null);
    return;
  }
  const { readTextTable } = await import('./read-text-table');
  yield* readTextTable(bytes, options.delimiter ?? null);
}

function refuse(head: Uint8Array, size: number, isZip: boolean): void {
  const starts = String.fromCharCode(...head);
  if (starts.startsWith('%PDF')) throw new TableError({ kind: 'pdf' });
  if (starts.startsWith('\u00d0\u00cf\u0011\u00e0')) throw new TableError({ kind: 'old-workbook' });
  const limit = isZip ? MOST_WORKBOOK_BYTES : MOST_TEXT_BYTES;
  if (size > limit) throw new TableError({ kind: 'too-large', limit });
}

async function bytesOf(file: Blob | Uint8Array, from: number, to: number): Promise<Uint8Array> {
  if (file instanceof Uint8Array) return file.subarray(from, to);
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch {
    // The file was moved or saved again since it was chosen: the browser gives it out no more.
    throw new TableError({ kind: 'changed' });
  }
}
