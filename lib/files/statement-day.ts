import { readDay, type DayOrder } from '@/lib/domain/releases/read-day';
import type { CalendarDate } from '@/lib/domain/time/instant';

/** Years of two figures: as Quicken writes them, an apostrophe means this century. */
const CENTURY_TURN = 70;

/**
 * A day as bank files write it, put into the form all days are read in: `3/12'25`, `12/ 3/25`, `20250310`, `10.03.25`.
 *
 * @example `3/12'25` becomes `3/12/2025`
 */
function plainDay(text: string): string {
  const trimmed = text.trim().replace(/\s*([/.'-])\s*/g, '$1');
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(trimmed) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  const [, first, second, mark, short] = /^(\d{1,2})[/.-](\d{1,2})([/.'-])(\d{1,4})(?:[ T].*)?$/.exec(trimmed) ?? [];
  if (first === undefined || short === undefined) return trimmed;
  const figures = Number(short);
  const full = short.length > 2 ? figures : figures + (mark === "'" || figures < CENTURY_TURN ? 2000 : 1900);
  return `${first}/${second}/${full}`;
}

export interface SettledDays {
  /** null: nobody said and the file does not show it. */
  readonly order: DayOrder | null;
  /** Some of the dates that could be read either way. */
  readonly examples: readonly string[];
}

/**
 * How a file writes its days. It writes all of them one way: one that can only be read day first (`25/03/2026`) settles
 * it, unless another can only be read month first. What was said by a person counts before that.
 */
export class DaySettler {
  readonly #examples: string[] = [];
  #dayFirst = false;
  #monthFirst = false;

  /** Looks at one more day of the file. */
  see(text: string): void {
    const plain = plainDay(text);
    if (!/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(plain)) return;
    const [a, b] = [readDay(plain, 'day-first').ok, readDay(plain, 'month-first').ok];
    const isOpen = a && b && this.#examples.length < 3 && !this.#examples.includes(text.trim());
    if (isOpen && !readDay(plain, null).ok) this.#examples.push(text.trim());
    if (a !== b) this.#dayFirst ||= a;
    if (a !== b) this.#monthFirst ||= b;
  }

  settled(told: DayOrder | null): SettledDays {
    const examples = this.#examples;
    if (told !== null) return { order: told, examples };
    if (this.#dayFirst === this.#monthFirst) return { order: null, examples };
    return { order: this.#dayFirst ? 'day-first' : 'month-first', examples: [] };
  }
}

/** The day, or why it is none. */
export function statementDay(text: string, order: DayOrder | null): CalendarDate | 'no-date' | 'ambiguous-date' {
  const read = readDay(plainDay(text), order);
  if (read.ok) return read.day;
  return read.reason === 'ambiguous' ? 'ambiguous-date' : 'no-date';
}
