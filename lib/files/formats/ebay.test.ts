import { describe, expect, test } from 'vitest';
import { csv, figures, readFile, table } from '@/tests/fixtures/read-file';
import { asRefundable, withAfterSale } from '@/lib/domain/imports/after-sale';
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

/** The sales of a file with the refunds it tells taken off. */
const refunded = ({ entries, sales }: Awaited<ReturnType<typeof readFile>>) =>
  withAfterSale(
    sales.map(asRefundable),
    entries.flatMap((each) => (each.kind === 'after-sale' ? [each.entry] : [])),
  );

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
    const [sale] = refunded(await readFile(ebay([sold, refund])));
    expect(sale).toMatchObject({ status: 'reversed', reversal: { reason: 'refunded', penalty: { minor: 40 } } });
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
    const [sale] = refunded(await readFile(ebay([sold, refund])));
    expect(figures(sale)).toEqual({ price: 20_000, payout: 17_685, commission: 2275, sellerFee: 40 });
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
