import type { DayOrder } from '../releases/read-day';
import { DAY_MS, HOUR_MS, instant, MINUTE_MS, SECOND_MS, type Instant } from '../time/instant';
import type { OffsetAt } from '../time/period';

/** A date as a file writes it: its day, and the time and zone where it says so. */
export interface FileDate {
  /** Midnight of the day as if its calendar were UTC's. */
  readonly day: number;
  /** Milliseconds after midnight; null: only the day is told. */
  readonly time: number | null;
  /** Milliseconds the told zone is ahead of UTC; null: none is told, so it is the seller's own clock. */
  readonly zone: number | null;
  /** Which order of figures the date shows by itself: no month has more than 12. */
  readonly shows: DayOrder | null;
}

export type ReadFileDate =
  | { readonly ok: true; readonly date: FileDate }
  | { readonly ok: false; readonly reason: 'not-a-date' | 'ambiguous' };

/** Months by how they begin, in the languages whose reports were seen: English, French, German, Spanish, Italian. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|fév|fev)/,
  /^(?:mar|mär|mrz)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mag)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aoû|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott)/,
  /^(?:nov)/,
  /^(?:dec|déc|dez|dic)/,
];

const NOT: ReadFileDate = { ok: false, reason: 'not-a-date' };

/**
 * Reads a date with or without a time. Figures that could be day or month either way are `ambiguous` until `order` says
 * which comes first; dates with dots (`05.10.2026`) begin with the day wherever they are written.
 *
 * @example `2022-07-07 21:40:06 +00`, `Aug 31, 2026`, `Sep-18-26`, `26-May-26`, `05-oct.-26`, `03/14/2026 4:05 PM`
 */
export function readFileDate(text: string, order: DayOrder | null): ReadFileDate {
  const trimmed = text.trim().slice(0, 60);
  const [head, rest] = split(trimmed);
  const time = readTime(rest.trim());
  if (time === null) return NOT;
  const day = readYearFirst(head) ?? readNamed(head) ?? readFigures(head, order);
  if (day === 'ambiguous') return { ok: false, reason: 'ambiguous' };
  return day === null ? NOT : { ok: true, date: { ...day, ...time } };
}

/**
 * The moment of a date. A day alone is its noon on the seller's own clock, so that it is the same day wherever it is read.
 */
export function momentOf({ day, time, zone }: FileDate, offsetAt: OffsetAt): Instant {
  const local = day + (time ?? DAY_MS / 2);
  return instant(local - (zone ?? offsetAt(instant(local))));
}

/** The day's part and the time's part: the time begins at the first `12:34`. */
function split(text: string): readonly [string, string] {
  const at = /[T ,]+\d{1,2}:\d{2}/.exec(text)?.index;
  return at === undefined ? [text, ''] : [text.slice(0, at), text.slice(at).replace(/^[T ,]+/, '')];
}

function readTime(text: string): Pick<FileDate, 'time' | 'zone'> | null {
  if (text === '') return { time: null, zone: null };
  const match =
    /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?\s*(Z|UTC|GMT|[-+]\d{2}:?(?:\d{2})?)?$/i.exec(text);
  if (match === null) return null;
  const [, hours = '', minutes = '', seconds = '0', half, zone] = match;
  const hour = hourOf(Number(hours), half?.toLowerCase());
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return { time: hour * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS, zone: zoneOf(zone) };
}

/** 12 AM is midnight and 12 PM noon; eBay writes 23:59:59 PM. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (hour > 23) return null;
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function zoneOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const [, sign, hours, minutes] = /^([-+])(\d{2}):?(\d{2})?$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS);
}

type Day = Pick<FileDate, 'day' | 'shows'>;

function readYearFirst(text: string): Day | null {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  return year === undefined ? null : made(Number(year), Number(month), Number(day));
}

function readNamed(text: string): Day | null {
  const words = text
    .toLowerCase()
    .split(/[\s,./-]+/)
    .filter((word) => word !== '' && word !== 'de');
  const name = words.find((word) => /^\p{L}{3,}$/u.test(word) && MONTHS.some((month) => month.test(word)));
  const figures = words
    .filter((word) => /^\d{1,4}(?:st|nd|rd|th)?$/.test(word))
    .map((word) => Number.parseInt(word, 10));
  const [first, second] = figures;
  if (name === undefined || figures.length !== 2 || first === undefined || second === undefined) return null;
  const month = MONTHS.findIndex((each) => each.test(name)) + 1;
  return first > 31 ? made(first, month, second) : made(second, month, first);
}

function readFigures(text: string, order: DayOrder | null): Day | 'ambiguous' | null {
  const [, a, sign, b, year] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text) ?? [];
  if (a === undefined || b === undefined || year === undefined) return null;
  const dayFirst = made(Number(year), Number(b), Number(a));
  const monthFirst = made(Number(year), Number(a), Number(b));
  if (sign === '.') return dayFirst;
  if (dayFirst !== null && monthFirst !== null) {
    if (Number(a) === Number(b)) return dayFirst;
    return order === null ? 'ambiguous' : order === 'day-first' ? dayFirst : monthFirst;
  }
  if (order === 'day-first') return shown(dayFirst, order);
  if (order === 'month-first') return shown(monthFirst, order);
  return shown(dayFirst, 'day-first') ?? shown(monthFirst, 'month-first');
}

function shown(day: Day | null, shows: DayOrder): Day | null {
  return day === null ? null : { ...day, shows };
}

function made(year: number, month: number, day: number): Day | null {
  const full = year < 100 ? 2000 + year : year;
  const at = Date.UTC(full, month - 1, day);
  const date = new Date(at);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && full >= 1990 && full <= 2100 ? { day: at, shows: null } : null;
}
