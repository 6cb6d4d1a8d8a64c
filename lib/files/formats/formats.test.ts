import { describe, expect, test } from 'vitest';
import { csv, figures, readFile, table } from '../../../tests/fixtures/read-file';
import { chargesAddUp } from '@/lib/domain/sales/charges';

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
