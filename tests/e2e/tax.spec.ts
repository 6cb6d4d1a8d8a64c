import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { readTables } from '../../scripts/read-tables';
import { makePair, makeSale } from '../fixtures/builders';
import { money } from '../../lib/domain/money/money';
import { instant } from '../../lib/domain/time/instant';
import { putRows, syncedSeller, type Row } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, overflow, settle } from './screens/look';

/** A quarter closed under the margin scheme: set up, boxes with their rows, stock book, filed, changed since, packed. */

test.use({ marketOptions: { listings: 20, orders: 6, seed: 5, speed: 0 } });

const gbp = (pounds: number) => money(pounds * 100, 'GBP');

/** Noon of a day of the last calendar quarter that is over. */
function lastQuarter(month: 0 | 1 | 2, day: number) {
  const now = new Date();
  const quarter = Math.floor(now.getUTCMonth() / 3) * 3;
  return instant(Date.UTC(now.getUTCFullYear(), quarter - 3 + month, day, 12));
}

const worn = makePair({
  id: 'pair-worn',
  name: 'Aero Court worn',
  condition: 'used',
  status: 'sold',
  cost: gbp(60),
  boughtAt: lastQuarter(0, 5),
  supplier: 'A. Seller',
});
const unused = makePair({
  id: 'pair-unused',
  name: 'Aero Court unused',
  status: 'sold',
  cost: gbp(60),
  boughtAt: lastQuarter(0, 6),
});
const sold = (pair: typeof worn, day: number, buyer: string) =>
  makeSale({
    id: `sale-of-${pair.id}`,
    externalOrderId: `order-of-${pair.id}`,
    marketplace: 'ebay',
    pairId: pair.id,
    name: pair.name,
    price: gbp(120),
    payout: gbp(108),
    soldAt: lastQuarter(1, day),
    details: { buyer, country: 'GB', invoiceNumber: '', marketplaceTax: null, note: '' },
  });

