import { describe, expect, test } from 'vitest';
import { csv, readFile, table } from '@/tests/fixtures/read-file';

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
