import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { csv, readFile } from '@/tests/fixtures/read-file';
import { chargesAddUp } from '@/lib/domain/sales/charges';

const FOLDER = '/work/shared/data/formats';
const SAMPLES = [
  ['sample-stockx-seller-report.csv', 'stockx', 2],
  ['sample-ebay-transaction-report.csv', 'ebay-transactions', 1],
  ['sample-ebay-orders-report.csv', 'ebay-orders', 3],
  ['sample-depop-sales-us.csv', 'depop', 1],
] as const;

describe('samples of real shape', () => {
  for (const [name, source, sales] of SAMPLES)
    // The samples lie beside the project and not in it: without them there is nothing to try.
    test.skipIf(!existsSync(`${FOLDER}/${name}`))(
      `${name} (skipped where the folder of samples is not there)`,
      async () => {
        const read = await readFile(readFileSync(`${FOLDER}/${name}`), { currency: 'USD' });
        expect(read.recognised).toMatchObject({ source, isSure: true });
        expect({ asked: read.asked, bad: read.bad, sales: read.sales.length }).toEqual({ asked: [], bad: [], sales });
        expect(read.sales.every(chargesAddUp)).toBe(true);
        expect(read.sales.every(({ size }) => size !== null)).toBe(true);
      },
    );
});

describe('tables of the seller’s own', () => {
  test('the template of another app: 115 pounds, UK 9, and a size that is none', async () => {
    const { entries, bad, recognised } = await readFile(
      csv([
        ['sku', 'brand', 'model', 'size_uk', 'purchase_price', 'purchase_date', 'condition', 'status', 'location'],
        ['DD1391-100', 'Nike', 'Dunk Low', '9', '£115', '25/12/2025', 'new', 'in_stock', 'Shelf B'],
        ['DD1391-100', 'Nike', 'Dunk Low', '9', '£115', '03/02/2026', 'used', 'sold', ''],
        ['DD1391-100', 'Nike', 'Dunk Low', '77', '£115', '2026-01-02', '', '', ''],
      ]),
    );
    expect(recognised).toMatchObject({ source: 'own-stock', isSure: false });
    expect(entries).toMatchObject([
      {
        kind: 'stock',
        entry: {
          styleCode: 'DD1391-100',
          size: { value: 9, system: 'UK' },
          cost: { minor: 11_500, currency: 'GBP' },
          location: 'Shelf B',
        },
      },
    ]);
    expect(bad).toMatchObject([{ line: 4, reason: 'bad-size' }]);
  });

  test('sales: 120.00 - 14.00 of fees - 6.00 of postage = 100.00', async () => {
    const { sales } = await readFile(
      csv([
        ['Date sold', 'Item', 'SKU', 'Size', 'Sold for', 'Fees', 'Shipping', 'Platform', 'Currency', 'Order ID'],
        ['2026-03-01', 'Dunk Low', 'DD1391-100', '10', '120.00', '14.00', '-6.00', 'Vinted', 'EUR', 'V-1'],
        ['2026-03-01', 'Dunk Low', 'DD1391-100', '10', '120.00', '14.00', '-6.00', 'Vinted', 'EUR', 'V-1'],
      ]),
    );
    expect(sales).toMatchObject([
      {
        platform: 'vinted',
        key: 'V-1',
        price: { minor: 12_000 },
        payout: { minor: 10_000 },
        charges: { commission: { minor: 1400 }, shipping: { minor: 600 } },
      },
      { key: 'V-1~2' },
    ]);
  });

  test('expenses: written below zero or above, they were spent', async () => {
    const { entries } = await readFile(
      'Date;Amount;Description;Type\n2026-03-01;-9,99;Royal Mail label;\n2026-03-02;25,00;Boxes;packaging\n',
      { currency: 'GBP' },
    );
    expect(entries).toMatchObject([
      { kind: 'expense', entry: { amount: { minor: 999 }, category: 'postage' } },
      { kind: 'expense', entry: { amount: { minor: 2500 }, category: 'packaging' } },
    ]);
  });

  test('columns chosen before are known again by the headings', async () => {
    const header = ['Was', 'Wann', 'Wieviel'];
    const kept = [{ header, source: 'own-sales' as const, columns: { name: 'Was', soldAt: 'Wann', price: 'Wieviel' } }];
    const { recognised, sales } = await readFile(
      csv([header, ['Schuh', '05.10.2026', '1.234,50 €']], ';'),
      {},
      { kept },
    );
    expect(recognised.isSure).toBe(true);
    expect(sales).toMatchObject([{ name: 'Schuh', price: { minor: 123_450, currency: 'EUR' } }]);
  });

  test('dates of both orders: the seller is asked, and what fits the answer is read', async () => {
    const text = csv([
      ['Sold date', 'Name', 'Price', 'Currency'],
      ['31/12/2025', 'a', 1, 'USD'],
      ['12/31/2025', 'b', 1, 'USD'],
      ['03/04/2025', 'c', 1, 'USD'],
    ]);
    const { asked } = await readFile(text);
    expect(asked).toMatchObject([{ question: 'dayOrder', mixed: ['31/12/2025', '12/31/2025'] }]);
    const { sales, bad } = await readFile(text, { dayOrder: 'day-first' });
    expect(sales.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(bad).toMatchObject([{ line: 3, reason: 'bad-date' }]);
  });
});
