import { expect, test } from 'vitest';
import { drawnSize } from './prepare-picture';

test.each([
  [4000, 3000, { width: 2000, height: 1500 }],
  [900, 600, { width: 900, height: 600 }],
  [600, 600, { width: 600, height: 600 }],
  [6000, 900, { width: 4000, height: 600 }],
  [599, 2000, null],
  [4000, 500, null],
])('%i by %i', (width, height, drawn) => {
  expect(drawnSize(width, height)).toEqual(drawn);
});
