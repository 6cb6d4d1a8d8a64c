import { calendarDate, type CalendarDate } from '../time/instant';

/** Which of two figures is the day, where a date could be read either way (`03/04/2026`). */
export type DayOrder = 'day-first' | 'month-first';

/** `ambiguous`: it is a date, but two readings of it are possible and nobody said which is meant. */
export type ReadDay =
  | { readonly ok: true; readonly day: CalendarDate }
  | { readonly ok: false; readonly reason: 'not-a-date' | 'ambiguous' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a day as calendars and lists write it. Never guesses: a date with two readings is `ambiguous` until somebody says
 * which figure is the day, and a day no month has is none.
 *
 * @param order null: nobody said
 * @example `2026-12-05`, `5 Dec 2026`, `December 5th, 2026` and `31/12/2026` are clear; `03/04/2026` is ambiguous
 */
export function readDay(text: string, order: DayOrder | null): ReadDay {
  const trimmed = text.trim().slice(0, 60);
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(trimmed) ?? [];
  if (year !== undefined) return made(Number(year), Number(month), Number(day));
  return readNamed(trimmed) ?? readFigures(trimmed, order);
}

function readNamed(text: string): ReadDay | null {
  const words = text
    .toLowerCase()
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .split(/[\s,./-]+/)
    .filter((word) => word !== '' && !/^(?:mon|tue|wed|thu|fri|sat|sun)/.test(word));
  const at = words.findIndex((word) => /^[a-z]{3,9}\.?$/.test(word) && MONTHS.includes(word.slice(0, 3)));
  if (at < 0 || words.length !== 3) return null;
  const figures = words.filter((_, nth) => nth !== at);
  if (!figures.every((figure) => /^\d{1,4}$/.test(figure))) return null;
  const month = MONTHS.indexOf((words[at] ?? '').slice(0, 3)) + 1;
  const year = figures.find((figure) => figure.length === 4);
  const day = figures.find((figure) => figure.length <= 2);
  return year === undefined || day === undefined ? null : made(Number(year), month, Number(day));
}

function readFigures(text: string, order: DayOrder | null): ReadDay {
  const [, a, b, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (a === undefined || b === undefined || year === undefined) return { ok: false, reason: 'not-a-date' };
  const dayFirst = made(Number(year), Number(b), Number(a));
  const monthFirst = made(Number(year), Number(a), Number(b));
  if (order !== null) return order === 'day-first' ? dayFirst : monthFirst;
  if (!dayFirst.ok || !monthFirst.ok) return dayFirst.ok ? dayFirst : monthFirst;
  return a === b || Number(a) === Number(b) ? dayFirst : { ok: false, reason: 'ambiguous' };
}

function made(year: number, month: number, day: number): ReadDay {
  const inMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const pad = (figure: number): string => String(figure).padStart(2, '0');
  const date = calendarDate(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`);
  return date === null || day > inMonth || year < 1980 || year > 2100
    ? { ok: false, reason: 'not-a-date' }
    : { ok: true, day: date };
}
