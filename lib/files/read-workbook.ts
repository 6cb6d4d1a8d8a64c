import { breather } from './breathe';
import type { TableChunk, TableFacts, TableRow } from './read-table';
import { TableError } from './table-problem';
import { unzipGuarded } from './unzip-guarded';
import { workbookParts, type WorkbookParts } from './workbook-parts';
import { parseXml } from './parse-xml';

/** Rows that are parsed at once. */
const STRETCH = 64 * 1024;

/**
 * Rows of a workbook's sheet: texts as they stand, numbers as they are, dates by their format, formulas by what they came to
 * when the workbook was saved. Nothing is worked out. A cell with an error, and a formula nobody has worked out, is named.
 *
 * @throws TableError `broken-workbook`, `bomb`, `no-such-sheet`
 */
export async function* readWorkbook(bytes: Uint8Array, wanted: string | null): AsyncGenerator<TableChunk> {
  const parts = await workbookParts(bytes);
  const shown = parts.sheets.filter(({ hidden }) => !hidden);
  const candidates = wanted === null ? shown : parts.sheets.filter(({ name }) => name === wanted);
  for (const sheet of candidates) {
    const rows = await readSheet(bytes, sheet.path, parts);
    if (rows.length === 0) continue;
    const facts: TableFacts = {
      kind: 'workbook',
      encoding: null,
      delimiter: null,
      sheets: parts.sheets.map(({ name }) => name),
      sheet: sheet.name,
    };
    yield* inChunks(rows, facts);
    return;
  }
  throw new TableError({ kind: candidates.length === 0 ? 'no-such-sheet' : 'empty' });
}

const CHUNK = 500;

function* inChunks(rows: readonly TableRow[], facts: TableFacts): Generator<TableChunk> {
  for (let at = 0; at < rows.length; at += CHUNK)
    yield { facts, rows: rows.slice(at, at + CHUNK), share: Math.min(1, (at + CHUNK) / rows.length) };
}

async function readSheet(bytes: Uint8Array, path: string, parts: WorkbookParts): Promise<readonly TableRow[]> {
  const reader = new SheetReader(parts);
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let isThere = false;
  const breathe = breather();
  await unzipGuarded(
    bytes,
    {
      wants: (name) => name.replace(/^\/?(?:xl\/)?/, '') === path,
      onPiece: (_, piece, isLast) => {
        isThere = true;
        pieces.push(decoder.decode(piece, { stream: !isLast }));
      },
    },
    async () => {
      while (pieces.length > 0) {
        reader.push(pieces.shift() ?? '');
        await breathe();
      }
      await breathe();
    },
  );
  if (!isThere) throw new TableError({ kind: 'broken-workbook' });
  reader.end();
  return reader.rows;
}

const ROW_START = /<(?:\w+:)?row[ >/]/;
const CELL_START = /<(?:\w+:)?c[ >]/;

/** Parses a sheet stretch by stretch, each of whole rows. */
class SheetReader {
  readonly rows: TableRow[] = [];
  #text = '';
  #begun = false;

  constructor(readonly parts: WorkbookParts) {}

