import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boughtPair, day, gbp, soldPair, taxBooks, UK } from '@/tests/fixtures/tax-books';
import { instant, type Instant } from '../time/instant';
import { localDate } from '../time/local-date';
import { isWithin, type OffsetAt } from '../time/period';
import { settleBooks } from './settle-books';
import {
  calendarQuarterOf,
  calendarYearOf,
  lastTwelveMonths,
  periodsBetween,
  returnPeriodOf,
  taxYearOf,
  type TaxPeriod,
} from './tax-period';
import { ukVatReturn } from './uk-vat-return';

/** Clocks that change by an hour, by half an hour, at midnight, and not at all; the farthest there are. */
const ZONES = [
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

function offsetIn(zone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const of = (name: Intl.DateTimeFormatPartTypes): number => part.get(name) ?? 0;
    const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
    return local - Math.floor(at / 1000) * 1000;
  };
}

const PERIODS: readonly ((at: Instant, offsetAt: OffsetAt) => TaxPeriod)[] = [
  calendarQuarterOf,
  calendarYearOf,
  (at, offsetAt) => returnPeriodOf(at, { period: 'month', quarterEnds: 3 }, offsetAt),
  (at, offsetAt) => returnPeriodOf(at, { period: 'quarter', quarterEnds: 2 }, offsetAt),
  (at, offsetAt) => taxYearOf(at, { yearStart: { month: 4, day: 6 } }, offsetAt),
  (at, offsetAt) => taxYearOf(at, { yearStart: { month: 7, day: 1 } }, offsetAt),
];

describe.each(ZONES)('by the clock of %s', (zone) => {
  const offsetAt = offsetIn(zone);

  test('a moment is in the period whose days hold its own day, its last millisecond too, and the next begins there', () => {
    const moment = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2027, 0, 1) }).map(instant);
    fc.assert(
      fc.property(moment, fc.constantFrom(...PERIODS), (at, periodOf) => {
        const period = periodOf(at, offsetAt);
        const on = localDate(at, offsetAt);
        expect([isWithin(period, at), period.first <= on, on <= period.last]).toEqual([true, true, true]);
        expect(localDate(period.from, offsetAt)).toBe(period.first);
        expect(localDate(instant(period.to - 1), offsetAt)).toBe(period.last);
        expect(localDate(instant(period.from - 1), offsetAt) < period.first).toBe(true);
        expect(periodOf(period.to, offsetAt).from).toBe(period.to);
        expect(periodOf(instant(period.from - 1), offsetAt).to).toBe(period.from);
      }),
      { seed: 61, numRuns: 60 },
    );
  });

  test('a sale in the last second of a quarter is in it, one in the first second after it is in the next', () => {
    for (const on of ['2026-02-01', '2026-05-01', '2026-08-01', '2026-11-01']) {
      const quarter = returnPeriodOf(day(on), UK, offsetAt);
      const pairs = [0, 1].map(() => boughtPair(gbp(60), '2025-01-01', { condition: 'new' }));
      const sales = [instant(quarter.to - 1), quarter.to].map((soldAt, nth) =>
        soldPair(pairs[nth]!, gbp(nth === 0 ? 120 : 240), on, { soldAt }),
      );
      const settled = settleBooks(taxBooks({ pairs, sales, offsetAt }), UK, 'GBP');
      const box1 = (at: Instant) =>
        ukVatReturn(settled, UK, returnPeriodOf(at, UK, offsetAt), offsetAt).figures.find(({ id }) => id === 'box1')
          ?.amount;
      expect([box1(quarter.from), box1(quarter.to)]).toEqual([gbp(20), gbp(40)]);
    }
  });

  test('twelve months are the periods of twelve calendar months, one after the other', () => {
    const monthOf = (at: Instant) => returnPeriodOf(at, { period: 'month', quarterEnds: 3 }, offsetAt);
    const year = calendarYearOf(day('2026-06-15'), offsetAt);
    const months = periodsBetween(year.from, instant(year.to - 1), monthOf);
    expect([months.length, months[0]?.from, months.at(-1)?.to]).toEqual([12, year.from, year.to]);
  });
});

test.each([
  ['2024-02-29', '2023-03-01'],
  ['2024-02-28', '2023-03-01'],
  ['2025-02-28', '2024-03-01'],
  ['2024-12-31', '2024-01-01'],
  ['2026-03-15', '2025-03-16'],
])('the twelve months up to %s begin on %s', (on, first) => {
  expect(lastTwelveMonths(day(on), () => 0)).toMatchObject({ first, last: on });
});
