import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable, type TableFacts, type TableOptions, type TableRow } from './read-table';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(file: Blob | Uint8Array, options: TableOptions = {}) {
  const rows: TableRow[] = [];
  let facts: TableFacts | null = null;
  for await (const chunk of readTable(file, options)) {
    rows.push(...chunk.rows);
    ({ facts } = chunk);
  }
  return { rows, facts, cells: rows.map(({ cells }) => cells) };
}

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let nth = 0; nth < marked.length; nth += 1) view.setUint16(nth * 2, marked.charCodeAt(nth), !big);
  return bytes;
}

describe('encodings', () => {
  const text = 'name,price\nDünk „Panda“,£95\n';
  const expected = [
    ['name', 'price'],
    ['Dünk „Panda“', '£95'],
  ];

  test.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with its mark', utf8(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 LE with its mark', utf16(text, false, true), 'utf-16le'],
    ['UTF-16 BE with its mark', utf16(text, true, true), 'utf-16be'],
    ['UTF-16 LE without', utf16(text, false, false), 'utf-16le'],
    ['UTF-16 BE without', utf16(text, true, false), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    const { cells, facts } = await read(bytes);
    expect(cells).toEqual(expected);
    expect(facts?.encoding).toBe(encoding);
  });

  test('what is no UTF-8 is windows-1252, and said so', async () => {
    const bytes = Uint8Array.from(
      [...'name;price\nD'].map((sign) => sign.charCodeAt(0)).concat([0xfc, 0x6e, 0x6b, 0x3b, 0x80, 0x39, 0x35]),
    );
    const { cells, facts } = await read(bytes);
    expect(cells[1]).toEqual(['Dünk', '€95']);
    expect(facts).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
  });

  test('a sign of several bytes on the edge of a piece is one sign', async () => {
    const { cells } = await read(utf8(`${'x'.repeat(256 * 1024 - 1)}€,b\n`));
    expect(cells[0]?.[0]?.endsWith('x€')).toBe(true);
  });
});

describe('what parts the cells', () => {
  test.each([
    [',', 'a,b,c\n1,2,3'],
    [';', 'a;b;c\n1.234,50;2,5;3'],
    ['\t', 'a\tb\tc\n1,2\t3\t4'],
    ['|', 'a|b|c\n1|2|3'],
    [';', 'sep=;\na;b,c\n1;2'],
    [',', 'Title\n\nSeller,x\n\na,b,c,d;e\n1,2,3,4\n5,6,7,8\n'],
  ])('%j', async (delimiter, text) => expect((await read(utf8(text))).facts?.delimiter).toBe(delimiter));
});

describe('rows', () => {
  test('know their line, also behind cells of several lines and blank rows', async () => {
    const { rows } = await read(utf8('a,b\r\n"one\r\ntwo",2\r\n\r\n,\r\n3,4\r\n'));
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['one\ntwo', '2'] },
      { line: 6, cells: ['3', '4'] },
    ]);
  });

  test('old Macs end lines with a lone CR', async () => {
    expect((await read(utf8('a,b\r1,2\r'))).cells).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('are the same however the file falls into pieces', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', 'é', ' '), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }), async (table) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const filled = table.filter((cells) => cells.some((each) => each.trim() !== ''));
        const pad = ['x'.repeat(65_500), 'y', 'z'];
        const text = [pad, ...filled].map((cells) => cells.map(quoted).join(',')).join('\n');
        const { cells } = await read(utf8(text), { delimiter: ',' });
        expect(cells).toEqual([pad, ...filled]);
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});
