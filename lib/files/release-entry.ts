import { parseStyleCode, styleCodesIn, type StyleCode } from '@/lib/domain/catalog/style-code';
import { CURRENCY_CODES, isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { parseMoney } from '@/lib/domain/money/parse-money';
import type { CalendarDate, Instant } from '@/lib/domain/time/instant';

/** One release as a file tells it. `ref` names it within the file's source, so that a file read twice adds nothing. */
export interface ReleaseEntry {
  readonly ref: string;
  readonly name: string;
  readonly brand: string;
  readonly styleCode: StyleCode | null;
  readonly date: CalendarDate;
  readonly at: Instant | null;
  readonly retailPrice: Money | null;
  readonly url: string | null;
  readonly note: string;
}

/** Why a line of a file is not a release. `line` counts from 1; of an entry without lines it is its place. */
export interface ReleaseProblem {
  readonly line: number;
  readonly text: string;
  readonly reason: 'no-name' | 'no-date' | 'ambiguous-date' | 'recurring' | 'broken' | 'twice';
}

/** What a calendar file holds. `problem`: nothing of it can be read at all. */
export type ReadReleases =
  | { readonly ok: true; readonly entries: readonly ReleaseEntry[]; readonly problems: readonly ReleaseProblem[] }
  | { readonly ok: false; readonly problem: FileProblem };

export type FileProblem = 'empty' | 'too-large' | 'not-text' | 'unknown-format' | 'broken' | 'no-columns' | 'too-many';

/** A release calendar of years is a few hundred kilobytes. */
export const MOST_CHARACTERS = 5_000_000;
const MOST_ENTRIES = 2000;

/** One line of plain text, bounded; empty for what is no text. */
export function lineOf(raw: unknown, most: number): string {
  const text = typeof raw === 'number' ? String(raw) : raw;
  return typeof text !== 'string'
    ? ''
    : text
        .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
        .trim()
        .slice(0, most)
        .trim();
}

/** The style code a field is, else the first one a text holds; calendars put it into brackets. */
export function codeIn(field: string, ...texts: readonly string[]): StyleCode | null {
  const own = field === '' ? null : parseStyleCode(field);
  return own ?? texts.flatMap((text) => styleCodesIn(text.replace(/[()[\]]/g, ' ')).map(({ code }) => code))[0] ?? null;
}

/** An https or http address, without what names the reader; null for everything else. */
export function addressOf(raw: string): string | null {
  if (raw === '' || !URL.canParse(raw)) return null;
  const url = new URL(raw);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href.slice(0, 500) : null;
}

/**
 * An amount with its mark, or a bare one in a currency told beside it; null when it is not sure which money is meant.
 *
 * @example `$150` and `150 USD` are 150.00 USD; `150` with `GBP` beside it is 150.00 GBP; `150` alone is null
 */
export function priceOf(text: string, currency: string): Money | null {
  if (text === '') return null;
  const told = currency.toUpperCase();
  if (isCurrencyCode(told)) return amountIn(text, told);
  const bare = /^[\d.,'\s]+$/.test(text);
  const fitting = bare ? [] : CURRENCY_CODES.filter((code) => parseMoney(text, code).ok);
  const sure = fitting.length === 1 ? fitting[0] : /^(?:US ?)?\$|\bUSD\b/.test(text) ? 'USD' : undefined;
  return sure === undefined ? null : amountIn(text, sure);
}

function amountIn(text: string, currency: CurrencyCode): Money | null {
  const read = parseMoney(text, currency);
  return read.ok && read.money.minor > 0 ? read.money : null;
}

/** Each `ref` once, the first; the others are told. At most so many as are kept. */
export function onceEach(
  entries: readonly (ReleaseEntry & { readonly line: number })[],
  problems: readonly ReleaseProblem[],
): ReadReleases {
  const seen = new Set<string>();
  const kept: ReleaseEntry[] = [];
  const told = [...problems];
  for (const { line, ...entry } of entries) {
    if (seen.has(entry.ref)) told.push({ line, text: entry.name, reason: 'twice' });
    else kept.push(entry);
    seen.add(entry.ref);
  }
  if (kept.length > MOST_ENTRIES) return { ok: false, problem: 'too-many' };
  return { ok: true, entries: kept, problems: told.toSorted((a, b) => a.line - b.line) };
}