test('a quarter is closed', async ({ extension, market }) => {
  test.setTimeout(180_000);
  const quiet = await syncedSeller(extension, market.token);
  await putRows(quiet, 'inventory', [worn, unused] as unknown as Row[]);
  await putRows(quiet, 'sales', [sold(worn, 10, 'B. Buyer'), sold(unused, 11, 'C. Buyer')] as unknown as Row[]);
  const page = await extension.page('dashboard.html#/tax');
  page.setDefaultTimeout(15_000);
  const figure = (id: string) => page.locator(`[data-figure="${id}"] [data-amount]`);
  const tab = (name: string) => page.getByRole('navigation', { name: 'Parts of tax' }).getByRole('link', { name });
  const clean = async () => {
    await settle(page);
    expect(await objections(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  };

  await test.step('a few questions first', async () => {
    await page.getByLabel('Country', { exact: true }).selectOption('GB');
    await page.getByRole('switch', { name: 'Registered for VAT or GST' }).click();
    await page.getByLabel('Worn pairs').selectOption('margin');
    await expect(page.getByText('VATMARG02100')).toBeVisible();
    await page.getByLabel('Your invoice numbers begin with').fill('INV-');
    await clean();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
  });

  await test.step('the last quarter: (120 - 60) / 6 + 120 / 6 = 30.00, and 110 + 100 = 210', async () => {
    await expect(figure('box1')).toHaveAttribute('data-amount', '3000');
    await expect(figure('box6')).toHaveAttribute('data-amount', '21000');
    await expect(figure('box7')).toHaveAttribute('data-amount', '12000');
    await clean();
  });

  await test.step('every figure leads to its rows, and those to their pairs', async () => {
    await page.getByRole('button', { name: 'Box 1, VAT due on sales' }).click();
    const rows = page.getByTestId('tax-rows');
    await expect(rows.getByRole('listitem')).toHaveCount(2);
    await expect(rows.getByRole('listitem').first()).toContainText('£10.00');
    await expect(rows.getByRole('link', { name: 'Aero Court worn' })).toHaveAttribute('href', /pair=pair-worn/);
    await clean();
    await page.keyboard.press('Escape');
    await expect(rows).toBeHidden();
  });

  await test.step('the stock book numbers its pairs once', async () => {
    await tab('Stock book').click();
    await page.getByRole('button', { name: 'Give 1 pair its number' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Aero Court worn' });
    await expect(row).toContainText('INV-1');
    await expect(row).toContainText('£10.00');
    await clean();
    expect((await readTables(page, ['stockBook'])).stockBook).toMatchObject([{ id: 'pair-worn', number: 1 }]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('INV-1,120.00,B. Buyer,60.00,10.00,GBP,margin');
  });

  await test.step('the quarter is filed; a pair that is taxed another way since is told', async () => {
    await tab('Returns').click();
    await page.getByRole('button', { name: 'Mark as filed', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Mark as filed again' })).toBeVisible();
    await tab('Filed').click();
    await expect(page.getByText('Nothing changed since.')).toBeVisible();
    await page.goto(page.url().replace(/#.*/, '#/inventory?pair=pair-unused'));
    await page.getByTestId('pair-tax').click();
    await page.getByLabel('How it is taxed').selectOption('margin');
    await page.getByLabel('Why, for your records').fill('Worn once, told by the seller');
    await clean();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Tax of 1 pair changed')).toBeVisible();
    await page.goto(page.url().replace(/#.*/, '#/tax?view=filed'));
    await expect(page.getByText('1 row of this period changed since you filed.')).toBeVisible();
    await clean();
  });

  await test.step('limits, platforms, rules', async () => {
    for (const name of ['Limits', 'Platforms', 'Rules', 'Setup']) {
      await tab(name).click();
      await clean();
    }
    await tab('Limits').click();
    await expect(page.locator('[data-rule="gb-vat-registration"]')).toContainText('£240 of £90,000');
  });

  await test.step('the pack of the year is one file that tells the same', async () => {
    await tab('Year-end pack').click();
    await expect(page.getByRole('button', { name: 'Make the pack' })).toBeVisible();
    await page.getByLabel('Period').selectOption({ index: 0 });
    await clean();
    const pack = async () => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Make the pack' }).click(),
      ]);
      return readFileSync(await file.path());
    };
    const bytes = await pack();
    const files = unzipSync(new Uint8Array(bytes));
    const names = Object.keys(files);
    expect(names).toEqual(expect.arrayContaining(['assumptions.html', 'profit-and-loss.csv', 'stock-book.csv']));
    expect(strFromU8(files['stock-book.csv'] ?? new Uint8Array())).toContain('Aero Court worn');
    const vat = names.filter((name) => /^reports\/uk-vat-.*\d\.csv$/.test(name));
    const told = vat.map((name) => strFromU8(files[name] ?? new Uint8Array())).join('');
    // The other pair is under the margin scheme by now: 10.00 + 10.00.
    expect(told).toContain('box1,20.00,20.00,GBP');
    expect(strFromU8(files['assumptions.html'] ?? new Uint8Array())).toContain('This is no tax advice');
    expect(bytes.equals(await pack())).toBe(true);
  });

  await test.step('what no rate brings into pounds is told above the figures, until a rate of its days is typed', async () => {
    await tab('Limits').click();
    const missing = page.getByTestId('tax-rates');
    await expect(missing).toContainText('no exchange rate into GBP');
    const limit = page.locator('[data-rule="gb-vat-registration"]');
    await expect(limit).toContainText('At least £240');
    await missing.getByRole('link', { name: 'Set rates' }).click();
    await page.getByTestId('add-rate').click();
    await page.getByRole('textbox', { name: '1 USD in GBP' }).fill('0.78');
    await page.getByLabel('In force since').fill('2020-01-01');
    await clean();
    await page.keyboard.press('Control+Enter');
    const row = page.getByRole('row').filter({ hasText: '1 USD = 0.78 GBP' });
    await expect(row).toContainText('your rate');
    await row.getByRole('button', { name: /^Remove 1 USD = 0.78 GBP/ }).click();
    await expect(row).toHaveCount(0);
    // The newest is taken back: that the rate was set can be as well, as long as this one has not been told.
    await expect(page.getByText(/^Removed: 1 USD = 0.78 GBP/)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(row).toContainText('1 Jan 2020');
    await page.goto(page.url().replace(/#.*/, '#/tax?view=limits'));
    await expect(limit).not.toContainText('At least');
    await expect(missing).toHaveCount(0);
  });

  await test.step('Today tells of a limit in one line, until it is put away', async () => {
    const now = { soldAt: instant(Date.now()), price: gbp(2000), payout: gbp(1800) };
    await putRows(quiet, 'sales', [
      { ...sold(unused, 12, 'D. Buyer'), ...now, id: 'sale-now', externalOrderId: 'order-now' },
    ]);
    await page.goto(page.url().replace(/#.*/, '#/today'));
    const told = page.getByTestId('tax-limits');
    await expect(told).toContainText(/passed, £[\d,]+ of £1,000/);
    await clean();
    await told.getByRole('link', { name: 'Show limits' }).click();
    await expect(page.locator('[data-state="over"][data-rule]').first()).toBeVisible();
    await page.goto(page.url().replace(/#.*/, '#/today'));
    await told.getByRole('button', { name: 'Say no more until the next level' }).click();
    await expect(told).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Needs you' })).toBeVisible();
    await expect(told).toHaveCount(0);
  });
});
