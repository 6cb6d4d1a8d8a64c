import Papa from 'papaparse';
import type { TableRow } from './read-table';
import type { Delimiter } from './sniff-delimiter';
import { TableError } from './table-problem';

const STEP = 64 * 1024;
/** No cell is so long: a quote was opened and never closed. */
const LONGEST_ROW = 1024 * 1024;

/** Goes through a text whose lines end with line feeds, some rows at a time. */
export class TextCursor {
  #at: number;
  #read: number;
  #line: number;

  constructor(
    readonly text: string,
    readonly delimiter: Delimiter,
  ) {
    const told = /^sep=.\n/i.exec(text)?.[0] ?? '';
    this.#at = told.length;
    this.#read = told.length;
    this.#line = told === '' ? 1 : 2;
  }

  get isDone(): boolean {
    return this.#at >= this.text.length;
  }

  get share(): number {
    return Math.min(1, this.#at / this.text.length);
  }

  /** The rows that end in the next piece of the text. */
  next(): readonly TableRow[] {
    this.#read = Math.min(this.text.length, this.#read + STEP);
    const isLast = this.#read === this.text.length;
    const piece = this.text.slice(this.#at, this.#read);
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n' });
    const { data, errors, meta } = parser.parse(piece, 0, !isLast) as Papa.ParseResult<string[]>;
    this.#refuseSwallowed(data, errors);
    const unclosed = isLast && errors.some(({ code }) => code === 'MissingQuotes');
    if (unclosed || piece.length > LONGEST_ROW)
      throw new TableError({ kind: 'unclosed', line: this.#lineOf(data, unclosed) });
    this.#at = isLast ? this.text.length : this.#at + meta.cursor;
    return this.#toRows(data, piece.includes('"'));
  }

  /**
   * A quote that is closed in the middle of a cell goes on to the next one that ends a cell, over lines that are rows of
   * their own: nobody can tell which.
   */
  #refuseSwallowed(data: readonly (readonly string[])[], errors: readonly Papa.ParseError[]): void {
    for (const { code, row } of errors) {
      const cells = code === 'InvalidQuotes' && row !== undefined ? data[row] : undefined;
      if (cells !== undefined && breaksIn(cells) > 0)
        throw new TableError({ kind: 'unclosed', line: this.#lineOf(data.slice(0, row), false) });
    }
  }

  #lineOf(data: readonly (readonly string[])[], lastIsOpen: boolean): number {
    const whole = lastIsOpen ? data.slice(0, -1) : data;
    return whole.reduce((line, cells) => line + 1 + breaksIn(cells), this.#line);
  }

  #toRows(data: readonly (readonly string[])[], mayBreak: boolean): readonly TableRow[] {
    const rows: TableRow[] = [];
    for (const cells of data) {
      const line = this.#line;
      this.#line += 1 + (mayBreak ? breaksIn(cells) : 0);
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    }
    return rows;
  }
}

/** Line breaks inside of quoted cells. */
function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  }
  return breaks;
}
