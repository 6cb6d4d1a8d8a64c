import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeZip } from './write-zip';

const AT = Date.UTC(2026, 3, 5, 10, 30, 20);
const files = [
  { name: 'b/sales.csv', bytes: 'x,y\r\n1,2\r\n' },
  { name: 'a.txt', bytes: new Uint8Array([1, 2, 3]) },
  { name: 'café.txt', bytes: 'é' },
];

describe('writeZip', () => {
  test('what goes in comes out again', () => {
    const unpacked = unzipSync(writeZip(files, AT));
    expect(Object.keys(unpacked)).toEqual(['a.txt', 'b/sales.csv', 'café.txt']);
    expect(strFromU8(unpacked['b/sales.csv'] ?? new Uint8Array())).toBe('x,y\r\n1,2\r\n');
    expect([...(unpacked['a.txt'] ?? [])]).toEqual([1, 2, 3]);
  });

  test('the same files give the same bytes in whatever order they come', () => {
    const whole = writeZip(files, AT);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (some) => {
        expect(writeZip(some, AT)).toEqual(whole);
      }),
      { seed: 7 },
    );
  });

  test('another time gives other bytes, and one before 1980 is told as 1980', () => {
    expect(writeZip(files, AT + 60_000)).not.toEqual(writeZip(files, AT));
    expect(writeZip(files, 0)).toEqual(writeZip(files, Date.UTC(1980, 0, 1)));
  });

  test.each(['../x', '/x', 'a//b', 'a\\b', '', 'a/..'])('the name %o is refused', (name) => {
    expect(() => writeZip([{ name, bytes: '' }], AT)).toThrow(RangeError);
  });

  test('two files of one name are refused', () => {
    expect(() => writeZip([files[0]!, files[0]!], AT)).toThrow('Two files');
  });
});
