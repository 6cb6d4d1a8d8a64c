import { expect, test } from 'vitest';
import { nextSort } from './sort';

test('a second click turns the order round', () => {
  const first = nextSort({ by: 'name', down: false }, 'updated', (by) => by === 'updated');
  expect(first).toEqual({ by: 'updated', down: true });
  expect(nextSort(first, 'updated', () => true)).toEqual({ by: 'updated', down: false });
});
