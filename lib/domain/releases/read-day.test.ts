import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay } from './read-day';

describe('readDay', () => {
  test.each([
    ['2026-12-05', '2026-12-05'],
    ['2026/12/5', '2026-12-05'],
    ['2026-12-05T23:59:59Z', '2026-12-05'],
    ['5 Dec 2026', '2026-12-05'],
    ['Sat, 5 December 2026', '2026-12-05'],
    ['December 5th, 2026', '2026-12-05'],
    ['Dec 5 2026', '2026-12-05'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['31.12.2026', '2026-12-31'],
    ['04/04/2026', '2026-04-04'],
    ['29 Feb 2028', '2028-02-29'],
  ])('%s is %s', (text, day) => expect(readDay(text, null)).toEqual({ ok: true, day }));

  test('what can be read two ways is asked about, never guessed', () => {
    expect(readDay('03/04/2026', null)).toEqual({ ok: false, reason: 'ambiguous' });
    expect(readDay('03/04/2026', 'day-first')).toEqual({ ok: true, day: '2026-04-03' });
    expect(readDay('03/04/2026', 'month-first')).toEqual({ ok: true, day: '2026-03-04' });
    expect(readDay('31/12/2026', 'month-first')).toEqual({ ok: false, reason: 'not-a-date' });
  });

  test.each([
    '',
    'soon',
    '2026',
    '29 Feb 2026',
    '2026-13-01',
    '31/31/2026',
    '5 Dec',
    '0005-01-01',
    'Q4 2026',
    '5/12/26',
  ])('%j is no day', (text) => expect(readDay(text, null)).toEqual({ ok: false, reason: 'not-a-date' }));

  test('never throws, and what it reads is a day of the calendar', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readDay(text, null);
        if (read.ok) expect(new Date(`${read.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.day);
      }),
      { seed: 1 },
    );
  });
});
