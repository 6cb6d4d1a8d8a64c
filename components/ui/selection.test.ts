import { describe, expect, test } from 'vitest';
import { markedOf, NOTHING_SELECTED, pick, type Selection } from './selection';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const after = (steps: readonly (readonly [number, 'toggle' | 'begin' | 'range'])[], order = ORDER): Selection =>
  steps.reduce((selection, [index, how]) => pick(selection, order, index, how), NOTHING_SELECTED);
const marked = (...given: Parameters<typeof after>) => [...after(...given).ids].toSorted().join('');

describe('marking', () => {
  test('one by one, on and off', () => {
    expect(
      marked([
        [1, 'toggle'],
        [3, 'toggle'],
        [1, 'toggle'],
      ]),
    ).toBe('d');
  });

  test('from the last one to here, and back again', () => {
    const begun = [
      [1, 'toggle'],
      [3, 'range'],
    ] as const;
    expect(marked(begun)).toBe('bcd');
    expect(marked([...begun, [2, 'range']])).toBe('bc');
    expect(marked([...begun, [0, 'range']])).toBe('ab');
  });

  test('a range leaves alone what was marked before it', () => {
    expect(
      marked([
        [4, 'toggle'],
        [0, 'toggle'],
        [4, 'range'],
        [1, 'range'],
      ]),
    ).toBe('abe');
  });

  test('with the keys: it begins where the focus was and follows it', () => {
    expect(
      marked([
        [1, 'begin'],
        [2, 'range'],
        [2, 'begin'],
        [3, 'range'],
        [3, 'begin'],
        [2, 'range'],
      ]),
    ).toBe('bc');
  });

  test('a start that is no longer in the list is here', () => {
    const selection = after([[0, 'toggle']]);
    expect([...pick(selection, ['c', 'd'], 1, 'range').ids]).toEqual(['a', 'd']);
    expect(pick(selection, [], 3, 'range')).toBe(selection);
  });
});

test('none, some or all of a list', () => {
  expect(markedOf(NOTHING_SELECTED, ORDER)).toBe('none');
  expect(markedOf(after([[0, 'toggle']]), ORDER)).toBe('some');
  expect(
    markedOf(
      after([
        [0, 'toggle'],
        [4, 'range'],
      ]),
      ORDER,
    ),
  ).toBe('all');
});
