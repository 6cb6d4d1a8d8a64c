import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { readTables } from '../../scripts/read-tables';
import { ask, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';

/** From a platform's file and a synced shop to what the accountant gets: a quarter, closed. */

test.use({ marketOptions: { listings: 30, orders: 20, seed: 5, speed: 0 } });

/** Noon of a day of the last calendar quarter that is over. */
function lastQuarter(month: 0 | 1 | 2, day: number): Date {
  const now = new Date();
  const quarter = Math.floor(now.getUTCMonth() / 3) * 3;
  return new Date(Date.UTC(now.getUTCFullYear(), quarter - 3 + month, day, 12));
}

const HEAD = [
  'Sale Date',
  'Payout date',
  'Order Number',
  'Sku Name',
  'Sku Size',
  'Style',
  'Quantity',
  'Listing Price',
  'Listing Price Currency',
  'Seller Fee',
  'Seller Fee Currency',
  'Payment Processing',
  'Payment Processing Currency',
  'Shipping Fee',
  'Shipping Fee Currency',
  'Total Gross Amount (Total Payout)',
  'Total Gross Amount (Total Payout) Currency',
  'Special references',
];

const stamp = (date: Date) => `${date.toISOString().slice(0, 19).replace('T', ' ')} +00`;
const line = (day: number, order: string, price: string, fee: string, processing: string, payout: string) => [
  stamp(lastQuarter(1, day)),
  stamp(lastQuarter(1, day + 5)),
  order,
  'Jordan 1 Low Quarter',
  '9.5',
  'DH6927-111',
  '1',
  price,
  'GBP',
  fee,
  'GBP',
  processing,
  'GBP',
  '0',
  'GBP',
  payout,
  'GBP',
  '',
];

const stockx = {
  name: 'stockx.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    Papa.unparse([
      HEAD,
      line(3, '39000002-38900002', '120.00', '10.80', '3.60', '105.60'),
      line(9, '39000003-38900003', '180.00', '16.20', '5.40', '158.40'),
    ]),
  ),
};

test('a quarter: a StockX file, alias by sync, an expense, then Xero and VAT', async ({ extension, market }) => {
  test.setTimeout(150_000);
  const quiet = await syncedSeller(extension, market.token);
  // $1 is £0.80: £120.00 is $150.00.
  expect(await ask(quiet, 'fx/set-rate', { base: 'USD', quote: 'GBP', rateE8: 80_000_000 })).toMatchObject({
    ok: true,
  });
  const page = await extension.page('dashboard.html#/files');
  page.setDefaultTimeout(15_000);

  await test.step('the file is known for what it is, and its sales come with what was taken', async () => {
    await page.locator('input[type=file]').first().setInputFiles(stockx);
    await expect(page.getByTestId('import-source')).toHaveValue('stockx');
    await page.getByTestId('import-start').click();
    await expect(page.getByTestId('import-result')).toBeVisible();
    const { sales } = await readTables(page, ['sales']);
    const brought = sales
      .filter((row) => row.marketplace === 'stockx')
      .sort((a, b) => (String(a.orderNumber) < String(b.orderNumber) ? -1 : 1));
    expect(brought.map((row) => [row.orderNumber, row.price, row.payout])).toEqual([
      ['39000002-38900002', { minor: 12_000, currency: 'GBP' }, { minor: 10_560, currency: 'GBP' }],
      ['39000003-38900003', { minor: 18_000, currency: 'GBP' }, { minor: 15_840, currency: 'GBP' }],
    ]);
  });

  await test.step('boxes were bought', async () => {
    const spent = await ask(quiet, 'expenses/save', {
      id: null,
      drafts: [
        {
          category: 'packaging',
          amount: { minor: 1200, currency: 'USD' },
          tax: null,
          spentAt: lastQuarter(1, 4).getTime(),
          supplier: 'Box shop',
          note: '',
          pairIds: [],
          split: 'value',
          mileage: null,
        },
      ],
      receipts: [],
    });
    expect(spent.ok).toBe(true);
  });

  await test.step('for Xero: an invoice a sale, whose lines add up to what arrived', async () => {
    await page.getByTestId('files-export').click();
    await page.getByLabel('File', { exact: true }).selectOption('xero-invoices');
    await expect(page.getByTestId('export-counts')).toContainText('1 expense');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-save').click()]);
    const { data } = Papa.parse<Record<string, string>>(readFileSync(await file.path(), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const rowsOf = (order: string) => data.filter((row) => row['Reference'] === order);
    const cents = (order: string) =>
      rowsOf(order).reduce((sum, row) => sum + Math.round(Number(row['*UnitAmount']) * 100), 0);
    // £120.00 and £105.60 at $1 = £0.80.
    expect(rowsOf('39000002-38900002')[0]).toMatchObject({ '*UnitAmount': '150.00', Currency: 'USD' });
    expect(cents('39000002-38900002')).toBe(13_200);
    expect(cents('39000003-38900003')).toBe(19_800);
    expect(
      data.some((row) => row['*ContactName'] === 'alias'),
      'alias by sync',
    ).toBe(true);
  });

  await test.step('for VAT: the return of the same quarter holds the same sales', async () => {
    await page.goto(page.url().replace(/#.*/, '#/tax'));
    await page.getByLabel('Country', { exact: true }).selectOption('GB');
    await page.getByRole('switch', { name: 'Registered for VAT or GST' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Box 1, VAT due on sales' }).click();
    const rows = page.getByTestId('tax-rows').getByRole('listitem').filter({ hasText: 'Jordan 1 Low Quarter' });
    // 120 x 20 / 120 and 180 x 20 / 120.
    await expect(rows.filter({ hasText: '£20.00' })).toHaveCount(1);
    await expect(rows.filter({ hasText: '£30.00' })).toHaveCount(1);
  });

  await test.step('the whole import is taken back, and with it its sales', async () => {
    await page.goto(page.url().replace(/#.*/, '#/files?view=past'));
    await page.getByTestId('past-import').getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await expect
      .poll(async () => (await readTables(page, ['sales'])).sales.filter((row) => row.marketplace === 'stockx'))
      .toEqual([]);
  });
});
