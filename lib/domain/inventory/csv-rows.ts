/** One record of a CSV text and the line it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote was opened and never closed. */
  readonly unclosed: boolean;
}

/**
 * The records of a CSV text by RFC 4180: quoted cells may hold delimiters, doubled quotes and line breaks. Takes LF, CRLF
 * and CR; drops a byte order mark and empty lines. Stops after `limit` records.
 */
export function csvRows(text: string, delimiter: string, limit: number): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  while (at < text.length && rows.length < limit) {
    const record = readRecord(text, at, delimiter);
    if (record.cells.length > 1 || record.cells[0] !== '') {
      rows.push({ line, cells: record.cells, unclosed: record.unclosed });
    }
    line += record.lines;
    at = record.next;
  }
  return rows;
}

/** Which of comma and semicolon separates the cells of the first line: the one found more often outside quotes. */
export function delimiterOf(text: string): ',' | ';' {
  const end = text.search(/[\r\n]/);
  const head = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '');
  return head.split(';').length > head.split(',').length ? ';' : ',';
}

interface CsvRecord {
  readonly cells: readonly string[];
  readonly next: number;
  readonly lines: number;
  readonly unclosed: boolean;
}

function readRecord(text: string, from: number, delimiter: string): CsvRecord {
  const cells: string[] = [];
  let at = from;
  let lines = 0;
  for (;;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : { value: '', next: at, closed: true };
    lines += cell.value.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (!cell.closed) return { cells: [...cells, cell.value], next: text.length, lines: lines + 1, unclosed: true };
    const end = endOfPlain(text, cell.next, delimiter);
    cells.push(cell.value + text.slice(cell.next, end));
    at = end + 1;
    if (text[end] === delimiter) continue;
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    return { cells, next: at, lines: lines + 1, unclosed: false };
  }
}

function readQuoted(text: string, from: number): { value: string; next: number; closed: boolean } {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), next: text.length, closed: false };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1, closed: true };
    value += '"';
    at = quote + 2;
  }
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}
