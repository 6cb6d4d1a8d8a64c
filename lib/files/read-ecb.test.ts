import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readEcb } from './read-ecb';

const HISTORY =
  'Date,USD,JPY,CYP,GBP,\n2026-11-20,1.0823,164.12,N/A,0.8345,\n2026-11-19,1.08,164,N/A,N/A,\nsoon,1,1,1,1,\n';
const DAYS = [
  { day: '2026-11-20', rates: { USD: 108_230_000, JPY: 16_412_000_000, GBP: 83_450_000 } },
  { day: '2026-11-19', rates: { USD: 108_000_000, JPY: 16_400_000_000 } },
];

describe('files of the ECB', () => {
  test('the history, plain and zipped, with what could not be read', async () => {
    const plain = { ok: true, days: DAYS, problems: [{ line: 4, text: 'soon,1,1,1,1,' }] };
    expect(await readEcb(strToU8(HISTORY))).toEqual(plain);
    expect(await readEcb(zipSync({ 'eurofxref-hist.csv': strToU8(HISTORY) }))).toEqual(plain);
  });

  test('the table of one day, with its day in words', async () => {
    const read = await readEcb(strToU8('Date, USD, GBP, \n20 November 2026, 1.0823, 0.8345, \n'));
    expect(read).toMatchObject({ days: [{ day: '2026-11-20', rates: { USD: 108_230_000, GBP: 83_450_000 } }] });
  });

  test.each([
    ['a page', strToU8('<html></html>'), 'unknown-format'],
    ['another table', strToU8('a,b\n1,2'), 'unknown-format'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0, 0), 'not-text'],
    ['a broken archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'broken'],
    ['an archive of something else', zipSync({ 'a.exe': strToU8('x') }), 'unknown-format'],
    ['an archive that unfolds to 11 MB', zipSync({ 'a.csv': new Uint8Array(11_000_000) }), 'too-large'],
    ['eleven megabytes', new Uint8Array(11_000_000), 'too-large'],
  ])('%s is refused', async (_name, bytes, problem) => {
    expect(await readEcb(bytes)).toEqual({ ok: false, problem });
  });
});
