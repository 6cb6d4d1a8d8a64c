import type { SourceId } from '@/lib/domain/imports/entry';
import type { TableRow } from '../read-table';
import { ALIAS_INVOICE, ALIAS_SALES } from './alias';
import { CARDTRADER } from './cardtrader';
import { choiceWithin, guessColumns, plainHeading, type ColumnChoice, type Field } from './column-choice';
import { DEPOP } from './depop';
import { EBAY_EARNINGS } from './ebay-earnings';
import { EBAY_ORDERS } from './ebay-orders';
import { EBAY_TRANSACTIONS } from './ebay-transactions';
import type { Format } from './format';
import { OWN_EXPENSES } from './own-expenses';
import { OWN_SALES, OWN_STOCK } from './own-tables';
import { SHOPIFY } from './shopify';
import { STOCKX } from './stockx';
import { FIELDS_OF } from './fields-of';

const KNOWN: readonly Format[] = [
  STOCKX,
  ALIAS_SALES,
  ALIAS_INVOICE,
  EBAY_TRANSACTIONS,
  EBAY_EARNINGS,
  EBAY_ORDERS,
  DEPOP,
  SHOPIFY,
  CARDTRADER,
];

const OWN: readonly Format[] = [OWN_SALES, OWN_STOCK, OWN_EXPENSES];

/** Every kind of table that can be chosen for a file. */
export const SOURCES: readonly SourceId[] = [...KNOWN, ...OWN].map(({ id }) => id);

export function formatOf(source: SourceId): Format {
  return [...KNOWN, ...OWN].find(({ id }) => id === source) ?? OWN_SALES;
}

/** What a file seems to be. */
export interface Recognised {
  readonly source: SourceId;
  /** Known by its headings, rather than guessed from what they may mean. */
  readonly isSure: boolean;
  /** Line of the headings, and the headings; two of one name are told apart. */
  readonly line: number;
  readonly header: readonly string[];
  /** Which column is what, for tables of the seller's own. */
  readonly columns: ColumnChoice;
}

/** A mapping the seller kept, for files with the same headings. */
export interface KeptMapping {
  readonly header: readonly string[];
  readonly source: SourceId;
  readonly columns: ColumnChoice;
}

/** Reports begin with up to so many lines of notes before their headings. */
const HEAD_ROWS = 40;

/**
 * Finds the headings of a table and what it is: a report whose headings are known, a table the seller mapped before, or by
 * what its headings may mean. null where no row looks like headings.
 */
export function recognise(rows: readonly TableRow[], kept: readonly KeptMapping[] = []): Recognised | null {
  const head = rows.slice(0, HEAD_ROWS);
  for (const row of head) {
    const headings = new Set(row.cells.map(plainHeading));
    const known = KNOWN.find((format) => format.matches(headings));
    if (known !== undefined)
      return { source: known.id, isSure: true, line: row.line, header: uniqueHeadings(row.cells), columns: {} };
  }
  for (const row of head) {
    const header = uniqueHeadings(row.cells);
    const before = kept.find((mapping) => sameHeader(mapping.header, header));
    if (before !== undefined)
      return {
        source: before.source,
        isSure: true,
        line: row.line,
        header,
        columns: choiceWithin(before.columns, header),
      };
  }
  return guess(head);
}

function guess(head: readonly TableRow[]): Recognised | null {
  let best: { readonly row: TableRow; readonly columns: ColumnChoice; readonly count: number } | null = null;
  for (const row of head) {
    const columns = guessColumns(uniqueHeadings(row.cells));
    const count = Object.keys(columns).length;
    if (count >= 2 && count > (best?.count ?? 0)) best = { row, columns, count };
  }
  if (best === null) return firstRow(head);
  const header = uniqueHeadings(best.row.cells);
  const source = kindOf(best.columns);
  return { source, isSure: false, line: best.row.line, header, columns: columnsFor(source, header) };
}

/** Nothing is known of its headings: the seller says which column is what. */
function firstRow(head: readonly TableRow[]): Recognised | null {
  const row = head.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  if (row === undefined) return null;
  return { source: 'own-sales', isSure: false, line: row.line, header: uniqueHeadings(row.cells), columns: {} };
}

function kindOf(columns: ColumnChoice): SourceId {
  const has = (...fields: readonly Field[]) => fields.some((field) => columns[field] !== undefined);
  const named = has('styleCode', 'name', 'barcode');
  if (has('soldAt') || (has('price', 'payout') && named && !has('cost'))) return 'own-sales';
  if (has('size') || (named && has('cost', 'boughtAt'))) return 'own-stock';
  return has('amount', 'category') ? 'own-expenses' : named ? 'own-stock' : 'own-expenses';
}

/** What the columns of a table of this kind probably are. */
export function columnsFor(source: SourceId, header: readonly string[]): ColumnChoice {
  const fields = FIELDS_OF[source];
  if (fields === undefined) return {};
  const columns = guessColumns(header, [...fields.needed, ...fields.more]);
  const plain = header.find((heading) => /^(?:date|day|datum|created)$/.test(plainHeading(heading)));
  const day: Field = source === 'own-sales' ? 'soldAt' : 'boughtAt';
  return columns[day] === undefined && plain !== undefined ? { ...columns, [day]: plain } : columns;
}

/** Two columns of one name are told apart, since a choice names a column. */
function uniqueHeadings(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, nth) => {
    const name = cell.trim().slice(0, 80) || `Column ${nth + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function sameHeader(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((heading, nth) => heading === b[nth]);
}
