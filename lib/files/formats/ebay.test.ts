import { describe, expect, test } from 'vitest';
import { csv, figures, readFile, table } from '../../../tests/fixtures/read-file';
import { chargesAddUp } from '@/lib/domain/sales/charges';

const EBAY_HEADER =
  'Transaction creation date,Type,Order number,Legacy order ID,Buyer username,Buyer name,Ship to country,Net amount,Payout currency,Payout date,Payout ID,Payout method,Payout status,Reason for hold,Item ID,Transaction ID,Item title,Custom label,Quantity,Item subtotal,Shipping and handling,Seller collected tax,eBay collected tax,Final Value Fee - fixed,Final Value Fee - variable,Regulatory operating fee,"Very high ""item not as described"" fee",Below standard performance fee,International fee,Charity donation,Deposit processing fee,Gross transaction amount,Transaction currency,Exchange rate,Reference ID,Description';
const ebayColumns = EBAY_HEADER.replaceAll('""', '')
  .replaceAll('"', '')
  .split(',')
  .map((name) => (name.startsWith('Very high') ? 'Very high "item not as described" fee' : name));
const ebay = (rows: readonly Record<string, string | number>[]) =>
  `\ufeff--,--,--\r\nNotes,,\r\n"All amounts are in your payout currency unless stated.",,\r\n,,\r\nTransaction report\r\nSeller,x\r\nStart date,"Aug-01-2026 00:00:00 AM PDT"\r\n\r\n${csv(table(ebayColumns, rows, '--'))}`;
const sold = {
  'Transaction creation date': 'Aug 31, 2026',
  Type: 'Order',
  'Order number': '11-1',
  'Buyer username': 'buyer1',
  'Ship to country': 'US',
  'Net amount': 221.15,
  'Payout currency': 'USD',
  'Item ID': '900',
  'Transaction ID': '8',
  'Item title': 'Nike Dunk Low Panda DD1391-100 US 10',
  Quantity: 1,
  'Item subtotal': 250,
  'Shipping and handling': 0,
  'eBay collected tax': 20.63,
  'Final Value Fee - fixed': -0.4,
  'Final Value Fee - variable': -28.45,
  'Gross transaction amount': 250,
};

describe('eBay transaction report', () => {
  test('250.00 - 0.40 - 28.45 - 5.00 promoted = 216.15; the payout is one of its own', async () => {
    const { sales, entries, skipped, bad } = await readFile(
      ebay([
        sold,
        {
          'Transaction creation date': 'Aug 31, 2026',
          Type: 'Other fee',
          'Order number': '11-1',
          'Net amount': -5,
          'Payout currency': 'USD',
          Description: 'Promoted Listings - General fee',
        },
        {
          'Transaction creation date': 'Sep 1, 2026',
          Type: 'Hold',
          'Order number': '11-1',
          'Net amount': -5,
          'Payout currency': 'USD',
        },
        {
          'Transaction creation date': 'Sep 2, 2026',
          Type: 'Payout',
          'Net amount': '-3,666.78',
          'Payout currency': 'USD',
          'Payout ID': '7',
        },
        {
          'Transaction creation date': 'Sep 2, 2026',
          Type: 'Shipping label',
          'Net amount': -12.4,
          'Payout currency': 'USD',
          Description: 'Bulk labels',
        },
      ]),
    );
    expect(bad).toEqual([]);
    expect(skipped).toEqual({ hold: 1 });
    expect(figures(sales[0])).toEqual({
      price: 25_000,
      payout: 21_615,
      commission: 2845,
      sellerFee: 40,
      advertising: 500,
    });
    expect(sales[0]).toMatchObject({
      key: '11-1/900',
      orderNumber: '11-1',
      styleCode: 'DD1391-100',
      size: { value: 10 },
      country: 'US',
    });
    expect(entries.flatMap((each) => (each.kind === 'payout' ? [each.entry] : []))).toMatchObject([
      { ref: '7', amount: { minor: 366_678 } },
    ]);
    expect(entries.flatMap((each) => (each.kind === 'expense' ? [each.entry] : []))).toMatchObject([
      { category: 'postage', amount: { minor: 1240 } },
    ]);
  });

  test('a refund of everything reverses the sale, and what stayed with eBay is its penalty: 221.15 - 221.55 = -0.40', async () => {
    const refund = {
      'Transaction creation date': 'Sep 1, 2026',
      Type: 'Refund',
      'Order number': '11-1',
      'Net amount': -221.55,
      'Payout currency': 'USD',
      'Final Value Fee - variable': 28.45,
      'Gross transaction amount': -250,
    };
    const { sales } = await readFile(ebay([sold, refund]));
    expect(sales[0]).toMatchObject({ status: 'reversed', reversal: { reason: 'refunded', penalty: { minor: 40 } } });
  });

  test('a refund of a part lowers price, fees and payout: 250 - 50 = 200, 221.15 - 44.30 = 176.85', async () => {
    const refund = {
      'Transaction creation date': 'Sep 1, 2026',
      Type: 'Refund',
      'Order number': '11-1',
      'Net amount': -44.3,
      'Payout currency': 'USD',
      'Final Value Fee - variable': 5.7,
      'Gross transaction amount': -50,
    };
    const { sales } = await readFile(ebay([sold, refund]));
    expect(figures(sales[0])).toEqual({ price: 20_000, payout: 17_685, commission: 2275, sellerFee: 40 });
  });

  test('an order of two articles: the row with the sums tells the net, the articles what was sold', async () => {
    const bare = {
      ...sold,
      'Item ID': '--',
      'Item title': '--',
      Quantity: 2,
      'Net amount': 900,
      'Item subtotal': 1028,
      'Final Value Fee - fixed': -0.4,
      'Final Value Fee - variable': -127.6,
    };
    const item = (id: string, price: number) => ({
      ...sold,
      'Item ID': id,
      'Net amount': '--',
      'Item subtotal': price,
      'Final Value Fee - fixed': '--',
      'Final Value Fee - variable': '--',
    });
    const { sales } = await readFile(ebay([bare, item('4', 228), item('5', 800)]));
    expect(sales.map(({ key, price }) => [key, price.minor])).toEqual([
      ['11-1/4', 22_800],
      ['11-1/5', 80_000],
    ]);
    expect(sales.reduce((all, sale) => all + (sale.payout?.minor ?? 0), 0)).toBe(90_000);
    expect(sales.every(chargesAddUp)).toBe(true);
  });
});

