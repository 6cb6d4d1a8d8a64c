import { describe, expect, test } from 'vitest';
import { workbook } from '@/tests/fixtures/workbook';
import { csv, readFile } from '@/tests/fixtures/read-file';
import { readTable, type TableRow } from './read-table';

async function read(bytes: Uint8Array, sheet: string | null = null) {
  const rows: TableRow[] = [];
  for await (const chunk of readTable(bytes, { sheet })) rows.push(...chunk.rows);
  return rows;
}

describe('a workbook', () => {
  test('texts, numbers, dates by their format, truths, and cells that are not there', async () => {
    const rows = await read(
      workbook({
        Sales:
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
          '<row r="3"><c r="A3"><v>58.930000000000007</v></c><c r="B3" s="1"><v>46086</v></c><c r="C3" s="2"><v>46086.75</v></c><c r="D3" s="3"><v>7</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="inlineStr"><is><t>in line</t></is></c></row>',
      }),
    );
    expect(rows).toEqual([
      { line: 1, cells: ['Tom & Jerry', '', 'two runs'] },
      { line: 3, cells: ['58.93', '2026-03-05', '2026-03-05 18:00:00', '7', 'true', 'in line'] },
    ]);
  });

  test('formulas are what they came to; errors and formulas nobody worked out are named', async () => {
    const rows = await read(
      workbook({
        A: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c></row><row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2"><f>NOW()</f></c></row>',
      }),
    );
    expect(rows).toEqual([
      { line: 1, cells: ['2', '2x'] },
      { line: 2, cells: ['', '#DIV/0!', ''], badCells: ['B2 #DIV/0!', 'C2'] },
    ]);
  });

  test('the first sheet with rows, or the one that is asked for; days from 1904', async () => {
    const bytes = workbook(
      {
        Empty: '',
        One: '<row r="1"><c r="A1" s="1"><v>1</v></c></row>',
        Two: '<row r="1"><c r="A1"><v>2</v></c></row>',
      },
      {},
      '<workbookPr date1904="1"/>',
    );
    expect((await read(bytes))[0]?.cells).toEqual(['1904-01-02']);
    expect((await read(bytes, 'Two'))[0]?.cells).toEqual(['2']);
  });

  test('thousands of rows, whose stretches end anywhere', async () => {
    const all = Array.from(
      { length: 5000 },
      (_, nth) => `<row r="${nth + 1}"><c r="A${nth + 1}" t="inlineStr"><is><t>row ${nth}, é</t></is></c></row>`,
    ).join('');
    const rows = await read(workbook({ A: all }));
    expect(rows).toHaveLength(5000);
    expect(rows[4321]).toEqual({ line: 4322, cells: ['row 4321, é'] });
  });

  test('a worked-out figure of three decimals is left out as no amount, never read as thousands', async () => {
    const text = (cell: string, words: string) => `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const head = ['Style code', 'Sold date', 'Price', 'Currency'].map((words, nth) => text(`${'ABCD'[nth]}1`, words));
    const row = (line: number, price: string) =>
      `<row r="${line}">${text(`A${line}`, 'DD1391-100')}${text(`B${line}`, '2026-03-05')}<c r="C${line}"><v>${price}</v></c>${text(`D${line}`, 'USD')}</row>`;
    const sheet = `<row r="1">${head.join('')}</row>${row(2, '130.455')}${row(3, '130.45')}${row(4, '1300')}`;
    const { entries, bad } = await readFile(workbook({ A: sheet }));
    expect(bad).toMatchObject([{ line: 2, reason: 'bad-amount' }]);
    expect(entries.map(({ entry }) => 'price' in entry && entry.price.minor)).toEqual([13_045, 130_000]);
  });

  test('is read like the same table as text', async () => {
    const table = [
      ['Style code', 'Size', 'Purchase price', 'Purchase date', 'Currency'],
      ['DD1391-100', '10', '80', '2026-03-05', 'GBP'],
    ];
    const cells = (row: string[], line: number) =>
      `<row r="${line}">${row.map((cell, nth) => `<c r="${'ABCDE'[nth]}${line}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
    const [book, text] = await Promise.all([
      readFile(workbook({ A: table.map((row, nth) => cells(row, nth + 1)).join('') })),
      readFile(csv(table)),
    ]);
    expect(book.entries).toHaveLength(1);
    expect(book.entries).toEqual(text.entries);
  });
});
