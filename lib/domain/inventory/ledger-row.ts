import { parseStyleCode } from '../catalog/style-code';
import { isCurrencyCode, type CurrencyCode } from '../money/currency';
import type { Money } from '../money/money';
import { parseMoney, type MoneyProblem } from '../money/parse-money';
import { parseSize } from '../sizes/parse-size';
import { instant, type Instant } from '../time/instant';
import { MOST_MINOR } from './pair';
import type { PurchaseLine } from './purchase-line';

export interface LedgerCells {
  /** The trimmed text of a named column; empty when the file has no such column. */
  of(column: string): string;
  /** There is text beyond the last named column. */
  readonly tooMany: boolean;
}

const MOST_PAIRS = 1000;
const LONGEST_TEXT = 300;

/** One line of the ledger, or what is wrong with it in plain words. Its `ref` is empty when the file gives none. */
export function readLedgerRow(cells: LedgerCells): PurchaseLine | string {
  try {
    return readRow(cells);
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

/** Carries the words from where a cell is read to where the line is given up. */
class Unreadable extends Error {}

function readRow(cells: LedgerCells): PurchaseLine {
  if (cells.tooMany)
    throw new Unreadable('There are more cells than columns. Text with a comma needs quotation marks.');
  const rawSku = readText(cells, 'style_code');
  const name = readText(cells, 'name');
  if (rawSku === '' && name === '') throw new Unreadable('There is neither a style code nor a name.');
  const size = parseSize(cells.of('size'));
  if (!size.ok)
    throw new Unreadable(cells.of('size') === '' ? 'The size is missing.' : `${quoted(cells, 'size')} is not a size.`);
  const currency = readCurrency(cells);
  return {
    ref: readText(cells, 'ref'),
    styleCode: parseStyleCode(rawSku),
    rawSku,
    name: name === '' ? rawSku : name,
    brand: readText(cells, 'brand'),
    size: size.size,
    quantity: readQuantity(cells),
    unitCost: readAmount(cells, 'unit_cost', currency),
    otherCosts: readAmount(cells, 'other_costs', currency),
    boughtAt: readDate(cells),
    supplier: readText(cells, 'supplier') || null,
    goatListingId: readText(cells, 'alias_listing_id') || null,
  };
}

function readText(cells: LedgerCells, column: string): string {
  const text = cells.of(column);
  if (text.length > LONGEST_TEXT)
    throw new Unreadable(`The ${words(column)} is longer than ${LONGEST_TEXT} characters.`);
  return text;
}

function readQuantity(cells: LedgerCells): number {
  const text = cells.of('quantity');
  if (text === '') return 1;
  const quantity = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (quantity >= 1 && quantity <= MOST_PAIRS) return quantity;
  throw new Unreadable(`The quantity is a whole number from 1 to ${MOST_PAIRS}, not ${quoted(cells, 'quantity')}.`);
}

function readCurrency(cells: LedgerCells): CurrencyCode | null {
  const code = cells.of('currency').toUpperCase();
  if (code === '') return null;
  if (isCurrencyCode(code)) return code;
  throw new Unreadable(`${quoted(cells, 'currency')} is not a currency this extension knows. Write its code, as USD.`);
}

function readAmount(cells: LedgerCells, column: string, currency: CurrencyCode | null): Money | null {
  const text = cells.of(column);
  if (text === '') return null;
  if (currency === null) throw new Unreadable(`The ${words(column)} has no currency.`);
  const parsed = parseMoney(text, currency);
  if (!parsed.ok) throw new Unreadable(`The ${words(column)} ${quoted(cells, column)} ${PROBLEMS[parsed.reason]}.`);
  if (parsed.money.minor > MOST_MINOR)
    throw new Unreadable(`The ${words(column)} ${quoted(cells, column)} ${PROBLEMS['too-large']}.`);
  if (parsed.money.minor < 0) throw new Unreadable(`The ${words(column)} is below zero.`);
  return parsed.money;
}

const PROBLEMS: Readonly<Record<MoneyProblem, string>> = {
  empty: 'is empty',
  'not-a-number': 'is not an amount',
  'other-currency': 'is not in the currency of the line',
  'too-many-decimals': 'has more decimals than its currency',
  'too-large': 'is too large',
};

/** The day a pair was bought, as its midnight in UTC. */
function readDate(cells: LedgerCells): Instant | null {
  const text = cells.of('bought_on');
  if (text === '') return null;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // 30 February is read as 2 March by some, and refused by others: compare with what was written.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) {
    throw new Unreadable(`${quoted(cells, 'bought_on')} is not a date. Write it as 2026-03-14.`);
  }
  return instant(at);
}

function words(column: string): string {
  return column.replaceAll('_', ' ');
}

function quoted(cells: LedgerCells, column: string): string {
  const text = cells.of(column);
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
