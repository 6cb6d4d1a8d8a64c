import { expect, test } from 'vitest';
import { csv, readFile } from '@/tests/fixtures/read-file';

const shopify = (...titles: readonly string[]) =>
  csv([
    ['Name', 'Financial Status', 'Currency', 'Subtotal', 'Shipping', 'Created at', 'Lineitem quantity'].concat([
      'Lineitem name',
      'Lineitem price',
      'Lineitem sku',
    ]),
    ...titles.map((title, nth) =>
      [`#${nth}`, 'paid', 'USD', '10', '0', '2026-09-03 10:15:00 -0400', '1'].concat([title, '10', '']),
    ),
  ]);

test('Shopify: a figure at the end of a title that is no size costs neither its sale nor the file', async () => {
  const { entries, bad } = await readFile(shopify('Panini Box - 99', 'Socks - 0', 'Dunk Low - 10.5'));
  expect(bad).toEqual([]);
  expect(entries.map(({ entry }) => 'size' in entry && entry.size)).toEqual([
    null,
    null,
    { value: 10.5, system: 'US' },
  ]);
});

test('alias: an invoice of such a title is a sale without a size', async () => {
  const { entries, bad } = await readFile(
    csv([
      ['Site', 'OrderID', 'Amount', 'ItemNameWithSize', 'InvoiceDate', 'Currency', 'StorePrice', 'TotalVATIncluded'],
      ['GOAT', '1', '10', 'Panini Box - 99', '2026-09-03', 'USD', '10', '8'],
    ]),
  );
  expect(bad).toEqual([]);
  expect(entries).toMatchObject([{ entry: { size: null } }]);
});
