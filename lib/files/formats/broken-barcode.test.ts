import { describe, expect, test } from 'vitest';
import { csv, readFile } from '@/tests/fixtures/read-file';

const STOCK = ['SKU', 'Barcode', 'Size', 'Purchase price', 'Currency', 'Quantity'];
const SALES = ['SKU', 'Barcode', 'Size', 'Sold date', 'Price', 'Currency'];

describe('a bar code that is none', () => {
  test.each([
    ['a wrong check digit', '194501058798'],
    ['too short', '12345'],
    ['too long', '1945010587970000'],
    ['rounded by a spreadsheet', '1.94501E+11'],
    ['letters', 'see box'],
  ])('%s: told beside its row, which comes in with all the rest', async (_, code) => {
    const stock = await readFile(csv([STOCK, ['DD1391-100', code, 'US 10', '80.00', 'USD', '2']]));
    expect(stock.notes).toEqual([{ line: 2, reason: 'bad-barcode', text: code }]);
    expect(stock.bad).toEqual([]);
    expect(stock.entries).toMatchObject([
      { kind: 'stock', entry: { styleCode: 'DD1391-100', quantity: 2, cost: { minor: 8000 }, barcode: null } },
    ]);
    const sold = await readFile(csv([SALES, ['DD1391-100', code, 'US 10', '2026-03-05', '145.00', 'USD']]));
    expect(sold.notes).toEqual([{ line: 2, reason: 'bad-barcode', text: code }]);
    expect(sold.sales).toMatchObject([{ styleCode: 'DD1391-100', price: { minor: 14_500 }, barcode: null }]);
  });

  test.each([
    ['a valid one', '194501058797'],
    ['none', ''],
    ['what stands for none', 'N/A'],
    ['zeros for none', '0000000000000'],
    ['the zero in front lost', '12345678905'],
  ])('%s: no note', async (_, code) => {
    const { notes, entries } = await readFile(csv([STOCK, ['DD1391-100', code, 'US 10', '80.00', 'USD', '1']]));
    expect(notes).toEqual([]);
    expect(entries).toHaveLength(1);
  });

  test('each row has its own, and a row left out for another reason has none', async () => {
    const { notes, bad, entries } = await readFile(
      csv([
        STOCK,
        ['DD1391-100', '194501058798', 'US 10', '80.00', 'USD', '1'],
        ['DD1391-100', '194501058797', 'US 11', '80.00', 'USD', '1'],
        ['DD1391-100', '12345', '', '80.00', 'USD', '1'],
        ['DD1391-100', '12345', 'US 12', '80.00', 'USD', '1'],
      ]),
    );
    expect(notes.map(({ line, text }) => `${line} ${text}`)).toEqual(['2 194501058798', '5 12345']);
    expect(bad).toMatchObject([{ line: 4, reason: 'no-size' }]);
    expect(entries).toHaveLength(3);
  });

  test('nothing but a broken bar code names no pair: the row is left out, and why is said', async () => {
    const { notes, bad, entries } = await readFile(
      csv([STOCK, ['', '194501058798', 'US 10', '80.00', 'USD', '1'], ['DD1391-100', '', '10', '1.00', 'USD', '1']]),
    );
    expect(bad).toMatchObject([{ line: 2, reason: 'bad-barcode', text: '194501058798' }]);
    expect(notes).toEqual([]);
    expect(entries).toHaveLength(1);
  });

  test('dates that settle the order of the file are read twice, and told once', async () => {
    const { notes } = await readFile(
      csv([
        SALES,
        ['DD1391-100', '12345', 'US 10', '05/03/2026', '145.00', 'USD'],
        ['DD1391-100', '', 'US 10', '25/03/2026', '145.00', 'USD'],
      ]),
    );
    expect(notes).toHaveLength(1);
  });
});
