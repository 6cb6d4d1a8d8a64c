import { readTables } from '../../scripts/read-tables';
import type { Page } from '@playwright/test';
import { ask, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, overflow, settle } from './screens/look';

/** Files in: looked at, asked about, written piece by piece, never twice, and taken back whole. */

test.use({ marketOptions: { listings: 20, orders: 10, seed: 7, speed: 0 } });

const SHOTS = process.env.ARCHVD_IMPORT_SHOTS;
const HEADER =
  'Seller Name,Sale Date,Payout date,Invoice Number,Order Number,Sku Name,Sku Size,Style,Quantity,Listing Price,Listing Price Currency,Payment Processing,Total Gross Amount (Total Payout),Total Gross Amount (Total Payout) Currency';
const stockx = (rows: readonly string[]) => [HEADER, ...rows].join('\r\n');
const sold = (order: string, at: string, style = 'DD1391-100', price = 145) =>
  `me,${at} 10:00:00 +00,${at} 12:00:00 +00,S-1,${order},Dunk Low Panda,10,${style},1,${price},USD,4.35,120.65,USD`;

const choose = (page: Page, name: string, text: string) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const rowsOf = async (page: Page) => {
  const { sales, inventory, imports } = await readTables(page, ['sales', 'inventory', 'imports']);
  return { sales, inventory, imports, stockx: sales.filter(({ marketplace }) => marketplace === 'stockx') };
};

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  for (const [width, scheme] of [
    [1280, 'light'],
    [360, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await settle(page);
    await page.screenshot({ path: `${SHOTS}/${name}-${width}-${scheme}.png` });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a StockX file sells the pair in stock, is known the second time, and goes again without a trace', async ({
  extension,
  market,
}) => {
  test.setTimeout(240_000);
  const quiet = await syncedSeller(extension, market.token);
  await ask(quiet, 'pairs/add', {
    drafts: [
      {
        quantity: 1,
        catalogId: null,
        styleCode: 'DD1391-100',
        name: 'Dunk Low Panda',
        brand: 'Nike',
        size: { value: 10, system: 'US' },
        condition: 'new',
        packaging: 'good',
        cost: { minor: 8000, currency: 'USD' },
        otherCosts: null,
        boughtAt: Date.UTC(2025, 0, 5),
        supplier: null,
        tags: [],
        note: '',
        location: null,
        photo: null,
      },
    ],
  });
  const page = await extension.page('dashboard.html#/files');
  page.setDefaultTimeout(20_000);
  const before = await rowsOf(page);
  await settle(page);
  expect(await objections(page, [], 'main')).toEqual([]);
  await shoot(page, 'empty');

  await test.step('looked at: one from stock, one of unknown cost, one that cannot be read; nothing is written', async () => {
    await choose(
      page,
      'stockx.csv',
      stockx([sold('1', '2025-03-07'), sold('2', '2025-03-08', 'FV5029-006'), sold('3', '2025-02-30')]),
    );
    const preview = page.getByTestId('import-preview');
    await expect(preview.locator('[data-outcome="matched"]').first()).toContainText('From stock');
    await expect(preview.locator('[data-outcome="needs-pair"]').first()).toContainText('Cost unknown');
    await expect(preview.locator('[data-bad]')).toContainText('Not a date');
    await expect(page.getByTestId('import-source')).toHaveValue('stockx');
    await settle(page);
    expect(await objections(page, [], 'main')).toEqual([]);
    await shoot(page, 'preview');
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await rowsOf(page)).toEqual(before);
  });

  await test.step('written: payout 120.65 of 145.00, 4.35 processing, 20.00 the report does not explain', async () => {
    await page.getByTestId('import-start').click();
    await expect(page.getByTestId('import-result')).toContainText('Sold from stock');
    const { stockx: sales, inventory } = await rowsOf(page);
    expect(sales).toHaveLength(2);
    const first = sales.find(({ externalOrderId }) => externalOrderId === '1');
    expect(first).toMatchObject({
      payout: { minor: 12_065 },
      charges: { processing: { minor: 435 }, adjustment: { minor: 2000 } },
    });
    const pair = inventory.find(({ id }) => id === first?.pairId);
    expect(pair).toMatchObject({ cost: { minor: 8000 }, status: 'sold', origin: 'manual' });
    await shoot(page, 'result');
  });

  await test.step('again: known, and nothing is added', async () => {
    const once = await rowsOf(page);
    await page.getByRole('button', { name: 'Import another file' }).click();
    await choose(
      page,
      'copy.csv',
      stockx([sold('1', '2025-03-07'), sold('2', '2025-03-08', 'FV5029-006'), sold('3', '2025-02-30')]),
    );
    await expect(page.getByText('This file was imported before.', { exact: false })).toBeVisible();
    await page.getByTestId('import-start').click();
    await expect(page.getByTestId('import-result')).toContainText('Known already');
    const again = await rowsOf(page);
    expect(again.sales).toEqual(once.sales);
    expect(again.inventory).toEqual(once.inventory);
  });

  await test.step('taken back among past imports: books as before', async () => {
    await page.goto(page.url().replace(/#.*/, '#/files?view=past'));
    await expect(page.getByTestId('past-import')).toHaveCount(1);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Rows left out (CSV)' }).click();
    expect((await download).suggestedFilename()).toBe('left-out-copy.csv');
    await settle(page);
    expect(await objections(page, [], 'main')).toEqual([]);
    await shoot(page, 'past');
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await expect(page.getByTestId('past-import')).toContainText('taken back');
    const after = await rowsOf(page);
    expect(after.sales).toEqual(before.sales);
    expect(after.inventory).toEqual(before.inventory);
  });
});

test('dates that could be either are asked once; broken files are refused with what to do, and change nothing', async ({
  extension,
  market,
}) => {
  test.setTimeout(240_000);
  await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/files');
  page.setDefaultTimeout(20_000);
  const before = await rowsOf(page);

  await test.step('a table of the seller’s own, semicolons and decimal commas', async () => {
    await choose(
      page,
      'inventory.csv',
      'SKU;Size (UK);Purchase price;Purchase date\nDD1391-100;9;£1.115,50;03/04/2025\nFV5029-006;9;£95,00;04/05/2025\n',
    );
    await expect(page.getByText('Which comes first in its dates?')).toBeVisible();
    await expect(page.getByTestId('import-start')).toBeDisabled();
    await settle(page);
    expect(await objections(page, [], 'main')).toEqual([]);
    await shoot(page, 'questions');
    await page.getByLabel('Which comes first in its dates?').selectOption('day-first');
    await page.getByTestId('import-start').click();
    await expect(page.getByTestId('import-result')).toContainText('Added');
    const added = (await rowsOf(page)).inventory.filter(({ origin }) => origin === 'import');
    expect(
      added
        .map(({ cost, size, status }) => ({ cost, size, status }))
        .toSorted((a, b) => JSON.stringify(b).localeCompare(JSON.stringify(a))),
    ).toEqual([
      { cost: { minor: 9500, currency: 'GBP' }, size: { value: 9, system: 'UK' }, status: 'in-stock' },
      { cost: { minor: 111_550, currency: 'GBP' }, size: { value: 9, system: 'UK' }, status: 'in-stock' },
    ]);
    await page.getByTestId('import-result').getByRole('button', { name: 'Take back' }).click();
    await expect(page.getByTestId('import-result')).toContainText('Taken back');
    expect((await rowsOf(page)).inventory).toEqual(before.inventory);
  });

  for (const [name, text, said] of [
    ['open.csv', 'a,b\n1,"two\n3,4\n', 'opened on line 2 is never closed'],
    ['page.csv', '<!DOCTYPE html><p>Sign in</p>', 'This is a web page'],
    ['report.pdf', '%PDF-1.7', 'This is a PDF'],
    ['nothing.csv', '', 'The file is empty'],
    ['program.csv', 'MZ\0\0\0,\0', 'No table was found'],
  ] as const)
    await test.step(name, async () => {
      await choose(page, name, text);
      await expect(page.getByTestId('import-problem')).toContainText(said);
      await expect(page.getByTestId('import-problem')).toContainText('Nothing was changed');
    });
  const after = await rowsOf(page);
  expect({ sales: after.sales, inventory: after.inventory }).toEqual({
    sales: before.sales,
    inventory: before.inventory,
  });
});

test('an order alias told is filled in by alias’s own file, and a worker killed in between loses nothing', async ({
  extension,
  market,
}) => {
  test.setTimeout(240_000);
  const quiet = await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/files');
  page.setDefaultTimeout(20_000);
  const { sales } = await readTables(page, ['sales']);
  const known = sales.find(({ orderNumber, status }) => orderNumber !== '' && status !== 'reversed');
  if (known === undefined) throw new Error('The market told of no order with a number');
  const price = (known.price as { minor: number }).minor / 100;
  const day = new Date(known.soldAt as number).toISOString().slice(0, 10).split('-').toReversed();
  const date = `${day[0]}/${day[1]}/${(day[2] ?? '').slice(2)}`;
  const header = 'ORDER_NUMBER,USERNAME,NAME,SKU,SIZE,PRODUCT_PRICE_CENTS_SALE_PRICE,PURCHASED_DATE,CREDIT_DATE';
  await choose(
    page,
    'alias.csv',
    `${header}\n${String(known.orderNumber)},me,Shoe,${String(known.rawSku)},10,${price},${date},${date}\n`,
  );
  await page.getByLabel('What are its prices in?').selectOption('whole');
  await expect(page.getByTestId('import-preview')).toContainText('Filled in');
  await page.getByTestId('import-start').click();
  await expect(page.getByTestId('import-result')).toContainText('Filled in');
  const after = (await readTables(page, ['sales'])).sales;
  expect(after).toHaveLength(sales.length);
  expect(after.find(({ id }) => id === known.id)).toMatchObject({ payout: known.payout, paid: { payoutId: null } });

  await page.getByRole('button', { name: 'Import another file' }).click();
  const many = stockx(Array.from({ length: 6000 }, (_, nth) => sold(`k${nth}`, '2025-03-07', 'FV5029-006', 100)));
  await choose(page, 'many.csv', many);
  await expect(page.getByTestId('import-start')).toContainText('6,000', { timeout: 60_000 });
  await page.getByTestId('import-start').click();
  await expect.poll(async () => (await rowsOf(quiet)).stockx.length, { timeout: 60_000 }).toBeGreaterThan(400);
  await extension.killWorker();
  // Whether or not somebody noticed, the same file completes what is missing and adds nothing twice.
  await expect(page.getByTestId('import-result').or(page.getByTestId('import-start'))).toBeVisible({ timeout: 90_000 });
  if (await page.getByTestId('import-result').isHidden()) {
    await page.getByTestId('import-start').click();
    await expect(page.getByTestId('import-result')).toBeVisible({ timeout: 90_000 });
  }
  const written = (await rowsOf(page)).stockx;
  expect(written).toHaveLength(6000);
  expect(new Set(written.map(({ externalOrderId }) => externalOrderId)).size).toBe(6000);
});
