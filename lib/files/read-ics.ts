import ICAL from 'ical.js';
import { calendarDate, instant, type CalendarDate, type Instant } from '@/lib/domain/time/instant';
import { addressOf, codeIn, lineOf, onceEach, priceOf, type ReadReleases, type ReleaseEntry } from './release-entry';
import type { ReleaseProblem } from './release-entry';

type Event = InstanceType<typeof ICAL.Component>;
type Line = ReleaseEntry & { readonly line: number };

/**
 * Reads a calendar file (RFC 5545). Each event is one release on the day it begins; events that repeat are none.
 *
 * @example an event "Air Jordan 4 'Test' (ZX1234-567)" with `DTSTART;VALUE=DATE:20261205` is out on 2026-12-05
 */
export function readIcs(text: string): ReadReleases {
  const calendar = parseCalendar(text);
  if (calendar === null) return { ok: false, problem: 'broken' };
  const entries: Line[] = [];
  const problems: ReleaseProblem[] = [];
  for (const [nth, event] of calendar.getAllSubcomponents('vevent').entries()) {
    const read = readEvent(event, nth + 1);
    if ('reason' in read) problems.push(read);
    else entries.push(read);
  }
  return onceEach(entries, problems);
}

function parseCalendar(text: string): Event | null {
  try {
    const parsed: unknown = ICAL.parse(text);
    const calendar = new ICAL.Component(parsed as ConstructorParameters<typeof ICAL.Component>[0]);
    return calendar.name === 'vcalendar' ? calendar : null;
  } catch {
    return null;
  }
}

function readEvent(event: Event, line: number): Line | ReleaseProblem {
  const told = (name: string, most: number): string => lineOf(event.getFirstPropertyValue(name)?.toString(), most);
  const name = told('summary', 200);
  const problem = (reason: ReleaseProblem['reason']): ReleaseProblem => ({ line, text: name, reason });
  if (name === '') return problem('no-name');
  if (event.hasProperty('rrule') || event.hasProperty('rdate')) return problem('recurring');
  const start = readStart(event);
  if (start === null) return problem('no-date');
  const note = told('description', 1000);
  const [amount = ''] = /(?:[A-Z]{0,3}[$£€¥] ?[\d.,]+|[\d.,]+ ?(?:€|[A-Z]{3}\b))/.exec(note) ?? [];
  return {
    line,
    ref: `ics:${told('uid', 250) || `${start.date} ${name}`}`,
    name,
    brand: '',
    styleCode: codeIn('', name, note),
    ...start,
    retailPrice: priceOf(amount, ''),
    url: addressOf(told('url', 500)),
    note,
  };
}

/** The day as the calendar writes it, in its own zone; the moment only where the file says which zone that is. */
function readStart(event: Event): { readonly date: CalendarDate; readonly at: Instant | null } | null {
  try {
    const start: unknown = event.getFirstPropertyValue('dtstart');
    if (!(start instanceof ICAL.Time)) return null;
    const date = calendarDate(start.toString());
    if (date === null) return null;
    // A time without a zone is that of wherever somebody reads it: the day is known, the moment is not.
    const isFloating = start.isDate || start.zone === ICAL.Timezone.localTimezone;
    const seconds = isFloating ? null : start.toUnixTime();
    return { date, at: seconds === null || !Number.isSafeInteger(seconds) ? null : instant(seconds * 1000) };
  } catch {
    return null;
  }
}
