import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import { instant } from '../time/instant';
import { csvRows, delimiterOf } from './csv-rows';
import { parseLedgerCsv } from './ledger-csv';

const HEADER =
  'ref,style_code,name,brand,size,quantity,unit_cost,other_costs,currency,bought_on,supplier,alias_listing_id';
const problemsOf = (...rows: string[]) => parseLedgerCsv([HEADER, ...rows].join('\n')).problems;

describe('csvRows', () => {
  test('quotes, doubled quotes, line breaks inside, CRLF, byte order mark, empty lines', () => {
    const text = '\ufeffa,b\r\n"x, ""y""","two\r\nlines"\r\n\r\n3,\n"",4';
    expect(csvRows(text, ',', 10)).toEqual([
      { line: 1, cells: ['a', 'b'], unclosed: false },
      { line: 2, cells: ['x, "y"', 'two\r\nlines'], unclosed: false },
      { line: 5, cells: ['3', ''], unclosed: false },
      { line: 6, cells: ['', '4'], unclosed: false },
    ]);
  });

  test('a quote never closed is told, and stops after the limit', () => {
    expect(csvRows('a\n"b\nc', ',', 10)).toEqual([
      { line: 1, cells: ['a'], unclosed: false },
      { line: 2, cells: ['b\nc'], unclosed: true },
    ]);
    expect(csvRows('a\nb\nc', ',', 2)).toHaveLength(2);
  });

  test('reads back any cells that were written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '\r', 'é') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(';')).join('\r\n');
        expect(csvRows(text, ';', 1000).map(({ cells }) => cells)).toEqual(rows);
      }),
      { seed: 1 },
    );
  });

  test('finds the delimiter outside quotes', () => {
    expect(delimiterOf('a,b,c\n1;2;3;4')).toBe(',');
    expect(delimiterOf('"a,b,c";d')).toBe(';');
    expect(delimiterOf('')).toBe(',');
  });
});

