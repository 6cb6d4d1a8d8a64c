import { describe, expect, test } from 'vitest';
import { throughBooks, type Through } from '@/tests/fixtures/through-books';
import { workbook } from '@/tests/fixtures/workbook';

const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, mark: boolean, swap = false): Uint8Array => {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((sign) => sign.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (swap ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};
/** As programs of the nineties write; the euro is 0x80 there. */
const old = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((sign) => (sign === '€' ? 0x80 : sign.charCodeAt(0))));

const SALES = 'Date sold,Item,SKU,Size,Sold for,Payout,Currency';
const ONE = `${SALES}\n14/03/2026,Dunk Low,DD1391-100,US 10,145.00,120.50,USD`;
const AS_ONE = ['sale DD1391-100 US 10 145.00 USD 120.50 USD 2026-03-14 completed'];
const all = (rows: readonly string[], more: Partial<Through> = {}): Through => ({
  refused: null,
  rows,
  bad: [],
  asked: [],
  ...more,
});

describe('one sale, however it is written, is the same sale', () => {
  test.each<[string, string | Uint8Array]>([
    ['as it should be', ONE],
    ['a mark of UTF-8', `\ufeff${ONE}`],
    ['two marks of UTF-8', `\ufeff\ufeff${ONE}`],
    ['UTF-16', wide(ONE, true)],
    ['UTF-16 without its mark', wide(ONE, false)],
    ['UTF-16 the other way round', wide(ONE, true, true)],
    ['carriage returns alone', ONE.replaceAll('\n', '\r')],
    ['carriage returns and line feeds, and blank lines', `\r\n${ONE.replaceAll('\n', '\r\n\r\n')}\r\n\r\n`],
    ['semicolons', ONE.replaceAll(',', ';')],
    ['tabs', ONE.replaceAll(',', '\t')],
    ['bars', ONE.replaceAll(',', '|')],
    ['semicolons and decimal commas', ONE.replaceAll(',', ';').replaceAll('.', ',')],
    ['a line that names the sign', `sep=;\n${ONE.replaceAll(',', ';')}`],
    ['cells in quotes', ONE.replaceAll(/[^,\n]+/g, '"$&"')],
    ['cells as formulas of text', ONE.replaceAll(/[^,\n]+/g, '"=""$&"""')],
    ['notes before the headings', `Report of my shop,,\n"Made on 1 April",,\n\n${ONE}`],
    ['a row of groups above the headings', `Sale,,Shoe,,Money,,\n${ONE}`],
    ['headings in capitals with blanks', ONE.replace(SALES, ' DATE SOLD , ITEM ,SKU,SIZE, SOLD FOR ,PAYOUT,CURRENCY')],
    ['a style code in lower case with a blank', ONE.replace('DD1391-100', ' dd1391 100 ')],
    ['blanks that are not seen', ONE.replace('145.00', '\u00a0145.00\u202f').replace('DD1391', '\u200bDD1391')],
    [
      'a column nobody needs, twice',
      ONE.replaceAll(/$/gm, ',x,y').replace('USD,x,y\n', 'USD').replace('Currency,x,y', 'Currency,Extra,Extra'),
    ],
  ])('%s', async (_, file) => {
    expect(await throughBooks(file)).toEqual(all(AS_ONE));
  });

  test.each([
    ['£', 'GBP'],
    ['€', 'EUR'],
  ])('a price in %s of an old program, with the name of a café', async (mark, currency) => {
    const file = old(`Date sold;Item;Size;Sold for\n14/03/2026;Café Racer;US 10;${mark}1.145,00`);
    expect(await throughBooks(file)).toEqual(all([`sale Café Racer US 10 1145.00 ${currency} ? 2026-03-14 completed`]));
  });
});

describe('quotes', () => {
  test('one that is never closed is told with its line', async () => {
    expect(await throughBooks(`${ONE}\n15/03/2026,"Dunk,DD1391-100,US 9,1.00,,USD`)).toMatchObject({
      refused: 'unclosed',
    });
  });
  test('one closed in the middle of a cell swallows no row', async () => {
    const file = `${SALES}\n14/03/2026,"Dunk" Low,DD1391-100,US 10,145.00,,USD\n15/03/2026,"Jordan",FV5029-006,US 9,300.00,,USD`;
    expect(await throughBooks(file)).toMatchObject({ refused: 'unclosed', rows: [] });
    const within = ONE.replace('Dunk Low', '"Dunk "Panda" Low"');
    expect((await throughBooks(within)).rows).toEqual(AS_ONE);
  });
  test('quotes within a name', async () => {
    const file = ONE.replace('Dunk Low', '"Dunk ""Panda"" 5"" Low"');
    expect((await throughBooks(file)).rows).toEqual(AS_ONE);
  });
});

describe('workbooks', () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
  const row = (nth: number, ...cells: readonly string[]) => `<row r="${nth}">${cells.join('')}</row>`;
  const header = row(
    3,
    cell('A3', 'Date sold'),
    cell('B3', 'SKU'),
    cell('C3', 'Size'),
    cell('D3', 'Sold for'),
    cell('E3', 'Currency'),
  );
  const sold = (day: string, price = '<c r="D4"><v>145</v></c>') =>
    row(
      4,
      `<c r="A4" s="1"><v>${day}</v></c>`,
      cell('B4', 'dd1391-100'),
      cell('C4', 'US 10'),
      price,
      cell('E4', 'USD'),
    );
  const title = row(1, cell('A1', 'My sales'), '<c r="B1"/><c r="C1"/>');
  const expected = ['sale DD1391-100 US 10 145.00 USD ? 2026-03-14 completed'];

  test.each([
    ['dates counted from 1900', '46095', ''],
    ['dates counted from 1904', '44633', '<workbookPr date1904="1"/>'],
  ])('%s, below a merged title', async (_, day, head) => {
    expect(await throughBooks(workbook({ Sales: title + header + sold(day) }, {}, head))).toEqual(all(expected));
  });

  test('an error, and a formula nobody worked out, cost their row and are named', async () => {
    const broken = sold('46095', '<c r="D4" t="e"><v>#REF!</v></c>');
    expect(await throughBooks(workbook({ Sales: header + broken }))).toEqual(all([], { bad: ['4 error-cell'] }));
    const empty = sold('46095', '<c r="D4"><f>A1*2</f></c>');
    expect(await throughBooks(workbook({ Sales: header + empty }))).toEqual(all([], { bad: ['4 error-cell'] }));
  });
});

test('a file that is no table of anything changes nothing', async () => {
  for (const file of ['hello', '{"a":1}', 'a,b,c\n1,2,3', utf8('<html></html>'), Uint8Array.of(0, 1, 2)]) {
    const { rows } = await throughBooks(file);
    expect(rows).toEqual([]);
  }
});
