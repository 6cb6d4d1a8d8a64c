import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from './csv-text';

const one = (cell: string) => csvText(['a'], [[cell]]).split('\r\n')[1];

test.each([
  ['=1+1', "'=1+1"],
  ['+44 20', "'+44 20"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['  =1', "'  =1"],
  ['Air Max 1', 'Air Max 1'],
  ['a "b", c', '"a ""b"", c"'],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
])('%j is written as %j', (text, written) => {
  expect(one(text)).toBe(written);
});

test('numbers stand as numbers, also below zero; nothing is nothing', () => {
  expect(csvText(['a', 'b', 'c'], [[{ number: '97.00' }, { number: '-3' }, null]])).toBe(
    '\uFEFFa,b,c\r\n97.00,-3,\r\n',
  );
});

test('what is no number is never written as one', () => {
  expect(csvText(['a'], [[{ number: '=1+1' }]])).toBe('\uFEFFa\r\n\r\n');
});

test('no text begins a formula, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = csvText(['a'], [[text]]).slice('\uFEFFa\r\n'.length);
      expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t]/);
    }),
    { seed: 11 },
  );
});
