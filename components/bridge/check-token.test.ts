import { expect, test } from 'vitest';
import { checkToken } from './check-token';

test.each([
  ['goatapi_abc', 'goatapi_abc', null],
  ['  goatapi_abc\n', 'goatapi_abc', null],
  ['"Bearer goatapi_abc"', 'goatapi_abc', null],
  ['', '', 'empty'],
  ['   ', '', 'empty'],
  ['Bearer ', '', 'empty'],
  ['goatapi_a bc', 'goatapi_a bc', 'spaces'],
  ['goatapi_a\nbc', 'goatapi_a\nbc', 'spaces'],
])('%j', (pasted, token, problem) => {
  expect(checkToken(pasted)).toEqual({ token, problem });
});
