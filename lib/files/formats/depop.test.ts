import { describe, expect, test } from 'vitest';
import { csv, figures, readFile, table } from '@/tests/fixtures/read-file';

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
