import { expect, test } from 'vitest';
import { csv, figures, readFile, table } from '@/tests/fixtures/read-file';

test('eBay order earnings: 250.00 - 0.40 - 28.45 - 5.00 - 9.00 = 207.15', async () => {
  const header = [
    'Order creation date',
    'Order number',
    'Item ID',
    'Item title',
    'Ship to country',
    'Transaction currency',
    'Quantity',
    'Item subtotal',
    'Shipping and handling',
    'Discount',
    'Payout currency',
    'Gross amount',
    'Final Value Fee - fixed',
    'Final Value Fee - variable',
    'Promoted Listing Standard fee',
    'Shipping labels',
    'Expenses',
    'Refunds',
    'Order earnings',
  ];
  const row = {
    'Order creation date': 'Aug 31, 2026',
    'Order number': '11-1',
    'Item ID': '900',
    'Item title': 'Dunk DD1391-100 US 10',
    'Payout currency': 'USD',
    Quantity: 1,
    'Item subtotal': 250,
    'Final Value Fee - fixed': -0.4,
    'Final Value Fee - variable': -28.45,
    'Promoted Listing Standard fee': -5,
    'Shipping labels': -9,
    'Order earnings': 207.15,
  };
  const { sales, recognised } = await readFile(`Order earnings report\nSeller,x\n\n${csv(table(header, [row], '--'))}`);
  expect(recognised.source).toBe('ebay-earnings');
  expect(figures(sales[0])).toEqual({
    price: 25_000,
    payout: 20_715,
    commission: 2845,
    sellerFee: 40,
    advertising: 500,
    shipping: 900,
  });
  expect(sales[0]?.key).toBe('11-1/900');
});
