import { expect, test } from 'vitest';
import { nextSort, sortRows } from './sort';

test('unknown comes last both ways, and equal rows keep their order', () => {
  const rows = [{ id: 'a', v: null }, { id: 'b', v: 2 }, { id: 'c', v: 1 }, { id: 'd', v: 2 }, { id: 'e', v: null }];
  const ids = (down: boolean) => sortRows(rows, (row) => row.v, down).map((row) => row.id).join('');
  expect(ids(false)).toBe('cbdae');
  expect(ids(true)).toBe('bdcae');
});

test('names are ordered as people read them', () => {
  expect(sortRows(['Air Max 90', 'air max 9', 'Air Max 100'], (name) => name, false)).toEqual(['air max 9', 'Air Max 90', 'Air Max 100']);
});

test('a second click turns the order round', () => {
  const first = nextSort({ by: 'name', down: false }, 'profit', (by) => by === 'profit');
  expect(first).toEqual({ by: 'profit', down: true });
  expect(nextSort(first, 'profit', () => true)).toEqual({ by: 'profit', down: false });
});