describe('eBay orders report', () => {
  const header = [
    'Sales Record Number',
    'Order Number',
    'Buyer Username',
    'Item Number',
    'Item Title',
    'Custom Label',
    'Quantity',
    'Sold For',
    'Shipping And Handling',
    'Total Price',
    'Sale Date',
    'Paid On Date',
  ];
  const order = {
    'Sales Record Number': 149,
    'Order Number': '11-1',
    'Item Number': '22',
    'Item Title': 'Jordan 4 Retro DH6927-111 US 9.5',
    Quantity: 1,
    'Sold For': 'US $290.00',
    'Shipping And Handling': 'US $0.00',
    'Total Price': 'US $313.93',
    'Sale Date': 'Sep-18-26',
  };
  const report = (rows: readonly Record<string, string | number>[]) =>
    `\ufeff,,,\n${csv(table(header, [{}, ...rows]))}\n\n4,record(s) downloaded,\nSeller ID : me`;

  test('preamble, padding and footer are no orders', async () => {
    const { sales, bad, skipped } = await readFile(report([order]));
    expect(bad).toEqual([]);
    expect(skipped).toEqual({ footer: 2 });
    expect(sales).toMatchObject([
      { key: '11-1/22', price: { minor: 29_000, currency: 'USD' }, soldAt: Date.parse('2026-09-18T17:00:00Z') },
    ]);
  });

  test('a `$` may be any dollar: asked', async () => {
    const text = report([{ ...order, 'Sold For': '$290.00', 'Shipping And Handling': '$0.00' }]);
    expect((await readFile(text)).asked).toMatchObject([{ question: 'currency', examples: [{ text: '$290.00' }] }]);
  });

  test('articles of one order have its number, and the article’s own; without a number the record’s', async () => {
    const sums = { ...order, 'Item Number': '', 'Item Title': '', Quantity: 2, 'Sold For': 'US $1,028.00' };
    const { sales } = await readFile(
      report([
        sums,
        { ...order, 'Item Number': '4', 'Sold For': 'US $228.00' },
        { ...order, 'Item Number': '5', 'Sold For': 'US $800.00' },
        { ...order, 'Order Number': '', 'Sales Record Number': 7, 'Item Number': '6' },
      ]),
    );
    expect(sales.map(({ key, price }) => [key, price.minor])).toEqual([
      ['11-1/4', 22_800],
      ['11-1/5', 80_000],
      ['7/6', 29_000],
    ]);
  });

  test.each([
    ['AU', 'AU $3,000.00', '26-May-26', { minor: 300_000, currency: 'AUD' }, '2026-05-26'],
    ['EU in English', 'EUR 90,00', '05-Oct-26', { minor: 9000, currency: 'EUR' }, '2026-10-05'],
  ])('%s', async (_, price, day, expected, date) => {
    const { sales } = await readFile(
      report([{ ...order, 'Sold For': price, 'Shipping And Handling': '', 'Total Price': '', 'Sale Date': day }]),
    );
    expect(sales[0]).toMatchObject({ price: expected, soldAt: Date.parse(`${date}T17:00:00Z`) });
  });

  test('French: semicolons, 1 234,50 €, 05-oct.-26', async () => {
    const french = [
      'Numéro de vente',
      'Numéro de commande',
      "Numéro de l'objet",
      "Titre de l'objet",
      'Quantité',
      'Vendu pour',
      'Date de la vente',
    ];
    const text = csv(
      [french, ['149', '11-1', '22', 'Jordan 4 DH6927-111 EU 44', '1', '1\u202f234,50 €', '05-oct.-26']],
      ';',
    );
    const { sales, recognised } = await readFile(text);
    expect(recognised.source).toBe('ebay-orders');
    expect(sales).toMatchObject([
      {
        price: { minor: 123_450, currency: 'EUR' },
        soldAt: Date.parse('2026-10-05T17:00:00Z'),
        size: { value: 44, system: 'EU' },
      },
    ]);
  });
});

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
