import { expect, test } from 'vitest';
import { readInterval, type Reading } from './interval-reading';

test.each<[string, number, number, Reading]>([
  ['zero within', -310, 890, { kind: 'unclear', fewer: 4, more: 9 }],
  ['more', 524, 3339, { kind: 'more', from: 5, to: 34 }],
  ['fewer', -3339, -524, { kind: 'fewer', from: 5, to: 34 }],
  ['zero at its edge', 0, 900, { kind: 'unclear', fewer: 0, more: 9 }],
  ['less than one more', 30, 900, { kind: 'more', from: 0, to: 9 }],
])('%s', (_name, low, high, reading) => {
  expect(readInterval({ estimate: Math.round((low + high) / 2), low, high }, 100)).toEqual(reading);
});
