import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, instant, MINUTE_MS, type CalendarDate } from '../time/instant';
import { decideReleaseReminder, localMidnight, nextReleaseLook, releaseReminderId } from './release-reminder';

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

test('a day begins at local midnight, on days the clock changes too', () => {
  const london = (now: number) => (now >= Date.UTC(2026, 2, 29, 1) && now < Date.UTC(2026, 9, 25, 1) ? HOUR_MS : 0);
  expect(localMidnight('2026-03-29', london)).toBe(at('2026-03-29T00:00:00Z'));
  expect(localMidnight('2026-03-30', london)).toBe(at('2026-03-29T23:00:00Z'));
  expect(localMidnight('2026-10-25', london)).toBe(at('2026-10-24T23:00:00Z'));
});
