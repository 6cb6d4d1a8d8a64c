import { parseGtin } from '@/lib/domain/catalog/gtin';
import { parseStyleCode, styleCodesIn, type StyleCode } from '@/lib/domain/catalog/style-code';
import { currencyIn } from '@/lib/domain/imports/currency-in';
import { momentOf, readFileDate } from '@/lib/domain/imports/file-date';
import { MOST_MINOR } from '@/lib/domain/inventory/pair';
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import { parseMoney } from '@/lib/domain/money/parse-money';
import { parseSize } from '@/lib/domain/sizes/parse-size';
import type { Size, SizeSystem } from '@/lib/domain/sizes/size';
import type { Instant } from '@/lib/domain/time/instant';
import { unguardCell } from '../csv-guard';
import { plainHeading } from './column-choice';
import { seeSigns, withoutThird } from './decimal-sign';
import type { Question, ReadingContext, RowReason } from './format';

/** A cell that cannot be read; it costs its row and nothing else. */
export class CellProblem extends Error {
  override readonly name = 'CellProblem';

  constructor(
    readonly reason: RowReason,
    readonly text: string,
  ) {
    super(reason);
  }
}

/** A cell that only the seller can say how to read. */
export class CellQuestion extends Error {
  override readonly name = 'CellQuestion';

  constructor(
    readonly question: Question,
    readonly text: string,
  ) {
    super(question);
  }
}

export type Row = readonly string[];
type Getter = (row: Row) => string;

const LONGEST = 500;

/** What reports write where there is nothing. */
const NOTHING = /^(?:|--?|n\/a|null|none|-)$/i;

/**
 * The text of a column by any of its names, trimmed; empty for what stands for nothing (`--`, `N/A`, `="-"`) and for a
 * column the file does not have.
 */
export function columnsOf(header: readonly string[]): (...names: readonly string[]) => Getter {
  const places = new Map<string, number>();
  for (const [nth, heading] of header.entries()) {
    const plain = plainHeading(heading);
    if (!places.has(plain)) places.set(plain, nth);
  }
  return (...names) => {
    const at = names.map((name) => places.get(plainHeading(name))).find((place) => place !== undefined);
    return at === undefined ? () => '' : (row) => cellText(row[at] ?? '');
  };
}

export function cellText(cell: string): string {
  const bare = cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell;
  const text = unguardCell(bare.trim());
  return NOTHING.test(text) ? '' : text.length > LONGEST ? text.slice(0, LONGEST) : text;
}

/** @throws CellProblem, CellQuestion `dayOrder` */
export function dateOf(text: string, context: ReadingContext, order = context.answers.dayOrder): Instant {
  if (text === '') throw new CellProblem('no-date', text);
  const read = readFileDate(text, order);
  if (!read.ok) {
    if (read.reason === 'ambiguous') throw new CellQuestion('dayOrder', text);
    throw new CellProblem('bad-date', text);
  }
  if (read.date.shows === 'day-first') context.seen.dayFirst ??= text;
  if (read.date.shows === 'month-first') context.seen.monthFirst ??= text;
  return momentOf(read.date, context.offsetAt);
}

/** The same; null for an empty cell. */
export function dateOrNull(text: string, context: ReadingContext): Instant | null {
  return text === '' ? null : dateOf(text, context);
}

/** The currency a cell names; null for an empty one. @throws CellProblem `bad-currency` */
export function currencyOf(text: string): CurrencyCode | null {
  const code = text.toUpperCase();
  if (code === '') return null;
  if (isCurrencyCode(code)) return code;
  throw new CellProblem('bad-currency', text);
}

/**
 * An amount in the currency that is told beside it, else the one it is written in, else what the seller said.
 *
 * @throws CellProblem, CellQuestion `currency` where a `$` or a bare figure could be several
 */
export function amountOf(text: string, told: CurrencyCode | null, context: ReadingContext): Money {
  const written = told === null ? currencyIn(text) : null;
  const currency = told ?? (written === 'ambiguous' || written === null ? context.answers.currency : written);
  if (currency === null) throw new CellQuestion('currency', text);
  seeSigns(text, currency, context.seen.signs);
  const plain = withoutThird(longFractions(text), currency, context.decimal);
  const parsed = plain === null ? null : parseMoney(plain, currency);
  if (parsed?.ok !== true) throw new CellProblem('bad-amount', text);
  if (Math.abs(parsed.money.minor) > MOST_MINOR) throw new CellProblem('bad-amount', text);
  return parsed.money;
}

/** The same; null for an empty cell. */
export function amountOrNull(text: string, told: CurrencyCode | null, context: ReadingContext): Money | null {
  return text === '' ? null : amountOf(text, told, context);
}

