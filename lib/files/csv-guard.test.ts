import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardCell, unguardCell } from './csv-guard';

test.each([
  ['=1+1', "'=1+1"],
  ["'=1+1", "''=1+1"],
  ['  @SUM(A1)', "'  @SUM(A1)"],
  ['\t1', "'\t1"],
  ["Air Force 1 '07", "Air Force 1 '07"],
  ["'s-Hertogenbosch", "'s-Hertogenbosch"],
  ['', ''],
])('%j is kept as %j', (text, kept) => expect([guardCell(text), unguardCell(kept)]).toEqual([kept, text]));

test('what is guarded begins no formula, and is read back as it was', () => {
  const sign = fc.constantFrom("'", '=', '+', '-', '@', '|', '%', ' ', '\t', '\r', '\u00a0', 'a', '1');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: sign }), fc.string({ unit: 'binary' })), (text) => {
      expect(guardCell(text)).not.toMatch(/^\s*[=+\-@|%]|^[\t\r]/);
      expect(unguardCell(guardCell(text))).toBe(text);
    }),
    { seed: 11 },
  );
});
