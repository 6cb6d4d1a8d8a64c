import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, instant, MINUTE_MS, type CalendarDate } from '../time/instant';
import type { OffsetAt } from '../time/period';
import { decideReleaseReminder, nextReleaseLook, releaseReminderId } from './release-reminder';

const DATE: CalendarDate = '2026-12-05';
const utc = () => 0;
const newYork = () => -5 * HOUR_MS;
const at = (text: string) => instant(Date.parse(text));

describe('a release without a moment', () => {
  const release = { date: DATE, at: null, remind: true };

  test.each([
    ['2026-12-04T08:59:00Z', null],
    ['2026-12-04T09:00:00Z', 'day'],
    ['2026-12-04T23:59:00Z', 'day'],
    ['2026-12-05T00:00:00Z', null],
    ['2026-12-05T12:00:00Z', null],
  ])('at %s: %s', (now, reminder) => expect(decideReleaseReminder(release, at(now), utc)).toBe(reminder));

  test('by the seller’s own calendar', () => {
    expect(decideReleaseReminder(release, at('2026-12-05T02:00:00Z'), newYork), '4 December, 21:00 there').toBe('day');
    expect(decideReleaseReminder(release, at('2026-12-04T13:00:00Z'), newYork), '08:00 there').toBeNull();
  });
});

describe('a release with its moment', () => {
  const moment = at('2026-12-05T15:00:00Z');
  const release = { date: DATE, at: moment, remind: true };

  test.each([
    [DAY_MS + 1, null],
    [DAY_MS, 'day'],
    [HOUR_MS + MINUTE_MS, 'day'],
    [HOUR_MS, 'hour'],
    [1, 'hour'],
    [0, null],
    [-HOUR_MS, null],
  ])('%i ms before: %s', (left, reminder) =>
    expect(decideReleaseReminder(release, instant(moment - left), utc)).toBe(reminder),
  );
});

test('nobody is reminded who does not want it', () => {
  expect(decideReleaseReminder({ date: DATE, at: null, remind: false }, at('2026-12-04T12:00:00Z'), utc)).toBeNull();
});

test('a release that is moved reminds anew', () => {
  const release = { id: 'r', date: DATE, at: null };
  expect(releaseReminderId(release, 'day')).not.toBe(releaseReminderId({ ...release, date: '2026-12-06' }, 'day'));
});

test('the next look is at the next reminder, else within the hour', () => {
  const now = at('2026-12-05T12:00:00Z');
  expect(nextReleaseLook([{ at: null }], now)).toBe(now + HOUR_MS);
  expect(nextReleaseLook([{ at: instant(now + HOUR_MS + 5 * MINUTE_MS) }], now)).toBe(now + 5 * MINUTE_MS);
  expect(nextReleaseLook([{ at: instant(now + DAY_MS + MINUTE_MS) }], now)).toBe(now + MINUTE_MS);
});

/** The clock on the wall of a real place, as the calendar of the machine knows it. */
function wallClock(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const read = (now: number) => {
    const [day = '', time = ''] = format.format(now).split(', ');
    return { day, time };
  };
  const offsetAt: OffsetAt = (now) => {
    const { day, time } = read(now);
    return Date.parse(`${day}T${time}Z`) - Math.floor(now / 1000) * 1000;
  };
  return { read, offsetAt };
}

const before = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

/** Days on which clocks change, and places where they do: at night, at midnight, and by half an hour. */
const CHANGES = [
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['America/Santiago', '2026-09-06'],
  ['America/Santiago', '2026-04-04'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Australia/Lord_Howe', '2026-04-05'],
] as const;

test('reminded from 09:00 to midnight of the day before, by the clock on the wall, whenever clocks change', () => {
  const around = fc.record({
    change: fc.constantFrom(...CHANGES),
    days: fc.integer({ min: -1, max: 2 }),
    minutes: fc.integer({ min: -36 * 60, max: 12 * 60 }),
  });
  fc.assert(
    fc.property(around, ({ change: [zone, changed], days, minutes }) => {
      const { read, offsetAt } = wallClock(zone);
      const date = new Date(Date.parse(`${changed}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
      const now = at(`${date}T00:00:00Z`);
      const moment = instant(now - offsetAt(now) + minutes * MINUTE_MS);
      const { day, time } = read(moment);
      const isDue = day === before(date) && time >= '09:00:00';
      const release = { date: date as CalendarDate, at: null, remind: true };
      expect(decideReleaseReminder(release, moment, offsetAt), `${zone}, ${day} ${time}`).toBe(isDue ? 'day' : null);
    }),
    { seed: 1, numRuns: 400 },
  );
});

test.each([
  ['2026-03-30', '2026-03-29T08:00:00Z'],
  ['2026-03-29', '2026-03-28T09:00:00Z'],
  ['2026-10-26', '2026-10-25T09:00:00Z'],
  ['2026-10-25', '2026-10-24T08:00:00Z'],
] as const)('out on %s, in London 09:00 of the day before is %s', (date, first) => {
  const release = { date, at: null, remind: true };
  const { offsetAt } = wallClock('Europe/London');
  expect(decideReleaseReminder(release, instant(at(first) - 1), offsetAt)).toBeNull();
  expect(decideReleaseReminder(release, at(first), offsetAt)).toBe('day');
});
