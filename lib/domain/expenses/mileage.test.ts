import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import { journeyParts, mileageAmount, MILEAGE_RATES, mileageRateOn, taxYearOf } from './mileage';

describe('mileageAmount', () => {
  test.each([
    ['12.3 miles at 72.5 cents are $8.9175', 123, 72_500, 892],
    ['100 miles at 45p are £45.00', 1000, 45_000, 4500],
    ['0.1 mile at 45p is 4.5p', 1, 45_000, 5],
    ['nothing', 0, 45_000, 0],
  ])('%s', (_, tenths, rateMilli, expected) => {
    expect(mileageAmount({ tenths, rateMilli }, 'USD')).toEqual(money(expected, 'USD'));
  });

  test('is off by half a unit at most, however far', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(1_000_000), (tenths, rateMilli) => {
        const amount = BigInt(mileageAmount({ tenths, rateMilli }, 'GBP').minor);
        const off = amount * 10_000n - BigInt(tenths) * BigInt(rateMilli);
        expect(off <= 5000n && off > -5000n).toBe(true);
      }),
      { seed: 1 },
    );
  });
});

describe('the rate of a day', () => {
  test.each([
    ['US', '2025-12-31', 70_000],
    ['US', '2026-01-01', 72_500],
    ['US', '2027-01-01', null],
    ['GB', '2026-11-23', 45_000],
    ['AU', '2025-06-30', 88_000],
    ['AU', '2024-06-30', 85_000],
    ['AU', '2026-07-01', null],
  ] as const)('%s on %s', (country, day, expected) => {
    expect(mileageRateOn(country, day)?.bands[0]?.rateMilli ?? null).toBe(expected);
  });

  test('one at a time, each with its source', () => {
    for (const rate of MILEAGE_RATES) {
      expect(mileageRateOn(rate.country, rate.validFrom)).toBe(rate);
      expect(rate.source).not.toBe('');
    }
  });

  test.each([
    ['2026-04-05', '04-06', '2025-04-06', '2026-04-06'],
    ['2026-04-06', '04-06', '2026-04-06', '2027-04-06'],
    ['2026-06-30', '07-01', '2025-07-01', '2026-07-01'],
    ['2026-01-01', '01-01', '2026-01-01', '2027-01-01'],
  ] as const)('%s is in the year from %s', (day, yearFrom, from, to) => {
    expect(taxYearOf(day, yearFrom)).toEqual({ from, to });
  });
});

describe('journeyParts', () => {
  const hmrc = mileageRateOn('GB', '2026-05-01')?.bands ?? [];
  const ato = mileageRateOn('AU', '2025-08-01')?.bands ?? [];
  test.each([
    ['within the first 10,000 miles', hmrc, 0, 250, [[250, 45_000]]],
    [
      'across them',
      hmrc,
      99_900,
      250,
      [
        [100, 45_000],
        [150, 25_000],
      ],
    ],
    ['after them', hmrc, 100_000, 250, [[250, 25_000]]],
    [
      'beyond what the method serves for',
      ato,
      49_990,
      30,
      [
        [10, 88_000],
        [20, null],
      ],
    ],
  ] as const)('%s', (_, bands, before, tenths, expected) => {
    expect(journeyParts(bands, before, tenths).map((part) => [part.tenths, part.rateMilli])).toEqual(expected);
  });

  test('its parts are the whole journey', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(hmrc, ato),
        fc.nat(200_000),
        fc.integer({ min: 1, max: 200_000 }),
        (bands, before, tenths) => {
          const parts = journeyParts(bands, before, tenths);
          expect(parts.reduce((sum, part) => sum + part.tenths, 0)).toBe(tenths);
          expect(parts.every((part) => part.tenths > 0)).toBe(true);
        },
      ),
      { seed: 2 },
    );
  });
});
