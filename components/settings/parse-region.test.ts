import { expect, test } from 'vitest';
import { parseRegion } from './parse-region';

test.each([
  ['3', '3'],
  [' us-west ', 'us-west'],
  ['', null],
  ['  ', null],
  ['a b', null],
  ['3&token=x', null],
  ['x'.repeat(65), null],
])('%j is %j', (text, region) => {
  expect(parseRegion(text)).toBe(region);
});
