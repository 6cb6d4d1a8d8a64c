import { expect, test } from 'vitest';
import { quietSpan } from './quiet-hours';

test.each([
  [1320, 480, { hours: 10, minutes: 0, isOverMidnight: true }],
  [540, 615, { hours: 1, minutes: 15, isOverMidnight: false }],
  [1380, 0, { hours: 1, minutes: 0, isOverMidnight: false }],
  [600, 600, null],
])('from %j to %j', (from, to, span) => {
  expect(quietSpan(from, to)).toEqual(span);
});
