import { expect, test } from 'vitest';
import { csv, figures, readFile, table } from '@/tests/fixtures/read-file';

test('Shopify: an order of two articles has its sums in the first row; a discount is shared', async () => {
  const header = [
    'Name',
    'Email',
    'Financial Status',
    'Paid at',
    'Currency',
    'Subtotal',
    'Shipping',
    'Taxes',
    'Total',
    'Created at',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Cancelled at',
    'Refunded Amount',
  ];
  const first = {
    Name: '#1001',
    'Financial Status': 'paid',
    Currency: 'USD',
    Subtotal: '270.00',
    Shipping: '10.00',
    Taxes: '0.00',
    Total: '280.00',
    'Created at': '2026-09-03 10:15:00 -0400',
    'Lineitem quantity': 1,
    'Lineitem name': 'Dunk Low Panda - 10.5',
    'Lineitem price': '100.00',
    'Lineitem sku': 'DD1391-100',
  };
  const second = {
    Name: '#1001',
    'Lineitem quantity': 2,
    'Lineitem name': 'Jordan 4',
    'Lineitem price': '100.00',
    'Lineitem sku': 'DH6927-111',
  };
  const { sales } = await readFile(csv(table(header, [first, second])));
  expect(sales.map(({ price }) => price.minor)).toEqual([9334, 9333, 9333]);
  expect(sales.map(({ key }) => key)).toEqual(['#1001|DD1391-100~1', '#1001|DH6927-111~1', '#1001|DH6927-111~2']);
  expect(sales[0]).toMatchObject({ soldAt: Date.parse('2026-09-03T14:15:00Z'), size: { value: 10.5 }, payout: null });
});

test('CardTrader: whole cents, 250 - 15 = 235', async () => {
  const header = [
    'ID',
    'Order Code',
    'Buyer username',
    'Sold at (datetime)',
    'Sold at',
    'Wallet credited at',
    'Currency',
    'Amount (cents)',
    'Amount for cancelation (cents)',
    'CardTrader fee (cents)',
    'CardTrader fee %',
    'Item name',
    'Item expansion',
  ];
  const text = csv(
    table(header, [
      {
        ID: '1',
        'Order Code': 'O-1',
        'Sold at (datetime)': '2026-07-06 14:26:45 +0200',
        Currency: 'EUR',
        'Amount (cents)': 250,
        'CardTrader fee (cents)': 15,
        'Item name': 'Lotus',
        'Item expansion': 'Alpha',
      },
    ]),
    ';',
  );
  const { sales } = await readFile(text);
  expect(figures(sales[0])).toEqual({ price: 250, payout: 235, commission: 15 });
  expect(sales[0]).toMatchObject({ soldAt: Date.parse('2026-07-06T12:26:45Z'), name: 'Lotus · Alpha', size: null });
});
