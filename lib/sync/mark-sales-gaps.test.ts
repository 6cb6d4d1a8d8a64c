import { describe, expect, test } from 'vitest';
import type { SalesGapRow } from '@/lib/db/watching-rows';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { NOON } from '@/tests/fixtures/builders';
import { markSalesGaps, mayBeClosed } from './mark-sales-gaps';

const day = (nth: number): Instant => shiftInstant(NOON, nth * DAY_MS);
const gap = (from: number | null, until: number, isClosed = false): SalesGapRow => ({
  id: `dunk|10|${day(until)}${isClosed ? '|stays' : ''}`,
  catalogId: 'dunk',
  usSize: 10,
  from: from === null ? null : day(from),
  until: day(until),
});

interface Case {
  readonly gaps: readonly SalesGapRow[];
  readonly oldest: number | null;
  readonly newestKnown: number | null;
  readonly isFull?: boolean;
  readonly isWide?: boolean;
}

/** Gaps as they are after the reading, by their ends in days. */
function after({ gaps, oldest, newestKnown, isFull = true, isWide = false }: Case) {
  const at = (nth: number | null) => (nth === null ? null : day(nth));
  const size = { catalogId: 'dunk', usSize: 10 };
  const told = { ...size, oldest: at(oldest), newestKnown: at(newestKnown), isFull, isWide };
  const { gone, put } = markSalesGaps(gaps, told);
  return [...gaps.filter(({ id }) => !gone.includes(id)), ...put];
}

describe('gaps in the sales that are known', () => {
  test.each<[string, Case, readonly SalesGapRow[]]>([
    ['first and full: there may be older ones', { gaps: [], oldest: 5, newestKnown: null }, [gap(null, 5)]],
    ['first and not full: that is all', { gaps: [], oldest: 5, newestKnown: null, isFull: false }, []],
    ['reaches back to what was known', { gaps: [], oldest: 5, newestKnown: 5 }, []],
    ['does not', { gaps: [], oldest: 5, newestKnown: 4 }, [gap(4, 5)]],
    ['an older gap stays beside a new one', { gaps: [gap(1, 2)], oldest: 5, newestKnown: 4 }, [gap(1, 2), gap(4, 5)]],
    ['reaches into a gap', { gaps: [gap(1, 4)], oldest: 3, newestKnown: 6 }, [gap(1, 3)]],
    ['reaches across it', { gaps: [gap(1, 4)], oldest: 1, newestKnown: 6 }, []],
    ['behind the first there is always more', { gaps: [gap(null, 4)], oldest: 3, newestKnown: 6 }, [gap(null, 3)]],
    ['all there is', { gaps: [gap(null, 4), gap(5, 6)], oldest: 3, newestKnown: 7, isFull: false }, []],
    ['nothing was told', { gaps: [gap(1, 4)], oldest: null, newestKnown: 6 }, [gap(1, 4)]],
    [
      'asked for all there is, and not reached',
      { gaps: [gap(1, 4)], oldest: 3, newestKnown: 6, isWide: true },
      [gap(1, 3, true)],
    ],
  ])('%s', (_, given, expected) => {
    expect(after(given)).toEqual(expected);
  });

  test('only a gap between two readings is worth another request, and only once', () => {
    expect([gap(1, 4), gap(null, 4), gap(1, 4, true)].map(mayBeClosed)).toEqual([true, false, false]);
  });
});