/** Programs write `58.930000`: zeros beyond the second decimal say nothing. Three figures alone may be thousands (`1.250`). */
function longFractions(text: string): string {
  return text.replace(/^(\D*\d+\.\d{2})0{2,}(?=\D*$)/, '$1');
}

/** A whole number of cents. @throws CellProblem */
export function centsOf(text: string, currency: CurrencyCode): Money | null {
  if (text === '') return null;
  if (!/^-?\d{1,12}$/.test(text) || Math.abs(Number(text)) > MOST_MINOR) throw new CellProblem('bad-amount', text);
  return money(Number(text), currency);
}

/** A whole number from 1 to 1,000; an empty cell is 1. @throws CellProblem */
export function quantityOf(text: string): number {
  if (text === '') return 1;
  const quantity = /^\d{1,4}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
  if (quantity < 1 || quantity > 1000) throw new CellProblem('bad-quantity', text);
  return quantity;
}

/** A size; null for an empty cell, and for one size that fits all. @throws CellProblem */
export function sizeOf(text: string, system: SizeSystem | null = null): Size | null {
  if (text === '' || /^(?:os|one ?size|onesize|o\/s)$/i.test(text)) return null;
  const told = system !== null && /^[\d.,½⅓⅔ /]+$/.test(text) ? `${system} ${text}` : text;
  const parsed = parseSize(told);
  return parsed.ok ? parsed.size : otherSize(text);
}

/** A size guessed at the end of a title; null where the figure is none: no sale is lost for a guess. */
export function guessedSize(text: string): Size | null {
  const parsed = parseSize(text);
  return parsed.ok ? parsed.size : null;
}

/** Clothes and cards have sizes too, of which nothing is known. */
function otherSize(text: string): null {
  if (/^(?:\d?x{0,3}[sml]|xs|xl|xxl|[2-6]xl)$/i.test(text)) return null;
  throw new CellProblem('bad-size', text);
}

/** The style code a cell is, or the only one in a title. */
export function styleCodeOf(cell: string, title = ''): StyleCode | null {
  const own = parseStyleCode(cell);
  if (own !== null) return own;
  const found = styleCodesIn(`${cell} ${title}`).filter(({ shopNumber }) => shopNumber !== 'yes');
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}

/** The size at the end of a title: `Jordan 4 Retro DH6927-111 US 9.5`. */
export function sizeInTitle(title: string): Size | null {
  const match =
    /\b(?:size\s*)?(US|UK|EU|EUR)\s*(?:M|W|men'?s?|women'?s?)?\s*(\d{1,2}(?:[.,]\d{1,2})?(?: ?[½⅓⅔]| [12]\/3)?)\s*([WYC])?\b/i.exec(
      title,
    );
  const [, system = '', value = '', run = ''] = match ?? [];
  if (value === '') return null;
  const parsed = parseSize(`${system} ${value}${run}`);
  return parsed.ok ? parsed.size : null;
}

/** A bar code in 14 digits; null for none. */
export function barcodeOf(text: string): string | null {
  return parseGtin(text);
}

/** The same of a column of bar codes, whose zeros in front a spreadsheet takes for nothing: the check digit tells. */
export function barcodeInColumn(text: string): string | null {
  return parseGtin(text) ?? (/^\d{9,11}$/.test(text) ? parseGtin(text.padStart(12, '0')) : null);
}

/** Whether a column of bar codes holds something that is none. Nothing but zeros is how some programs write that there is none. */
export function isBrokenBarcode(text: string): boolean {
  return !/^[0\s-]*$/.test(text) && barcodeInColumn(text) === null;
}

/** ISO 3166 alpha-2 as written; null for a name in words, which is not guessed at. */
export function countryOf(text: string): string | null {
  const named = COUNTRIES[text.toLowerCase()];
  return named ?? (/^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : null);
}

const COUNTRIES: Readonly<Record<string, string>> = {
  'united states': 'US',
  usa: 'US',
  'united states of america': 'US',
  'united kingdom': 'GB',
  uk: 'GB',
  'great britain': 'GB',
  germany: 'DE',
  france: 'FR',
  italy: 'IT',
  spain: 'ES',
  netherlands: 'NL',
  belgium: 'BE',
  austria: 'AT',
  ireland: 'IE',
  poland: 'PL',
  sweden: 'SE',
  denmark: 'DK',
  canada: 'CA',
  australia: 'AU',
  'new zealand': 'NZ',
  japan: 'JP',
  switzerland: 'CH',
  norway: 'NO',
};
