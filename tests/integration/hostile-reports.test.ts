import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTable } from '@/lib/files/read-table';
import { ebayRows, FEE, ORDER, PART, WHOLE, type EbayRow } from '@/tests/fixtures/ebay-rows';
import { freshBooks } from '@/tests/fixtures/import-entries';
import { booksOf, figuresOf, runImport, takeBack } from '@/tests/fixtures/import-run';
import { readFile } from '@/tests/fixtures/read-file';
import { throughBooks } from '@/tests/fixtures/through-books';

const STOCKX =
  'Sale Date,Order Number,Sku Name,Sku Size,Style,Quantity,Listing Price,Listing Price Currency,Seller Fee,Payment Processing,Total Gross Amount (Total Payout)';
const sold = (order: string, day: string, more: Readonly<Record<string, string>> = {}) => {
  const {
    quantity = '1',
    price = '145',
    fee = '8.00',
    processing = '4.35',
    payout = '132.65',
    style = 'DD1391-100',
  } = more;
  return `${day} 10:00:00 +00,${order},Dunk Low,10,${style},${quantity},${price},USD,${fee},${processing},${payout}`;
};
const stockx = (...rows: readonly string[]) => [STOCKX, ...rows].join('\n');
const CHARGED = 'sale DD1391-100 US 10 145.00 USD 132.65 USD 2025-03-07 completed';

describe('a StockX report that somebody went over', () => {
  test.each([
    ['as it comes', sold('1', '2025-03-07')],
    ['fees below zero', sold('1', '2025-03-07', { fee: '-8.00', processing: '-4.35' })],
    ['fees in brackets', sold('1', '2025-03-07', { fee: '(8.00)', processing: '(4.35)' })],
    ['currency marks in the cells', sold('1', '2025-03-07', { price: 'US $145.00', payout: '$132.65' })],
    ['a style in lower case', sold('1', '2025-03-07', { style: 'dd1391 100' })],
  ])('%s', async (_, row) => {
    expect((await throughBooks(stockx(row))).rows).toEqual([CHARGED]);
    const { sales } = await readFile(stockx(row));
    expect(sales[0]?.charges).toMatchObject({ commission: { minor: 800 }, processing: { minor: 435 } });
  });

  test('a price below zero is told, and does not stop the others', async () => {
    const { rows, bad } = await throughBooks(
      stockx(sold('1', '2025-03-07'), sold('2', '2025-03-07', { price: '-145' })),
    );
    expect([rows, bad]).toEqual([[CHARGED], ['3 bad-amount']]);
  });

  test('two reports glued together: the second headings are no row, no sale is written twice', async () => {
    const { rows, bad } = await throughBooks(`${stockx(sold('1', '2025-03-07'))}\n${stockx(sold('1', '2025-03-07'))}`);
    expect([rows, bad]).toEqual([[CHARGED], []]);
  });

  test('semicolons and decimal commas', async () => {
    const text = stockx(sold('1', '2025-03-07')).replaceAll(',', ';').replaceAll('.', ',');
    expect((await throughBooks(text)).rows).toEqual([CHARGED]);
  });
});

describe('files that overlap', () => {
  const [a, b, c] = [sold('1', '2025-01-07'), sold('2', '2025-02-07'), sold('3', '2025-03-07')];
  const [early, late] = [stockx(a, b), stockx(b, c)];

  test.each([[[0, 1]], [[1, 0]]])('imported and taken back in the order %j', async (order) => {
    const { db, deps } = freshBooks();
    const empty = await booksOf(db);
    const imports: string[] = [];
    for (const nth of order) {
      const { entries } = await readFile([early, late][nth] ?? '');
      imports.push((await runImport(deps, `f${nth}`, entries)).importId);
    }
    expect((await db.sales.toArray()).map(({ externalOrderId }) => externalOrderId).toSorted()).toEqual([
      '1',
      '2',
      '3',
    ]);
    for (const importId of imports) await takeBack(deps, importId);
    expect(await booksOf(db)).toEqual(empty);
  });
});

describe('eBay’s months, in whatever order they are read', () => {
  const other: EbayRow = { ...ORDER, 'Order number': '12-2', 'Transaction creation date': 'Sep 3, 2025' };
  const july = [ORDER];
  const august = [PART, FEE, other];
  const september = [{ ...WHOLE, 'Order number': '12-2', 'Transaction creation date': 'Sep 9, 2025' }];
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ] as const;

  async function booksAfter(order: readonly number[], all: readonly (readonly EbayRow[])[]) {
    const { db, deps } = freshBooks();
    const empty = await booksOf(db);
    const imports: string[] = [];
    for (const nth of order) {
      const entries = await ebayRows(...(all[nth] ?? []));
      imports.push((await runImport(deps, `f${nth}`, entries, 500, 'ebay-transactions')).importId);
    }
    const figures = await figuresOf(db);
    for (const importId of imports.toReversed()) await takeBack(deps, importId);
    expect(await booksOf(db)).toEqual(empty);
    return figures;
  }

  test('three months, and the three in one file, come to the same books', async () => {
    const once = await booksAfter([0], [[...july, ...august, ...september]]);
    for (const order of orders) {
      const figures = await booksAfter(order, [july, august, september]);
      expect(figures.sales.map(money)).toEqual(once.sales.map(money));
    }
  });

  /** A fee in the sale's own file is counted into it, a later one beside it: the figures are the same. */
  const money = (sale: string): unknown => (JSON.parse(sale) as unknown[]).slice(0, 7);
});

describe('files made to do harm', () => {
  test('200 MB that are streamed are refused before they are read', async () => {
    let read = 0;
    const file = {
      size: 200 * 1024 * 1024,
      slice: (from: number, to: number) => {
        read += to - from;
        return new Blob([new Uint8Array(to - from).fill(97)]);
      },
    } as unknown as Blob;
    await expect(readTable(file).next()).rejects.toMatchObject({ problem: { kind: 'too-large' } });
    expect(read).toBeLessThan(1024);
  });

  test('an archive that unpacks to far more than it is', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': [new Uint8Array(40 * 1024 * 1024), { level: 9 }] });
    expect(await throughBooks(bomb)).toMatchObject({ refused: 'bomb', rows: [] });
  }, 30_000);

  test('headings and cells with the names of what every object has', async () => {
    const file = `Date sold,Item,SKU,Size,Sold for,Currency,__proto__,constructor\n2026-03-14,__proto__,constructor,US 10,145.00,USD,x,toString`;
    expect((await throughBooks(file)).rows).toEqual(['sale constructor US 10 145.00 USD ? 2026-03-14 completed']);
  });

  test('words that a spreadsheet would carry out stay words', async () => {
    const file = `Date sold,Item,SKU,Size,Sold for,Currency\n2026-03-14,"=HYPERLINK(""http://x"",""y"")",DD1391-100,US 10,145.00,USD`;
    const { sales } = await readFile(file);
    expect(sales[0]?.name).toBe('=HYPERLINK("http://x","y")');
  });
});

test.each([
  ['a zero lost in front of a UPC', '12345678905', '00012345678905'],
  ['with its zeros', '0012345678905', '00012345678905'],
  ['a wrong check digit', '12345678904', null],
  ['as a power of ten', '1.23457E+10', null],
])('a bar code: %s', async (_, code, expected) => {
  const file = `SKU,Barcode,Size,Purchase price,Currency\nDD1391-100,${code},US 10,80.00,USD`;
  const { entries } = await readFile(file);
  expect(entries).toMatchObject([{ entry: { styleCode: 'DD1391-100', barcode: expected } }]);
});
