import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, settle } from './screens/look';

/** Columns that are remembered for the next file: seen, renamed, forgotten, and each taken back. What a row lacks is said. */

test.use({ marketOptions: { listings: 10, orders: 5, seed: 7, speed: 0 } });

const TABLE =
  'Shoe,Art,EAN,Size (US),Paid,Ccy\nDunk Low Panda,DD1391-100,194501058798,10,80.00,USD\nBred,FV5029-006,194501058797,9,95.00,USD\n';

const choose = (page: Page, name: string, text: string) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('remembered columns are renamed, forgotten and brought back, and hold for the next file', async ({
  extension,
  market,
}) => {
  test.setTimeout(120_000);
  await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/files');
  page.setDefaultTimeout(20_000);
  const kept = page.getByTestId('kept-mappings');
  const names = async () => {
    const { importMappings } = await readTables(page, ['importMappings']);
    return importMappings.map(({ name }) => name);
  };
  const open = async () => {
    await expect(kept).toBeVisible();
    if ((await kept.getAttribute('open')) === null) await kept.locator('summary').click();
    await expect(kept.getByTestId('kept-mapping')).toHaveCount(1);
  };

  await test.step('a bar code with a wrong check digit is said beside its row, which comes in', async () => {
    await choose(page, 'stock.csv', TABLE);
    await page.getByTestId('import-source').selectOption('own-stock');
    await page.getByLabel('Style code').selectOption('Art');
    await page.getByLabel('Name').selectOption('Shoe');
    await page.getByLabel('Currency').selectOption('Ccy');
    const preview = page.getByTestId('import-preview');
    await expect(preview).toContainText('Bar code 194501058798 is not valid, the row comes in without it.');
    await expect(preview.locator('[data-outcome="new"]')).not.toHaveCount(0);
    await preview.getByText('With a note 1').click();
    await expect(preview.locator('li')).toHaveCount(1);
    await settle(page);
    expect(await objections(page, [], 'main')).toEqual([]);
  });

  await test.step('its columns are remembered', async () => {
    await page.getByRole('button', { name: 'Remember for files like this' }).click();
    await expect.poll(names).toHaveLength(1);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await open();
    await expect(kept).toContainText('Inventory of your own table');
    await settle(page);
    expect(await objections(page, [], 'main')).toEqual([]);
  });

  await test.step('renamed, and back', async () => {
    const [before = ''] = await names();
    await kept.getByRole('button', { name: /^Rename / }).click();
    const dialog = page.getByRole('dialog', { name: 'Rename remembered columns' });
    const field = dialog.getByRole('textbox', { name: 'Name' });
    await expect(field).toBeFocused();
    await field.fill('My shelf');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(kept).toContainText('My shelf');
    await expect(page.getByText('Renamed: My shelf')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect.poll(names).toEqual([before]);
    await expect(kept.getByRole('button', { name: `Rename ${String(before)}` })).toBeVisible();
  });

  await test.step('forgotten, and back', async () => {
    const before = await names();
    await kept.getByRole('button', { name: /^Forget / }).click();
    await expect.poll(names).toEqual([]);
    await expect(kept).toHaveCount(0);
    await expect(page.getByText('Files with these headings are guessed at again.', { exact: false })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect.poll(names).toEqual(before);
    await open();
  });

  await test.step('the next file with these headings is read the same way', async () => {
    await choose(page, 'more.csv', TABLE.replace('Dunk Low Panda', 'Dunk'));
    await expect(page.getByTestId('import-source')).toHaveValue('own-stock');
    await expect(page.getByLabel('Style code')).toHaveValue('Art');
    await page.getByTestId('import-start').click();
    await expect(page.getByTestId('import-result')).toContainText('Added');
    const { inventory } = await readTables(page, ['inventory']);
    const came = inventory.filter(({ origin }) => origin === 'import');
    expect(came.map(({ styleCode }) => String(styleCode)).toSorted()).toEqual(['DD1391-100', 'FV5029-006']);
  });
});
