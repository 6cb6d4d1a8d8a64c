import { csvRows, delimiterOf } from './csv-rows';
import { readLedgerRow, type LedgerCells } from './ledger-row';
import type { PurchaseLine } from './purchase-line';

/** Something in the file that was not taken over, in plain words. */
export interface LedgerProblem {
  readonly line: number;
  readonly message: string;
}

export interface Ledger {
  readonly lines: readonly PurchaseLine[];
  readonly problems: readonly LedgerProblem[];
  /** Records in the file below its header. */
  readonly rows: number;
}

const MOST_CHARACTERS = 20_000_000;
const MOST_ROWS = 50_000;
const MOST_PAIRS = 100_000;

const COLUMNS = [
  'ref',
  'style_code',
  'name',
  'brand',
  'size',
  'quantity',
  'unit_cost',
  'other_costs',
  'currency',
  'bought_on',
  'supplier',
  'alias_listing_id',
] as const;

const NEEDED: readonly (typeof COLUMNS)[number][] = ['style_code', 'size', 'unit_cost', 'currency'];

/**
 * Reads a purchase ledger: CSV with a header line, comma or semicolon, names in any case and order (`Style code` is
 * `style_code`). Needed are `style_code`, `size`, `unit_cost` and `currency`; an empty cost means unknown. A line that
 * cannot be read is told as a problem and does not stop the others. Without `ref` a line is named by what it says, so
 * that the same file read again is recognised.
 *
 * At most 20 million characters, 50,000 rows and 100,000 pairs; a larger file is refused whole. Amounts are per pair.
 */
export function parseLedgerCsv(text: string): Ledger {
  if (text.length > MOST_CHARACTERS) return refused('The file is larger than 20 MB. Split it and read the parts.');
  const [header, ...records] = csvRows(text, delimiterOf(text), MOST_ROWS + 2);
  if (header === undefined) return refused('The file is empty.');
  if (records.length > MOST_ROWS) return refused('The file has more than 50,000 rows. Split it and read the parts.');
  const columns = header.cells.map(columnName);
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return refused(`The first line names no column ${missing.map((name) => `“${name}”`).join(', ')}.`);
  const twice = COLUMNS.find((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  if (twice !== undefined) return refused(`The first line names the column “${twice}” twice.`);

  const lines: PurchaseLine[] = [];
  const problems: LedgerProblem[] = [];
  const refs = new Map<string, number>();
  for (const record of records) {
    const read = record.unclosed
      ? 'A quotation mark is opened and never closed.'
      : readLedgerRow(toCells(columns, record.cells));
    if (typeof read === 'string') {
      problems.push({ line: record.line, message: read });
      continue;
    }
    const ref = nameLine(read, refs, record.line);
    if (typeof ref === 'number') problems.push({ line: record.line, message: `Line ${ref} has the same ref.` });
    else lines.push({ ...read, ref });
  }
  const pairs = lines.reduce((total, line) => total + line.quantity, 0);
  if (pairs > MOST_PAIRS) return refused('The file tells of more than 100,000 pairs. Split it and read the parts.');
  return { lines, problems, rows: records.length };
}

/** Whether a file begins with the headings of a purchase ledger, and none besides: it is read as one. */
export function isLedgerHead(head: string): boolean {
  const text = head.replace(/^\ufeff/, '');
  const [header] = csvRows(text, delimiterOf(text), 1);
  const columns = (header?.cells ?? []).map(columnName).filter((name) => name !== '');
  const known: readonly string[] = COLUMNS;
  return NEEDED.every((name) => columns.includes(name)) && columns.every((name) => known.includes(name));
}

function refused(message: string): Ledger {
  return { lines: [], problems: [{ line: 1, message }], rows: 0 };
}

function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

function toCells(columns: readonly string[], cells: readonly string[]): LedgerCells {
  const named = new Map(columns.map((name, index) => [name, (cells[index] ?? '').trim()]));
  const rest = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  return { of: (name) => named.get(name) ?? '', tooMany: rest };
}

/** The line's own ref; or one made of what it says, counted where several say the same; or the line that took the ref. */
function nameLine(line: PurchaseLine, refs: Map<string, number>, at: number): string | number {
  if (line.ref !== '') {
    const taken = refs.get(line.ref);
    if (taken === undefined) refs.set(line.ref, at);
    return taken ?? line.ref;
  }
  const { rawSku, name, size, quantity, unitCost, boughtAt, supplier, goatListingId } = line;
  const said = [rawSku, name, size.system, size.value, quantity, unitCost?.minor, unitCost?.currency, boughtAt];
  const content = JSON.stringify([...said, supplier, goatListingId]);
  const before = refs.get(content) ?? 0;
  refs.set(content, before + 1);
  return `${content}~${before + 1}`;
}