  push(text: string): void {
    this.#text += text;
    if (!this.#begun) {
      const at = this.#text.search(ROW_START);
      if (at < 0) return;
      this.#text = this.#text.slice(at);
      this.#begun = true;
    }
    while (this.#text.length > STRETCH && this.#take()) continue;
  }

  /** @throws TableError `broken-workbook` when cells are left that belong to no whole row: none is dropped in silence */
  end(): void {
    if (this.#begun) while (this.#take()) continue;
    if (CELL_START.test(this.#text)) throw new TableError({ kind: 'broken-workbook' });
  }

  /** @returns whether there were whole rows to read */
  #take(): boolean {
    const limit = this.#text.lastIndexOf('row>', this.#text.length > STRETCH ? STRETCH : undefined);
    const end = limit < 0 ? this.#text.indexOf('row>') : limit;
    const at = end < 0 ? -1 : this.#text.lastIndexOf('</', end);
    if (at < 0 || !/^<\/(?:\w+:)?row>/.test(this.#text.slice(at, end + 4))) {
      if (this.#text.length > STRETCH * 64) throw new TableError({ kind: 'broken-workbook' });
      return false;
    }
    this.#parse(this.#text.slice(0, end + 4));
    this.#text = this.#text.slice(end + 4);
    return ROW_START.test(this.#text.slice(0, 200));
  }

  #parse(xml: string): void {
    let row: Row = { line: this.rows.length + 1, cells: [], bad: [] };
    let cell: Cell | null = null;
    let part: 'v' | 'f' | 't' | null = null;
    parseXml(`<rows>${xml}</rows>`, {
      open: (name, attributes) => {
        if (name === 'row') row = { line: Number(attributes()['r'] ?? row.line + 1), cells: [], bad: [] };
        else if (name === 'c') {
          const { r = '', t = 'n', s = '' } = attributes();
          cell = { at: r, type: t, style: Number(s || '0'), value: '', hasFormula: false };
        } else if (name === 'v' || name === 't' || name === 'f') part = name;
      },
      close: (name) => {
        if (name === 'c' && cell !== null) {
          this.#place(row, cell);
          cell = null;
        } else if (name === 'row') this.#keep(row);
        else part = null;
      },
      text: (text) => {
        if (cell === null || part === null) return;
        if (part === 'f') cell.hasFormula = true;
        else cell.value += text;
      },
    });
  }

  #place({ line, cells, bad }: Row, cell: Cell): void {
    const column = columnOf(cell.at) ?? cells.length;
    if (column > 2000) throw new TableError({ kind: 'broken-workbook' });
    while (cells.length < column) cells.push('');
    const name = cell.at === '' ? `${letters(column)}${line}` : cell.at;
    if (cell.type === 'e' || (cell.hasFormula && cell.value === '' && cell.type !== 'str'))
      bad.push(`${name} ${cell.value}`.trim());
    cells[column] = this.#textOf(cell);
  }

  #textOf({ type, value, style }: Cell): string {
    if (type === 's') return this.parts.strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'true' : 'false';
    if (type !== 'n' || value === '') return value;
    const figure = Number(value);
    if (!Number.isFinite(figure)) return value;
    return this.parts.dateStyles[style] === true ? dateText(figure, this.parts.from1904) : plainFigure(figure);
  }

  #keep({ line, cells, bad }: Row): void {
    if (cells.every((cell) => cell.trim() === '') && bad.length === 0) return;
    this.rows.push(bad.length === 0 ? { line, cells } : { line, cells, badCells: bad });
  }
}

interface Row {
  readonly line: number;
  readonly cells: string[];
  readonly bad: string[];
}

interface Cell {
  readonly at: string;
  readonly type: string;
  readonly style: number;
  value: string;
  hasFormula: boolean;
}

/** `C5` is the third column, counted from 0. */
function columnOf(at: string): number | null {
  const name = /^[A-Z]{1,3}/.exec(at)?.[0];
  if (name === undefined) return null;
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/**
 * Fifteen digits are what a spreadsheet keeps; the rest is noise of the way numbers are stored. Three decimals are told by
 * a fourth, since `130.455` in writing could be thousands and here never is.
 */
function plainFigure(figure: number): string {
  const text = String(Number(figure.toPrecision(15)));
  const plain = text.includes('e') ? figure.toFixed(10).replace(/\.?0+$/, '') : text;
  return /\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}

const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, and how far the other count is ahead. They have a 29 February 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const AHEAD_1904 = 1462;

function dateText(days: number, from1904: boolean): string {
  const seconds = Math.round((days + (from1904 ? AHEAD_1904 : 0)) * 86_400);
  const at = new Date(DAY_ZERO + seconds * 1000);
  if (Number.isNaN(at.getTime())) return String(days);
  const text = at.toISOString();
  if (days < 1) return text.slice(11, 19);
  return (seconds * 1000) % DAY_MS === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}
