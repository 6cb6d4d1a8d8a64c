import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, instant, parseInstant, toIsoString, type Instant } from './instant';
import { daysIn, isWithin, lastDays, startOfDay, type OffsetAt } from './period';

const at = (text: string): Instant => parseInstant(text) ?? instant(Number.NaN);

/** A clock that changes from `before` to `after` hours ahead of UTC at one moment. */
function clock(before: number, change: string, after: number): OffsetAt {
  return (moment) => (moment < at(change) ? before : after) * HOUR_MS;
}

const utc: OffsetAt = () => 0;
const londonSpring = clock(0, '2026-03-29T01:00:00Z', 1);
const londonAutumn = clock(1, '2026-10-25T01:00:00Z', 0);
const midnightJump = clock(-3, '2026-09-06T03:00:00Z', -2);
const midnightTwice = clock(1, '2026-11-01T00:00:00Z', 0);
const clocks = [utc, londonSpring, londonAutumn, midnightJump, midnightTwice, clock(5.5, '2026-01-01T00:00:00Z', 5.5)];

describe('startOfDay', () => {
  test.each([
    ['2026-06-15T12:00:00Z', utc, '2026-06-15T00:00:00.000Z'],
    ['2026-06-15T00:00:00Z', utc, '2026-06-15T00:00:00.000Z'],
    ['2026-06-14T23:30:00Z', londonSpring, '2026-06-14T23:00:00.000Z'],
    ['2026-03-29T12:00:00Z', londonSpring, '2026-03-29T00:00:00.000Z'],
    ['2026-03-30T12:00:00Z', londonSpring, '2026-03-29T23:00:00.000Z'],
    ['2026-10-25T12:00:00Z', londonAutumn, '2026-10-24T23:00:00.000Z'],
    ['2026-10-26T12:00:00Z', londonAutumn, '2026-10-26T00:00:00.000Z'],
    // Midnight of 6 September does not exist: the day begins at 01:00, which is 03:00Z.
    ['2026-09-06T12:00:00Z', midnightJump, '2026-09-06T03:00:00.000Z'],
    // Midnight of 1 November comes at 23:00Z and again at 00:00Z: the first one counts.
    ['2026-11-01T12:00:00Z', midnightTwice, '2026-10-31T23:00:00.000Z'],
  ])('%s', (moment, offsetAt, expected) => {
    expect(toIsoString(startOfDay(at(moment), offsetAt))).toBe(expected);
  });
});

describe('lastDays and daysIn', () => {
  test('one day is today, whole', () => {
    const today = lastDays(at('2026-03-29T12:00:00Z'), 1, londonSpring);
    expect([toIsoString(today.from), toIsoString(today.to)]).toEqual([
      '2026-03-29T00:00:00.000Z',
      '2026-03-29T23:00:00.000Z',
    ]);
  });

  test('30 days are 30 days on every clock, and tile the period', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 400 }),
        fc.nat(DAY_MS),
        fc.constantFrom(...clocks),
        (days, ms, offsetAt) => {
          const now = instant(at('2026-06-01T00:00:00Z') + days * DAY_MS + ms);
          const period = lastDays(now, 30, offsetAt);
          const tiles = daysIn(period, offsetAt);
          expect(isWithin(period, now)).toBe(true);
          expect(startOfDay(now, offsetAt)).toBe(tiles[29]?.from);
          expect(tiles).toHaveLength(30);
          expect(tiles[0]?.from).toBe(period.from);
          expect(tiles.at(-1)?.to).toBe(period.to);
          for (const [index, tile] of tiles.entries()) {
            if (index > 0) expect(tile.from).toBe(tiles[index - 1]?.to);
            expect(tile.to - tile.from).toBeGreaterThanOrEqual(23 * HOUR_MS);
          }
        },
      ),
      { seed: 1 },
    );
  });

  test('the end does not belong to a period', () => {
    const period = { from: instant(10), to: instant(20) };
    expect([9, 10, 19, 20].map((ms) => isWithin(period, instant(ms)))).toEqual([false, true, true, false]);
  });
});
