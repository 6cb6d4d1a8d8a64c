import { expect, test } from 'vitest';
import { bytes, GBP, linesOf, problemsOf } from '@/tests/fixtures/statement-text';
import { readStatement } from './read-statement';

const long = (rows: number) =>
  bytes(
    `Date,Description,Amount\n${Array.from({ length: rows }, (_, nth) => `2025-03-10,Line ${nth},-1.50`).join('\n')}`,
  );

test('fifty thousand lines are read in many small steps, and how far is told', async () => {
  const shares: number[] = [];
  const { signal } = new AbortController();
  const read = await readStatement(long(50_000), { ...GBP, onShare: (share) => shares.push(share), signal });
  expect(read.ok && read.statements[0]?.lines.length).toBe(50_000);
  expect(shares.length).toBeGreaterThan(200);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
});

test('one more is refused before it is read to its end', async () => {
  const shares: number[] = [];
  const { signal } = new AbortController();
  const read = await readStatement(long(500_000), { ...GBP, onShare: (share) => shares.push(share), signal });
  expect(read).toMatchObject({ ok: false, problem: 'too-many-lines' });
  expect(shares.length).toBeLessThan(100);
});

test('stopped in between, nothing is told any more', async () => {
  const stop = new AbortController();
  const shares: number[] = [];
  const onShare = (share: number) => {
    shares.push(share);
    if (shares.length === 5) stop.abort(new Error('stopped'));
  };
  await expect(readStatement(long(50_000), { ...GBP, onShare, signal: stop.signal })).rejects.toThrow('stopped');
  expect(shares).toHaveLength(5);
});

test.each([
  ['lines ended by carriage returns alone', 'Date,Name,Amount\r2025-03-10,A,5.00\r2025-03-11,B,-5.00\r'],
  ['lines ended in three ways', 'Date,Name,Amount\r\n2025-03-10,A,5.00\r2025-03-11,B,-5.00\n'],
  ['a mark of UTF-8 before them', '\ufeffDate,Name,Amount\n2025-03-10,A,5.00\n2025-03-11,B,-5.00'],
  ['a line that names the sign', 'sep=;\nDate;Name;Amount\n2025-03-10;A;5,00\n2025-03-11;B;-5,00'],
])('%s', (_, text) => {
  expect(linesOf(text)).toEqual(['2025-03-10 500 GBP A', '2025-03-11 -500 GBP B']);
});

test('a line is the one of the file, also below a cell of several', () => {
  expect(problemsOf('Date,Name,Amount\n2025-03-10,"A\nB",5.00\n\nsoon,C,1.00')).toEqual(['5 no-date']);
});
