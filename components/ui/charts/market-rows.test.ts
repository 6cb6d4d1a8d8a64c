import { expect, test } from 'vitest';
import { clipped, marketRows, newestMoments } from './market-rows';

const line = (...points: [number, number | null][]) => ({
  id: 'ask',
  label: 'Ask',
  points: points.map(([at, value]) => ({ at, value })),
});
const shown = { from: 10, to: 20 };

test('what held when the time began is drawn from there; what came after it is not drawn', () => {
  expect(marketRows([line([2, 90], [5, 100], [15, 98], [25, 50])], [], shown)).toEqual([
    { at: 10, values: [100], dot: null },
    { at: 15, values: [98], dot: null },
  ]);
});

test('a sale stands at its moment, where the prices go on', () => {
  const sales = [
    { at: 5, value: 80 },
    { at: 12, value: 97 },
    { at: 30, value: 99 },
  ];
  expect(marketRows([line([10, 100]), line([11, 84])], sales, shown)).toEqual([
    { at: 10, values: [100, null], dot: null },
    { at: 11, values: [100, 84], dot: null },
    { at: 12, values: [100, 84], dot: 97 },
  ]);
  expect(marketRows([], sales, shown)).toEqual([{ at: 12, values: [], dot: 97 }]);
});

test('a price that was not known is not drawn on', () => {
  expect(marketRows([line([10, 100], [15, null])], [], shown)[1]).toEqual({ at: 15, values: [null], dot: null });
});

test('stretches are cut to the time shown', () => {
  const stretches = [
    { from: -Infinity, until: 12 },
    { from: 14, until: 16 },
    { from: 19, until: 30 },
    { from: 1, until: 10 },
  ];
  expect(clipped(stretches, shown)).toEqual([
    { from: 10, until: 12 },
    { from: 14, until: 16 },
    { from: 19, until: 20 },
  ]);
});

test('the newest price of a line stands at its moment, or where the time begins; a line without one has none', () => {
  const lines = [line([12, 90]), line([2, 90]), line([12, 90], [15, 91]), line([12, 90], [15, null]), line([25, 90])];
  expect(newestMoments(lines, shown)).toEqual([12, 10, 15, 12, null]);
});
