import { describe, expect, test } from 'vitest';
import { csv, figures, readFile, table } from '../../../tests/fixtures/read-file';

describe('Depop', () => {
  const header = [
    'Date of sale',
    'Time of sale',
    'Date of listing',
    'Bundle',
    'Bundle - amount of items',
    'Buyer',
    'Brand',
    'Description',
    'Size',
    'Item price',
    'Buyer shipping cost',
    'Total',
    'USPS Cost',
    'Depop fee',
    'Depop Payments fee',
    'Buyer Marketplace Fee',
    'Boosting fee',
    'Payout arrival date',
    'Country',
    'US Sales tax',
    'Refunded to buyer amount',
    'Fees refunded to seller',
  ];
  const row = {
    'Date of sale': '03/14/2026',
    'Time of sale': '4:05 PM',
    Bundle: 'No',
    Buyer: 'buyer_x',
    Brand: 'Nike',
    Description: 'Nike Dunk Low Panda\nDD1391-100 size US 9',
    Size: 'US 9',
    'Item price': '$95.00',
    'Buyer shipping cost': '$8.49',
    Total: '$103.49',
    'USPS Cost': '$8.49',
    'Depop fee': '$0.00',
    'Depop Payments fee': '$3.87',
    'Buyer Marketplace Fee': '$6.17',
    'Boosting fee': '="-"',
    'US Sales tax': '$7.81',
    'Payout arrival date': 'N/A',
    'Refunded to buyer amount': '="-"',
    'Fees refunded to seller': '="-"',
  };

  test('103.49 - 8.49 - 0.00 - 3.87 = 91.13; what the buyer paid Depop is none of it', async () => {
    const { sales } = await readFile(csv(table(header, [row])), { currency: 'USD' });
    expect(figures(sales[0])).toEqual({ price: 10_349, payout: 9113, commission: 0, processing: 387, shipping: 849 });
    expect(sales[0]).toMatchObject({
      name: 'Nike Dunk Low Panda',
      styleCode: 'DD1391-100',
      size: { value: 9, system: 'US' },
      soldAt: Date.parse('2026-03-14T21:05:00Z'),
      paidAt: null,
    });
  });

  test('03/14 shows the order of the whole file; 03/04 alone is asked', async () => {
    const both = csv(table(header, [row, { ...row, 'Date of sale': '03/04/2026' }]));
    expect(
      (await readFile(both, { currency: 'USD' })).sales.map(({ soldAt }) => new Date(soldAt).getUTCMonth()),
    ).toEqual([2, 2]);
    const { asked } = await readFile(csv(table(header, [{ ...row, 'Date of sale': '03/04/2026' }])), {
      currency: 'USD',
    });
    expect(asked).toMatchObject([{ question: 'dayOrder', examples: [{ line: 2 }] }]);
  });

  test('UK files say pounds; a sale has no number, so it is named by what it says', async () => {
    const uk = {
      ...row,
      'Date of sale': '14/03/2026',
      'Item price': '£95.00',
      'Buyer shipping cost': '£3.00',
      Total: '£98.00',
      'USPS Cost': '',
      'Depop fee': '£0.00',
      'Depop Payments fee': '£2.90',
      'US Sales tax': '',
    };
    const text = csv(
      table(
        header.filter((name) => !/USPS|US Sales/.test(name)),
        [uk, uk],
      ),
    );
    const { sales } = await readFile(text);
    expect(sales.map(({ price }) => price)).toEqual([
      { minor: 9800, currency: 'GBP' },
      { minor: 9800, currency: 'GBP' },
    ]);
    expect(new Set(sales.map(({ key }) => key)).size).toBe(2);
    expect((await readFile(text)).sales.map(({ key }) => key)).toEqual(sales.map(({ key }) => key));
  });

  test('a bundle whose rows repeat its total and fees pays them once: 3.87 is 1.94 and 1.93', async () => {
    const bundle = {
      ...row,
      Bundle: 'Yes',
      'Bundle - amount of items': 2,
      'Buyer shipping cost': '',
      'USPS Cost': '',
      Total: '$190.00',
    };
    const { sales } = await readFile(csv(table(header, [bundle, { ...bundle, Description: 'Jordan 1' }])), {
      currency: 'USD',
    });
    expect(sales.map((sale) => sale.charges?.processing?.minor)).toEqual([194, 193]);
  });
});

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
