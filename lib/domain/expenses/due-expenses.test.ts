import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR_MS, toIsoString, type CalendarDate } from '../time/instant';
import { dayFrom, dueExpenses, noonOf, type DuePlan } from './due-expenses';
import type { Recurrence } from './expense';

const plan = (unit: Recurrence['unit'], startsOn: string, more: Partial<DuePlan> = {}): DuePlan => ({
  every: { unit, every: 1 },
  startsOn: startsOn as CalendarDate,
  endsOn: null,
  nextOn: startsOn as CalendarDate,
  ...more,
});
const due = (of: DuePlan, today: string) => {
  const { days, nextOn } = dueExpenses(of, today as CalendarDate);
  return [days.join(' '), nextOn];
};

describe('dueExpenses', () => {
  test.each([
    ['not yet', plan('month', '2026-03-10'), '2026-03-09', '', '2026-03-10'],
    ['on its day', plan('month', '2026-03-10'), '2026-03-10', '2026-03-10', '2026-04-10'],
    [
      'the end of short months',
      plan('month', '2026-01-31'),
      '2026-04-30',
      '2026-01-31 2026-02-28 2026-03-31 2026-04-30',
      '2026-05-31',
    ],
    [
      '29 February where there is one',
      plan('month', '2028-01-31'),
      '2028-03-01',
      '2028-01-31 2028-02-29',
      '2028-03-31',
    ],
    [
      'a year from 29 February',
      plan('year', '2024-02-29'),
      '2028-03-01',
      '2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29',
      '2029-02-28',
    ],
    ['weeks', plan('week', '2026-02-23'), '2026-03-10', '2026-02-23 2026-03-02 2026-03-09', '2026-03-16'],
    [
      'every second week',
      plan('week', '2026-02-23', { every: { unit: 'week', every: 2 } }),
      '2026-03-10',
      '2026-02-23 2026-03-09',
      '2026-03-23',
    ],
    [
      'every quarter',
      plan('month', '2025-11-30', { every: { unit: 'month', every: 3 } }),
      '2026-06-01',
      '2025-11-30 2026-02-28 2026-05-30',
      '2026-08-30',
    ],
    [
      'up to its last day',
      plan('month', '2026-01-15', { endsOn: '2026-03-15' }),
      '2026-12-31',
      '2026-01-15 2026-02-15 2026-03-15',
      null,
    ],
    [
      'ends before it comes again',
      plan('month', '2026-01-15', { endsOn: '2026-03-14' }),
      '2026-12-31',
      '2026-01-15 2026-02-15',
      null,
    ],
    ['is over', plan('month', '2026-01-15', { nextOn: null }), '2026-12-31', '', null],
    [
      'what was written is not written again',
      plan('month', '2026-01-15', { nextOn: '2026-03-15' }),
      '2026-03-20',
      '2026-03-15',
      '2026-04-15',
    ],
  ] as const)('%s', (_, of, today, days, nextOn) => {
    expect(due(of, today)).toEqual([days, nextOn]);
  });

  test('years without the browser: in parts, each day once', () => {
    const weekly = plan('week', '2010-01-04');
    const first = dueExpenses(weekly, '2026-01-05');
    const rest = dueExpenses({ ...weekly, nextOn: first.nextOn }, '2026-01-05');
    const all = [...first.days, ...rest.days, ...dueExpenses({ ...weekly, nextOn: rest.nextOn }, '2026-01-05').days];
    expect([first.days.length, all.length, new Set(all).size]).toEqual([400, 836, 836]);
  });

  const days = fc
    .integer({ min: 0, max: 3000 })
    .map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10) as CalendarDate);
  const recurrences = fc.record({
    unit: fc.constantFrom('week' as const, 'month' as const, 'year' as const),
    every: fc.integer({ min: 1, max: 6 }),
  });

  test('looked at on any days or only on the last, it writes the same', () => {
    fc.assert(
      fc.property(
        recurrences,
        days,
        fc.option(days),
        fc.array(days, { minLength: 1, maxLength: 8 }),
        (every, startsOn, endsOn, looks) => {
          const once: DuePlan = { every, startsOn, endsOn, nextOn: dayFrom({ every, startsOn, endsOn }, startsOn) };
          const sorted = looks.toSorted();
          const last = sorted.at(-1) ?? startsOn;
          let now = once;
          const written: CalendarDate[] = [];
          for (const today of sorted) {
            const { days: some, nextOn } = dueExpenses(now, today);
            written.push(...some);
            now = { ...now, nextOn };
          }
          // More than is written at once is written at the next look.
          const whole = dueExpenses(once, last);
          if (whole.days.length < 400) expect(written).toEqual(whole.days);
          expect(written).toEqual([...new Set(written)].toSorted());
          expect(written.every((day) => day >= startsOn && day <= last && (endsOn === null || day <= endsOn))).toBe(
            true,
          );
        },
      ),
      { seed: 1 },
    );
  });
});

test.each([
  ['2026-03-02', 0, '2026-03-02T12:00:00.000Z'],
  ['2026-03-02', 14, '2026-03-01T22:00:00.000Z'],
  ['2026-03-02', -11, '2026-03-02T23:00:00.000Z'],
] as const)('noon of %s, %d hours ahead, is %s', (day, hours, at) => {
  expect(toIsoString(noonOf(day, () => hours * HOUR_MS))).toBe(at);
});
