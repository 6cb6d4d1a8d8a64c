import { describe, expect, test } from 'vitest';
import { mergeSeries, seriesFacts, spread, thinPoints, type TimeSeries } from './series';

const series = (id: string, ...points: readonly (readonly [number, number | null])[]): TimeSeries => ({
  id,
  label: id,
  points: points.map(([at, value]) => ({ at, value })),
});

test('facts skip what is not known', () => {
  expect(seriesFacts(series('ask', [1, null], [2, 98], [3, 120], [4, 90], [5, null]))).toEqual({
    first: { at: 2, value: 98 },
    last: { at: 4, value: 90 },
    low: 90,
    high: 120,
  });
  expect(seriesFacts(series('none', [1, null]))).toBeNull();
});

describe('mergeSeries', () => {
  const asks = series('ask', [1, 98], [3, 95]);
  const own = series('own', [2, 110], [4, null]);

  test('carried values hold until the next', () => {
    expect(mergeSeries([asks, own], true).map(({ values }) => values)).toEqual([
      [98, null],
      [98, 110],
      [95, 110],
      [95, null],
    ]);
  });

  test('others belong to their moment', () => {
    expect(mergeSeries([asks, own], false).map(({ at, values }) => [at, ...values])).toEqual([
      [1, 98, null],
      [2, null, 110],
      [3, 95, null],
      [4, null, null],
    ]);
  });
});

test('thinned points keep both ends, the lowest and the highest', () => {
  const points = Array.from({ length: 5_000 }, (_, at) => ({
    at,
    value: at === 2_500 ? -7 : at === 2_501 ? 9_999 : at % 50,
  }));
  const thin = thinPoints(points, 300);
  expect(thin.length).toBeLessThanOrEqual(301);
  expect(thin).toEqual(expect.arrayContaining([points[0], points[2_500], points[2_501], points[4_999]]));
  expect(thin.map(({ at }) => at)).toEqual(thin.map(({ at }) => at).toSorted((a, b) => a - b));
  expect(thinPoints(points.slice(0, 10), 300)).toHaveLength(10);
});

test('labels keep apart and inside, in the order given', () => {
  expect(spread([10, 12, 60], 16, 0, 100)).toEqual([10, 26, 60]);
  expect(spread([96, 10, 99], 16, 0, 100)).toEqual([84, 10, 100]);
});
