import { expect, test } from 'vitest';
import { groupBy } from './group-by';

test('groups stand in the order of their first rows, and each keeps the order of its own', () => {
  const groups = groupBy(['b1', 'a1', 'b3', 'b2', 'a2'], (row) => row.slice(0, 1));
  expect([...groups]).toEqual([
    ['b', ['b1', 'b3', 'b2']],
    ['a', ['a1', 'a2']],
  ]);
  expect([...groupBy([], String)]).toEqual([]);
});
