declare const instantBrand: unique symbol;

/** A point in time: milliseconds since 1970-01-01T00:00:00Z, an integer. */
export type Instant = number & { readonly [instantBrand]: true };

/** A date that is only a date (`2021-03-10`), never shifted by a time zone. */
export type CalendarDate = `${number}-${number}-${number}`;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** @throws {RangeError} when `ms` is not a safe integer */
export function instant(ms: number): Instant {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`Not an instant in whole milliseconds: ${ms}`);
  return ms as Instant;
}

/** Reads an RFC 3339 timestamp (`2025-12-09T21:58:15.602Z`); null for anything else, also what `Date` would guess at. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[-+]\d\d:\d\d)$/i.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : (ms as Instant);
}

/** The instant `ms` milliseconds after `at`; negative values go back. */
export function shiftInstant(at: Instant, ms: number): Instant {
  return instant(at + Math.round(ms));
}

/**
 * How long ago `at` was, in milliseconds. Never, and a moment that still lies ahead since the clock was set back, count
 * as infinitely long ago: what waits for it must not wait until the clock has caught up.
 */
export function ageOf(at: Instant | null, now: Instant): number {
  return at === null || at > now ? Number.POSITIVE_INFINITY : now - at;
}

export function toIsoString(at: Instant): string {
  return new Date(at).toISOString();
}

/**
 * The date marker of a catalogue timestamp: its first ten characters, read without a time zone.
 *
 * @example `calendarDate('2021-03-10T23:59:59.999Z')` is `'2021-03-10'`; `calendarDate('')` is null
 */
export function calendarDate(text: string): CalendarDate | null {
  const head = text.slice(0, 10);
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(head) ? (head as CalendarDate) : null;
}
