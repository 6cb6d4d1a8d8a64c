import { expect, test } from 'vitest';
import { bandRows } from './band-rows';

const line = (points: readonly [number, number | null][]) => ({
  id: 'own',
  label: 'You',
  points: points.map(([at, value]) => ({ at, value })),
});
const band = (points: readonly [number, number | null, number | null][]) => ({
  label: 'Band',
  low: 'Floor',
  high: 'Ceiling',
  points: points.map(([at, low, high]) => ({ at, low, high })),
});

test('what holds is carried, a sale belongs to its moment alone, and the end has what still holds', () => {
  const rows = bandRows(
    {
      lines: [
        line([
          [1, 100],
          [4, 95],
        ]),
      ],
      band: band([[2, 80, 150]]),
      dots: { label: 'Sold', points: [{ at: 3, value: 90 }] },
    },
    6,
  );
  expect(rows).toEqual([
    { at: 1, values: [100], low: null, high: null, dot: null },
    { at: 2, values: [100], low: 80, high: 150, dot: null },
    { at: 3, values: [100], low: 80, high: 150, dot: 90 },
    { at: 4, values: [95], low: 80, high: 150, dot: null },
    { at: 6, values: [95], low: 80, high: 150, dot: null },
  ]);
});

test('what lies after the end is left out; a price that is gone stays gone', () => {
  const rows = bandRows(
    {
      lines: [
        line([
          [1, 100],
          [2, null],
          [9, 50],
        ]),
      ],
      band: band([]),
      dots: { label: 'Sold', points: [] },
    },
    3,
  );
  expect(rows.map(({ at, values }) => [at, values[0]])).toEqual([
    [1, 100],
    [2, null],
    [3, null],
  ]);
});
