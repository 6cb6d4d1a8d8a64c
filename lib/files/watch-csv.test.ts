import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { readTextFile } from './read-text-file';
import { readWatchCsv, type WatchColumns } from './read-watch-csv';
import { writeWatchCsv, type WatchedCells } from './write-watch-csv';

function read(text: string, columns: Partial<WatchColumns> = {}): readonly unknown[] {
  const table = readWatchCsv(text, 'USD', columns);
  if (!table.ok) return [table.problem, table.line];
  return table.entries.map((entry) =>
    entry.ok
      ? [
          entry.styleCode,
          entry.usSize,
          entry.targetPrice?.minor ?? null,
          entry.targetPrice?.currency ?? null,
          entry.note,
        ]
      : [entry.line, entry.problem.reason, entry.problem.text],
  );
}

const PANDA_95 = ['DD1391-100', 10, 9500, 'USD', ''];

describe('a table', () => {
  test.each([
    ['commas', 'SKU,Size,Target\nDD1391-100,10,95'],
    ['semicolons and a mark', '\ufeffsize;style code;max price\r\n10;DD1391 100;95\r\n'],
    ['tabs', 'us_size\tstyle_code\ttarget_price\n10\tDD1391-100\t95'],
    ['quotes', '"Style","Size (US)","Price"\n"DD1391-100","US 10","$95"'],
    ['no headings', 'DD1391-100,10,95'],
    ['blank lines and more columns', 'name,code,size,target\n\nPanda,DD1391-100,10,95\n,,,\n'],
  ])('with %s', (_, text) => expect(read(text)).toEqual([PANDA_95]));

  test('prices in the currency of their row, several sizes in one cell, notes as they are', () => {
    expect(read('code,size,target,currency,note\nDD1391-100,9/9.5,78.40,gbp,"a, ""b"""\nJR8166,,,,=1+1')).toEqual([
      ['DD1391-100', 9, 7840, 'GBP', 'a, "b"'],
      ['DD1391-100', 9.5, 7840, 'GBP', 'a, "b"'],
      ['JR8166', null, null, null, '=1+1'],
    ]);
  });

  test('each row that cannot be read says why', () => {
    expect(read('code,size,target\nPanda,10,\nDD1391-100,UK 9,\nDD1391-100,10,x\nJR8166,10\nJR8166,10\n,10,5')).toEqual(
      [
        [2, 'no-code', 'Panda'],
        [3, 'not-us', 'UK 9'],
        [4, 'not-a-price', 'x'],
        ['JR8166', 10, null, null, ''],
        [6, 'twice', 'JR8166'],
        [7, 'no-code', ''],
      ],
    );
  });

  test('headings can be chosen, and a choice for another file does no harm', () => {
    const text = 'what,which,limit\nDD1391-100,10,95';
    expect(read(text)).toEqual([['DD1391-100', null, null, null, '']]);
    const odd = 'a,b,c\nshoe,10,95';
    expect(read(odd)).toEqual([[2, 'no-code', '']]);
    expect(read('a,b,c\n10,DD1391-100,95\nx,y,z', { code: 'b', size: 'a', target: 'c', note: 'gone' })).toEqual([
      PANDA_95,
      [3, 'no-code', 'y'],
    ]);
    expect(read('code,size,target\nDD1391-100,10,95', { target: null })).toEqual([['DD1391-100', 10, null, null, '']]);
  });

  test('two columns of one name are told apart', () => {
    const table = readWatchCsv('code,size,size\nDD1391-100,10,11', 'USD', { size: 'size (3)' });
    expect(table).toMatchObject({ ok: true, headings: ['code', 'size', 'size (3)'], entries: [{ usSize: 11 }] });
  });

  test('a quote that is never closed refuses the file; nothing in it is refused too', () => {
    expect(read('code,size\nDD1391-100,"10\nJR8166,9\n')).toEqual(['unclosed', expect.any(Number)]);
    expect(read('')).toEqual(['empty', 1]);
    expect(read('\n\n')).toEqual(['empty', 1]);
  });

  test('a thousand rows are read, and the rest is told', () => {
    const text = `code,size\n${Array.from({ length: 1200 }, (_, nth) => `AB${1000 + nth},10`).join('\n')}`;
    expect(readWatchCsv(text, 'USD')).toMatchObject({ ok: true, left: 200, entries: { length: 1000 } });
  });
});

describe('the bytes of a file', () => {
  const latin = Uint8Array.from([0x6e, 0xe4, 0x6e]);
  test.each([
    ['UTF-8', new TextEncoder().encode('näh'), { ok: true, text: 'näh' }],
    ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, 0x6e, 0, 0xe4, 0]), { ok: true, text: 'nä' }],
    ['an old code page', latin, { ok: false, problem: 'encoding' }],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), { ok: false, problem: 'encoding' }],
  ])('%s', (_, bytes, expected) => expect(readTextFile(bytes)).toEqual(expected));
});

test('what is written can be read back as it was, whatever the notes hold', () => {
  const cells = fc.record({
    code: fc.constantFrom('DD1391-100', 'JR8166', '387475-01', 'CT8012-047'),
    usSize: fc.option(fc.integer({ min: 2, max: 40 }).map((halves) => halves / 2)),
    targetPrice: fc.option(
      fc
        .tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.constantFrom('USD', 'GBP', 'JPY', 'KWD'))
        .map(([minor, currency]) => money(minor, currency as 'USD')),
    ),
    note: fc
      .oneof(fc.string({ maxLength: 40 }), fc.stringMatching(/^['=+\-@|%;",\r\n]{0,6}x$/))
      .map((note) => note.trim()),
    name: fc.string({ maxLength: 20 }),
  });
  const lists = fc.uniqueArray(cells, { selector: ({ code, usSize }) => `${code}|${usSize}`, minLength: 1 });
  fc.assert(
    fc.property(lists, (rows: readonly WatchedCells[]) => {
      const table = readWatchCsv(writeWatchCsv(rows), 'EUR');
      const back = table.ok
        ? table.entries.map((entry) => entry.ok && [entry.styleCode, entry.usSize, entry.targetPrice, entry.note])
        : table;
      expect(back).toEqual(rows.map(({ code, usSize, targetPrice, note }) => [code, usSize, targetPrice, note]));
    }),
    { seed: 20_261_123, numRuns: 300 },
  );
});
