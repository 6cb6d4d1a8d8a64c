import Papa from 'papaparse';
import { readDay, type DayOrder } from '@/lib/domain/releases/read-day';
import { parseInstant } from '@/lib/domain/time/instant';
import { addressOf, codeIn, lineOf, onceEach, priceOf } from './release-entry';
import type { ReadReleases, ReleaseEntry, ReleaseProblem } from './release-entry';

type Field = 'name' | 'brand' | 'styleCode' | 'date' | 'price' | 'currency' | 'url' | 'note' | 'ref';
type Row = Readonly<Record<Field, string>>;

/** Headings by what they mean, as release lists write them. */
const HEADINGS: Readonly<Record<Field, RegExp>> = {
  name: /^(?:name|title|product|shoe|sneaker|model|release)$/,
  brand: /^(?:brand|make)$/,
  styleCode: /^(?:style ?code|style|sku|style ?#|style ?id|article|product ?code)$/,
  date: /^(?:date|release ?date|released?|drop ?date|day|launch|launch ?date)$/,
  price: /^(?:price|retail|retail ?price|msrp|rrp)$/,
  currency: /^(?:currency|ccy)$/,
  url: /^(?:url|link|address|page)$/,
  note: /^(?:notes?|description|comment|where)$/,
  ref: /^(?:id|uid|ref|reference)$/,
};

/**
 * Reads a table with headings, parted by commas, semicolons or tabs. Columns are known by their headings, in any order;
 * a name and a date are needed.
 *
 * @param order which figure of `03/04/2026` is the day; null: such lines are asked about
 */
export function readReleaseCsv(text: string, order: DayOrder | null): ReadReleases {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' });
  if (parsed.errors.some(({ type }) => type === 'Quotes')) return { ok: false, problem: 'broken' };
  const [head = [], ...lines] = parsed.data;
  const columns = columnsOf(head);
  if (columns.name === undefined || columns.date === undefined) return { ok: false, problem: 'no-columns' };
  const entries: (ReleaseEntry & { readonly line: number })[] = [];
  const problems: ReleaseProblem[] = [];
  for (const [nth, cells] of lines.entries()) {
    const read = readLine(rowOf(columns, cells), nth + 2, order);
    if ('reason' in read) problems.push(read);
    else entries.push(read);
  }
  return onceEach(entries, problems);
}

function columnsOf(head: readonly string[]): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {};
  for (const [nth, heading] of head.entries()) {
    const plain = lineOf(heading, 60).toLowerCase().replaceAll('_', ' ');
    const field = (Object.keys(HEADINGS) as Field[]).find((name) => HEADINGS[name].test(plain));
    if (field !== undefined) columns[field] ??= nth;
  }
  return columns;
}

function rowOf(columns: Partial<Record<Field, number>>, cells: readonly string[]): Row {
  const most = {
    name: 200,
    brand: 100,
    styleCode: 60,
    date: 60,
    price: 40,
    currency: 10,
    url: 500,
    note: 1000,
    ref: 250,
  };
  const told = Object.entries(most).map(([field, length]) => {
    const at = columns[field as Field];
    return [field, at === undefined ? '' : lineOf(cells[at], length)];
  });
  return Object.fromEntries(told) as Row;
}

function readLine(
  row: Row,
  line: number,
  order: DayOrder | null,
): (ReleaseEntry & { readonly line: number }) | ReleaseProblem {
  if (row.name === '') return { line, text: row.date, reason: 'no-name' };
  const day = readDay(row.date, order);
  if (!day.ok)
    return {
      line,
      text: `${row.name}: ${row.date}`,
      reason: day.reason === 'ambiguous' ? 'ambiguous-date' : 'no-date',
    };
  const styleCode = codeIn(row.styleCode, row.name);
  return {
    line,
    ref: `csv:${row.ref || (styleCode ?? row.name.toLowerCase())}`,
    name: row.name,
    brand: row.brand,
    styleCode,
    date: day.day,
    at: parseInstant(row.date),
    retailPrice: priceOf(row.price, row.currency),
    url: addressOf(row.url),
    note: row.note,
  };
}
