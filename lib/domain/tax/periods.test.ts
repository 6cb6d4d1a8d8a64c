import { describe, expect, test } from 'vitest';
import { day } from '@/tests/fixtures/tax-books';
import { calendarQuarterOf, lastTwelveMonths, returnPeriodOf, taxYearOf } from './tax-period';

const utc = (): number => 0;

describe('periods', () => {
  const quarter = (quarterEnds: 1 | 2 | 3) => ({ period: 'quarter', quarterEnds }) as const;

  test.each([
    ['2026-01-31', 3, '2026-01-01', '2026-03-31'],
    ['2026-01-31', 1, '2025-11-01', '2026-01-31'],
    ['2026-02-01', 1, '2026-02-01', '2026-04-30'],
    ['2026-12-15', 2, '2026-12-01', '2027-02-28'],
    ['2026-11-30', 2, '2026-09-01', '2026-11-30'],
  ] as const)('%s with quarters that end in month %d: %s to %s', (on, ends, first, last) => {
    expect(returnPeriodOf(day(on), quarter(ends), utc)).toMatchObject({ first, last });
  });

  test('months, the UK year, calendar quarters and the last twelve months', () => {
    expect(returnPeriodOf(day('2026-02-10'), { period: 'month', quarterEnds: 3 }, utc)).toMatchObject({
      first: '2026-02-01',
      last: '2026-02-28',
    });
    const april = { yearStart: { month: 4, day: 6 } };
    expect(taxYearOf(day('2026-04-05'), april, utc)).toMatchObject({ first: '2025-04-06', last: '2026-04-05' });
    expect(taxYearOf(day('2026-04-06'), april, utc)).toMatchObject({ first: '2026-04-06', last: '2027-04-05' });
    expect(calendarQuarterOf(day('2026-11-23'), utc)).toMatchObject({ first: '2026-10-01', last: '2026-12-31' });
    expect(lastTwelveMonths(day('2026-03-15'), utc)).toMatchObject({ first: '2025-03-16', last: '2026-03-15' });
  });

  test('the day begins by the seller’s clock: 1 July in Sydney is 30 June 14:00 UTC', () => {
    const sydney = () => 10 * 3_600_000;
    const year = taxYearOf(day('2026-08-01'), { yearStart: { month: 7, day: 1 } }, sydney);
    expect(new Date(year.from).toISOString()).toBe('2026-06-30T14:00:00.000Z');
  });
});
