import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { csv, readFile } from '../../tests/fixtures/read-file';
import { readTable, type TableRow } from './read-table';
import { TableError } from './table-problem';

const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook as programs write it; sheets are their rows in XML. */
function workbook(sheets: Readonly<Record<string, string>>, more: Zippable = {}, head = ''): Uint8Array {
  const names = Object.keys(sheets);
  const files: Zippable = {
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook ${SHEET} xmlns:r="r">${head}<sheets>${names.map((name, nth) => `<sheet name="${name}" sheetId="${nth + 1}" r:id="r${nth + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names.map((_, nth) => `<Relationship Id="r${nth + 1}" Target="worksheets/sheet${nth + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet ${SHEET}><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy hh:mm"/><numFmt numFmtId="165" formatCode="&quot;day&quot; 0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `<sst ${SHEET}><si><t>Tom &amp; Jerry</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si></sst>`,
    ),
    ...more,
  };
  for (const [nth, name] of names.entries())
    files[`xl/worksheets/sheet${nth + 1}.xml`] = strToU8(
      `<?xml version="1.0"?><worksheet ${SHEET}><sheetData>${sheets[name]}</sheetData></worksheet>`,
    );
  return zipSync(files);
}

async function read(bytes: Uint8Array, sheet: string | null = null) {
  const rows: TableRow[] = [];
  for await (const chunk of readTable(bytes, { sheet })) rows.push(...chunk.rows);
  return rows;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes);
    return 'none';
  } catch (error) {
    if (error instanceof TableError) return error.problem.kind;
    throw error;
  }
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

describe('workbooks that are none', () => {
  test.each([
    ['another archive', zipSync({ 'a.txt': strToU8('a') }), 'broken-workbook'],
    ['half a workbook', workbook({ A: '<row r="1"><c r="A1"><v>1</v></c></row>' }).subarray(0, 300), 'broken-workbook'],
    ['XML that is none', workbook({ A: '<row r="1"><c r="A1"><v>1</row>' }), 'broken-workbook'],
    [
      'words that look like the end of a row',
      workbook({ A: `<row r="1"><c r="A1" t="str"><v>arrow>${'-'.repeat(70_000)}</v></c></row>` }),
      'broken-workbook',
    ],
    ['no rows', workbook({ A: '' }), 'empty'],
    [
      'too many parts',
      zipSync(Object.fromEntries(Array.from({ length: 2500 }, (_, nth) => [`a${nth}`, new Uint8Array(1)]))),
      'bomb',
    ],
  ])('%s', async (_, bytes, kind) => expect(await problemOf(bytes)).toBe(kind));

  test('300 MB packed into a few hundred KB are not unpacked, whatever the archive says of its size', async () => {
    const bomb = workbook({ A: '' }, { 'xl/sharedStrings.xml': [new Uint8Array(300 * 1024 * 1024), { level: 9 }] });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await problemOf(bomb)).toBe('bomb');
    const lying = Uint8Array.from(bomb);
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 30 < lying.length; at += 1) {
      if (view.getUint32(at, true) === 0x04_03_4b_50) view.setUint32(at + 22, 10, true);
    }
    expect(await problemOf(lying)).toBe('bomb');
  }, 30_000);
});
