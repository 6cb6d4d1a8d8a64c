import { describe, expect, test } from 'vitest';
import { throughBooks, type Through } from '@/tests/fixtures/through-books';

const SALES = 'Date sold,Item,SKU,Size,Sold for,Payout,Currency';
const all = (rows: readonly string[], more: Partial<Through> = {}): Through => ({
  refused: null,
  rows,
  bad: [],
  asked: [],
  ...more,
});

describe('amounts', () => {
  const priced = (text: string, currency = 'EUR') =>
    `Date sold;Item;SKU;Size;Sold for;Currency\n14/03/2026;Dunk;DD1391-100;US 10;"${text}";${currency}`;
  test.each([
    ['1,234.50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1 234,50', '1234.50'],
    ['1\u202f234,50 €', '1234.50'],
    ["1'234.50", '1234.50'],
    ['1’234.50', '1234.50'],
    ['EUR 90,00', '90.00'],
    ['90,5', '90.50'],
    ['1.234', '1234.00'],
    ['1234', '1234.00'],
    ['58.930000', '58.93'],
  ])('%s', async (text, expected) => {
    expect((await throughBooks(priced(text))).rows).toEqual([
      `sale DD1391-100 US 10 ${expected} EUR ? 2026-03-14 completed`,
    ]);
  });

  test.each([
    ['below zero', '-145.00'],
    ['in brackets', '(145.00)'],
    ['in the currency of another', '£145.00'],
    ['a formula', '=A1*2'],
    ['a sum of one', '+1+1'],
    ['a command', '@SUM(A1)'],
    ['a word', 'a lot'],
    ['thousands of no locale', '1,23,4.5'],
    ['more decimals than money has', '145.123456'],
    ['endless', '9'.repeat(200)],
    ['an account number', '12345678901234567'],
  ])('%s is told, and nothing is written', async (_, text) => {
    expect(await throughBooks(priced(text))).toEqual(all([], { bad: ['2 bad-amount'] }));
  });

  test('three decimals where the file writes two are no thousands', async () => {
    const file = `${SALES}\n14/03/2026,A,DD1391-100,US 10,58.93,,USD\n14/03/2026,B,DD1391-100,US 11,130.455,,USD\n14/03/2026,C,DD1391-100,US 12,1.250,,USD`;
    expect(await throughBooks(file)).toEqual(
      all(
        [
          'sale DD1391-100 US 10 58.93 USD ? 2026-03-14 completed',
          'sale DD1391-100 US 12 1.25 USD ? 2026-03-14 completed',
        ],
        { bad: ['3 bad-amount'] },
      ),
    );
  });

  test('a fee below zero, and one in brackets, are fees', async () => {
    const file = `Date sold,Item,SKU,Size,Sold for,Fees,Shipping,Currency\n14/03/2026,A,DD1391-100,US 10,100.00,(8.00),-2.00,USD`;
    expect((await throughBooks(file)).rows).toEqual([
      'sale DD1391-100 US 10 100.00 USD 90.00 USD 2026-03-14 completed',
    ]);
  });
});

describe('dates', () => {
  const dated = (...days: readonly string[]) =>
    `${SALES}\n${days.map((day, nth) => `"${day}",Dunk,DD1391-100,US ${nth + 5},145.00,,USD`).join('\n')}`;

  test('that could be read either way are asked, never guessed', async () => {
    expect(await throughBooks(dated('03/04/2026'))).toEqual(all([], { asked: ['dayOrder'] }));
    expect(await throughBooks(dated('03/04/2026', '13/01/2026', '01/13/2026'))).toMatchObject({ asked: ['dayOrder'] });
    expect((await throughBooks(dated('03/04/2026'), { dayOrder: 'day-first' })).rows).toMatchObject([/2026-04-03/]);
  });

  test.each([
    ['2026-03-14', '2026-03-14'],
    ['14.03.2026', '2026-03-14'],
    ['14-Mar-26', '2026-03-14'],
    ['Mar 14, 2026', '2026-03-14'],
    ['14 März 2026', '2026-03-14'],
    ['2026-03-14T23:30:00-05:00', '2026-03-15'],
    ['03/14/2026 4:05 PM', '2026-03-14'],
  ])('%s', async (text, expected) => {
    expect((await throughBooks(dated(text))).rows.join()).toContain(expected);
  });

  test.each(['45123', '2026-02-30', '0000-00-00', '31/31/2026', 'soon', '1/1/1'])('%s is told', async (text) => {
    expect(await throughBooks(dated(text))).toEqual(all([], { bad: ['2 bad-date'] }));
  });
});

describe('more of one', () => {
  test('three pairs of a row add up to it, in cents', async () => {
    const file = `${SALES},Quantity\n14/03/2026,Dunk,DD1391-100,US 10,100.00,80.01,USD,3`;
    const { rows } = await throughBooks(file);
    expect(rows).toHaveLength(3);
    expect(rows.map((row) => row.split(' ')[4])).toEqual(expect.arrayContaining(['33.34', '33.33', '33.33']));
  });
  test.each(['0', '-1', '1.5', '1001', 'two'])('%s pairs are told', async (quantity) => {
    const file = `${SALES},Quantity\n14/03/2026,Dunk,DD1391-100,US 10,100.00,80.01,USD,${quantity}`;
    expect(await throughBooks(file)).toEqual(all([], { bad: ['2 bad-quantity'] }));
  });
});

describe('bar codes', () => {
  const coded = (code: string) => `SKU,Barcode,Size,Purchase price,Currency\nDD1391-100,${code},US 10,80.00,USD`;
  test.each([
    '194501058797',
    '0194501058797',
    '00194501058797',
    '="0194501058797"',
    '96385074',
    '1.94501E+11',
    '194501058790',
  ])('%s: the pair comes in', async (code) => {
    expect((await throughBooks(coded(code))).rows).toEqual(['pair DD1391-100 US 10 80.00 USD -']);
  });
});
