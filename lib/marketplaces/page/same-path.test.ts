import { expect, test } from 'vitest';
import { endsWithPath } from './same-path';

test.each([
  ['https://www.flightclub.com/air-max', true],
  ['https://www.flightclub.com/FR-fr/Air-Max/?size=9#top', true],
  ['/air-max', true],
  ['https://www.flightclub.com/air-max-90', false],
  ['https://www.flightclub.com/nike-air-max', false],
  ['https://www.flightclub.com/x?next=/air-max', false],
  ['', false],
  [null, false],
])('%s: %s', (url, is) => {
  expect(endsWithPath(url, 'air-max')).toBe(is);
});
