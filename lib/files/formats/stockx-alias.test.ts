import { describe, expect, test } from 'vitest';
import { csv, figures, readFile, table } from '@/tests/fixtures/read-file';

const STOCKX_HEADER =
  'Seller Name,Sale Date,Payout date,Invoice Date,Invoice Number,Order Number,Item,Sku Name,Sku Size,Style,Quantity,Listing Price,Listing Price Currency,Seller Fee,Seller Fee Currency,Payment Processing,Payment Processing Currency,Shipping Fee,Shipping Fee Currency,VAT Rate,Total Gross Amount (Total Payout),Total Gross Amount (Total Payout) Currency,Special references'.split(
    ',',
  );
const stockxRow = {
  'Sale Date': '2025-03-07 21:40:06 +00',
  'Payout date': '2025-03-09 10:00:00 +00',
  'Invoice Number': 'S-1',
  'Order Number': '39000001-38900001',
  'Sku Name': 'Dunk Low Panda',
  'Sku Size': '10.5',
  Style: 'DD1391-100',
  Quantity: 1,
  'Listing Price': 69,
  'Listing Price Currency': 'EUR',
  'Payment Processing': 2.07,
  'Total Gross Amount (Total Payout)': 58.93,
};

describe('StockX', () => {
  test('69.00 - 2.07 is not 58.93: the payout is trusted, 8.00 is an adjustment', async () => {
    const { sales, recognised, bad } = await readFile(csv(table(STOCKX_HEADER, [stockxRow])));
    expect({ source: recognised.source, sure: recognised.isSure, bad }).toEqual({
      source: 'stockx',
      sure: true,
      bad: [],
    });
    expect(figures(sales[0])).toEqual({ price: 6900, payout: 5893, processing: 207, adjustment: 800 });
    expect(sales[0]).toMatchObject({
      key: '39000001-38900001',
      styleCode: 'DD1391-100',
      size: { value: 10.5, system: 'US' },
      soldAt: Date.parse('2025-03-07T21:40:06Z'),
      paidAt: Date.parse('2025-03-09T10:00:00Z'),
    });
  });

  test('headings in another order and case, a size that is none of a shoe, and a currency told nowhere', async () => {
    const header = STOCKX_HEADER.toReversed().map((name) => name.toUpperCase());
    const row = Object.fromEntries(
      Object.entries({ ...stockxRow, 'Sku Size': '', 'Listing Price Currency': '' }).map(([name, value]) => [
        name.toUpperCase(),
        value,
      ]),
    );
    const text = csv(table(header, [row]));
    expect((await readFile(text)).asked).toMatchObject([{ question: 'currency', rows: 1 }]);
    const { sales } = await readFile(text, { currency: 'EUR' });
    expect(sales).toMatchObject([{ size: null, price: { minor: 6900, currency: 'EUR' } }]);
  });

  test('rows that cannot be read are told one by one and do not stop the others', async () => {
    const rows = [
      stockxRow,
      { ...stockxRow, 'Order Number': '' },
      { ...stockxRow, 'Order Number': 'b', 'Listing Price': 'sixty' },
      { ...stockxRow, 'Order Number': 'c', 'Sale Date': '2025-02-30' },
      { ...stockxRow, 'Order Number': 'd', 'Sku Size': '99' },
    ];
    const { sales, bad } = await readFile(csv(table(STOCKX_HEADER, rows)));
    expect(sales).toHaveLength(1);
    expect(bad.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'no-order'],
      [4, 'bad-amount'],
      [5, 'bad-date'],
      [6, 'bad-size'],
    ]);
  });
});

describe('alias', () => {
  const header = [
    'ORDER_NUMBER',
    'USERNAME',
    'NAME',
    'SKU',
    'SIZE',
    'PRODUCT_PRICE_CENTS_SALE_PRICE',
    'PURCHASED_DATE',
    'CREDIT_DATE',
  ];
  const row = (price: string) =>
    csv([header, ['586612181', 'me', 'Dunk Low Panda', 'DD1391 100', '10', price, '20/12/24', '05/01/25']]);

  test('the column says cents and holds dollars: asked, with the example', async () => {
    const { asked, sales } = await readFile(row('145'));
    expect(asked).toEqual([{ question: 'unit', examples: [{ line: 2, text: '145' }], rows: 1, mixed: [] }]);
    expect(sales).toEqual([]);
  });

  test('145 is $145.00 as dollars and $1.45 as cents', async () => {
    expect((await readFile(row('145'), { unit: 'whole' })).sales[0]?.price).toEqual({ minor: 14_500, currency: 'USD' });
    expect((await readFile(row('14500'), { unit: 'cents' })).sales[0]?.price).toEqual({
      minor: 14_500,
      currency: 'USD',
    });
  });

  test('20/12/24 is the twentieth of December, noon on the seller’s clock, and 05/01/25 the fifth of January', async () => {
    const { sales } = await readFile(row('145'), { unit: 'whole' });
    expect(sales[0]).toMatchObject({
      orderNumber: '586612181',
      styleCode: 'DD1391-100',
      soldAt: Date.parse('2024-12-20T17:00:00Z'),
      paidAt: Date.parse('2025-01-05T17:00:00Z'),
    });
  });

  test('the invoice file: 145.00 - 13.78 - 5.00 = 126.22', async () => {
    const columns = [
      'Site',
      'OrderID',
      'Amount',
      'ItemNameWithSize',
      'InvoiceDate',
      'DeliveryDate',
      'Currency',
      'StorePrice',
      'ProcessingFee',
      'ShippingFee',
      'TransactionFee',
      'BulkShipDiscount',
      'TotalAmountNet',
      'VAT',
      'TotalVATIncluded',
    ];
    const text = csv(
      table(columns, [
        {
          OrderID: '586612181',
          ItemNameWithSize: "Dunk Low 'Panda' DD1391-100 - 10.5",
          InvoiceDate: '2024-12-21',
          Currency: 'USD',
          StorePrice: '145.00',
          ShippingFee: '5.00',
          TransactionFee: '13.78',
          TotalAmountNet: '126.22',
          TotalVATIncluded: '126.22',
        },
      ]),
    );
    const { sales } = await readFile(text);
    expect(figures(sales[0])).toEqual({ price: 14_500, payout: 12_622, shipping: 500, commission: 1378 });
    expect(sales[0]).toMatchObject({ styleCode: 'DD1391-100', size: { value: 10.5, system: 'US' } });
  });
});