describe('parseLedgerCsv', () => {
  test('reads every column', () => {
    const row = 'P-1,dd1391 100,"Dunk Low ""Panda""",Nike,US 10,2,£60.50,1.2,GBP,2026-03-14,END.,0197-abc';
    expect(parseLedgerCsv(`${HEADER}\r\n${row}\r\n`)).toEqual({
      rows: 1,
      problems: [],
      lines: [
        {
          ref: 'P-1',
          styleCode: 'DD1391-100',
          rawSku: 'dd1391 100',
          name: 'Dunk Low "Panda"',
          brand: 'Nike',
          size: { value: 10, system: 'US' },
          quantity: 2,
          unitCost: money(6050, 'GBP'),
          otherCosts: money(120, 'GBP'),
          boughtAt: instant(Date.UTC(2026, 2, 14)),
          supplier: 'END.',
          goatListingId: '0197-abc',
        },
      ],
    });
  });

  test('takes names in any case and order, semicolons, and what is not there', () => {
    const text = '\ufeffCurrency;Unit cost;SIZE;Style-Code;colour\nEUR;1.234,50;42 2/3;JR8166;black\n;;10;JR8166;';
    expect(parseLedgerCsv(text)).toMatchObject({
      problems: [],
      lines: [
        { size: { value: 42.67, system: 'EU' }, unitCost: money(123_450, 'EUR'), quantity: 1, name: 'JR8166' },
        { size: { value: 10, system: 'US' }, unitCost: null, otherCosts: null, boughtAt: null, supplier: null },
      ],
    });
  });

  test('a missing cost is unknown and a cost of zero is zero', () => {
    const { lines } = parseLedgerCsv([HEADER, 'a,JR8166,,,10,,,,,,,', 'b,JR8166,,,10,,0,,USD,,,'].join('\n'));
    expect(lines.map((line) => line.unitCost)).toEqual([null, money(0, 'USD')]);
  });

  test.each([
    ['a,JR8166,,,,,5,,USD,,,', 'The size is missing.'],
    ['a,JR8166,,,XL,,5,,USD,,,', '“XL” is not a size.'],
    ['a,,,,10,,5,,USD,,,', 'There is neither a style code nor a name.'],
    ['a,JR8166,,,10,0,5,,USD,,,', 'The quantity is a whole number from 1 to 1000, not “0”.'],
    ['a,JR8166,,,10,1.5,5,,USD,,,', 'The quantity is a whole number from 1 to 1000, not “1.5”.'],
    ['a,JR8166,,,10,,5,,,,,', 'The unit cost has no currency.'],
    ['a,JR8166,,,10,,5,,XYZ,,,', '“XYZ” is not a currency this extension knows. Write its code, as USD.'],
    ['a,JR8166,,,10,,five,,USD,,,', 'The unit cost “five” is not an amount.'],
    ['a,JR8166,,,10,,£5,,USD,,,', 'The unit cost “£5” is not in the currency of the line.'],
    ['a,JR8166,,,10,,-5,,USD,,,', 'The unit cost is below zero.'],
    ['a,JR8166,,,10,,5,0.123,USD,,,', 'The other costs “0.123” has more decimals than its currency.'],
    ['a,JR8166,,,10,,5,,USD,14/03/2026,,', '“14/03/2026” is not a date. Write it as 2026-03-14.'],
    ['a,JR8166,,,10,,5,,USD,2026-02-30,,', '“2026-02-30” is not a date. Write it as 2026-03-14.'],
    ['a,JR8166,,,10,,5,,USD,,,,extra', 'There are more cells than columns. Text with a comma needs quotation marks.'],
    ['a,"JR8166,,,10', 'A quotation mark is opened and never closed.'],
    [`a,JR8166,${'x'.repeat(301)},,10,,5,,USD,,,`, 'The name is longer than 300 characters.'],
  ])('%s', (row, message) => {
    expect(problemsOf('ok,JR8166,,,10,,5,,USD,,,', row)).toEqual([{ line: 3, message }]);
    expect(parseLedgerCsv([HEADER, 'ok,JR8166,,,10,,5,,USD,,,', row].join('\n')).lines).toHaveLength(1);
  });

  test('a file that is not a ledger is refused whole', () => {
    expect(parseLedgerCsv('').problems).toEqual([{ line: 1, message: 'The file is empty.' }]);
    expect(parseLedgerCsv('a,b\n1,2').problems[0]?.message).toContain('“style_code”, “size”, “unit_cost”, “currency”');
    expect(parseLedgerCsv('size,style_code,unit_cost,currency,Size\n').problems[0]?.message).toContain('twice');
    expect(parseLedgerCsv(' '.repeat(20_000_001)).problems[0]?.message).toContain('20 MB');
    expect(parseLedgerCsv(`${HEADER}\n${'a,b\n'.repeat(50_001)}`).problems[0]?.message).toContain('50,000 rows');
    expect(problemsOf(...Array.from({ length: 101 }, (_, i) => `${i},JR8166,,,10,1000,,,,,,`))[0]?.message).toContain(
      'pairs',
    );
  });

  test('one ref names one line', () => {
    const row = 'a,JR8166,,,10,,5,,USD,,,';
    expect(problemsOf(row, row)).toEqual([{ line: 3, message: 'Line 2 has the same ref.' }]);
  });

  test('lines without ref are named by what they say, whatever their order', () => {
    const rows = [',JR8166,,,10,,5,,USD,,,', ',JR8166,,,10,,5,,USD,,,', ',JR8166,,,11,,5,,USD,,,'];
    const refs = (list: string[]) => parseLedgerCsv([HEADER, ...list].join('\n')).lines.map((line) => line.ref);
    expect(new Set(refs(rows)).size).toBe(3);
    expect(refs(rows.toReversed()).toSorted()).toEqual(refs(rows).toSorted());
  });
});
