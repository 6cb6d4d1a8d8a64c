import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedIds, comparedItem, MOST_COMPARED, withTicked } from './compare-ids';

test.each([
  [null, []],
  ['', []],
  [' panda , samba,,panda', ['panda', 'samba']],
  ['a,b,c,d,e', ['a', 'b', 'c', 'd']],
  ['x'.repeat(201), []],
])('%s', (item, expected) => {
  expect(comparedIds(item)).toEqual(expected);
});

test('ids of any letters come back as they went', () => {
  const ids = fc.uniqueArray(
    fc.string({ minLength: 1, maxLength: 20 }).filter((id) => id === id.trim()),
    { maxLength: MOST_COMPARED },
  );
  fc.assert(
    fc.property(ids, (given) => {
      expect(comparedIds(comparedItem(given))).toEqual(given);
    }),
    { seed: 1 },
  );
});

test('ticked is in, ticked again is out, a fifth has no room', () => {
  expect(withTicked(['a'], 'b')).toEqual(['a', 'b']);
  expect(withTicked(['a', 'b'], 'a')).toEqual(['b']);
  expect(withTicked(['a', 'b', 'c', 'd'], 'e')).toEqual(['a', 'b', 'c', 'd']);
  expect(withTicked(['a', 'b', 'c', 'd'], 'd')).toEqual(['a', 'b', 'c']);
});
