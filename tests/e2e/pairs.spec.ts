import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { control } from './harness/market';
import { ask, syncAgain, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';

/** A pair's life by hand: added, changed, sold, taken back; seen by every page that is open, and there after a restart. */

test.use({ marketOptions: { listings: 40, orders: 20, seed: 5, speed: 0 } });

// A whole sync comes first, which alone may take most of a minute where others work too.
test.setTimeout(120_000);

const SUPPLIER = 'Corner shop';

async function bought(page: Page) {
  const { inventory } = await readTables(page, ['inventory']);
  return inventory.filter((pair) => pair.supplier === SUPPLIER && pair.deletedAt === null);
}

test('with keys alone: a pair is found in the catalogue, added in under 15 seconds, and taken back', async ({
  extension,
  market,
}) => {
  await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/inventory');
  await page.getByRole('row').nth(2).waitFor();
  const started = performance.now();
  await page.keyboard.press('a');
  await expect(page.getByRole('combobox', { name: 'Style code or words' })).toBeFocused();
  await page.keyboard.type('samba');
  // At once, while the words are still being looked up.
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('add-sizes')).toBeFocused();
  await page.keyboard.type('9, 9.5 x2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('£1.115,50');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^3 pairs added:/)).toBeVisible();
  const seconds = (performance.now() - started) / 1000;
  test.info().annotations.push({ type: 'seconds', description: seconds.toFixed(1) });
  expect(seconds).toBeLessThan(15);

  const added = async () => {
    const { inventory } = await readTables(page, ['inventory']);
    return inventory.filter((pair) => pair.origin === 'manual' && pair.deletedAt === null);
  };
  const pairs = await added();
  expect(pairs.map((pair) => (pair.size as { value: number }).value).toSorted((a, b) => a - b)).toEqual([9, 9.5, 9.5]);
  expect(pairs[0]).toMatchObject({ cost: { minor: 111_550, currency: 'GBP' }, status: 'in-stock' });
  expect(pairs[0]?.name).toMatch(/samba/i);
  expect(pairs[0]?.brand).not.toBe('');
  expect(pairs[0]?.catalogId).not.toBeNull();
  // In a field the keys would undo what was typed: the form goes once its pairs are kept.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await added()).length).toBe(0);
});

test('add, edit, sell, undo: in the panel and the dashboard at once, and after the worker and the pages died', async ({
  extension,
  market,
}) => {
  await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/inventory?add=1');
  await page.getByRole('combobox', { name: 'Style code or words' }).fill('No such shoe 123');
  await expect(page.getByText('Nothing found for "No such shoe 123".')).toBeVisible();
  await page.getByRole('option', { name: /by hand/ }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('No such shoe 123');
  await page.getByTestId('add-sizes').fill('10');
  await page.getByLabel('Cost of a pair').fill('$61.50');
  await page.getByLabel('Bought from').fill(SUPPLIER);
  await page.getByRole('button', { name: 'Add 1 pair' }).click();
  await expect.poll(async () => (await bought(page)).length).toBe(1);
  // The books have it a moment before the form is gone.
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const panel = await extension.page('sidepanel.html#/inventory?q=Corner%20shop');
  await panel.setViewportSize({ width: 360, height: 760 });
  await expect(panel.getByText('No such shoe 123').first()).toBeVisible();
  // A page behind another is drawn once a second.
  await page.bringToFront();

  const pairId = String((await bought(page))[0]?.id);
  await page.goto(`chrome-extension://${extension.extensionId}/dashboard.html#/inventory?pair=${pairId}&add=edit`);
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.getByLabel('Name', { exact: true }).fill('Shoe of the corner');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('Shoe of the corner').first(), 'the panel follows').toBeVisible();
  // As long as the form is there, the keys undo what was typed in it.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(panel.getByText('No such shoe 123').first(), 'and follows back').toBeVisible();

  await page.goto(`chrome-extension://${extension.extensionId}/dashboard.html#/sales`);
  await page.getByTestId('add-sale').click();
  await page.getByRole('menuitem', { name: 'A pair I sold elsewhere' }).click();
  await page.getByTestId('expense-pair-search').fill('No such');
  await page
    .getByTestId('pick-sold-pair')
    .getByRole('button', { name: /No such shoe 123/ })
    .click();
  await page.getByLabel('Price', { exact: true }).fill('120');
  await page.getByLabel('Fees', { exact: true }).fill('15,50');
  await expect(page.getByText('Arrives: $104.50, profit +$43')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await bought(page))[0]?.status).toBe('sold');

  await extension.killWorker('stop-all-workers');
  await panel.reload();
  const sales = await extension.page('dashboard.html#/sales');
  await expect(sales.getByText('No such shoe 123').first()).toBeVisible();
  await sales.goto(`chrome-extension://${extension.extensionId}/dashboard.html#/inventory?pair=${pairId}`);
  await sales.getByRole('button', { name: 'Take back the sale' }).click();
  await expect.poll(async () => (await bought(page))[0]?.status).toBe('in-stock');
  const told = (await readTables(page, ['sales'])).sales.filter((sale) => sale.pairId === pairId);
  expect(told, 'kept, and counted nowhere').toMatchObject([{ status: 'reversed' }]);
});

test('while a sync runs what the seller does counts, and what arrives is shown without asking', async ({
  extension,
  market,
}) => {
  const quiet = await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/inventory');
  await page.getByRole('row').nth(2).waitFor();
  const { listings, inventory } = await readTables(page, ['listings', 'inventory']);
  const listing = listings.find((row) => row.status === 'active');
  const pair = inventory.find((row) => row.goatListingId === listing?.externalId);
  await control(market, 'faults', { latencyMs: 150 });
  await control(market, 'sell', { listingId: listing?.externalId });
  const syncing = syncAgain(quiet);
  const cost = { minor: 4321, currency: 'USD' };
  expect(await ask(quiet, 'pair/set-cost', { pairId: String(pair?.id), cost })).toMatchObject({ ok: true });
  await page.goto(`chrome-extension://${extension.extensionId}/dashboard.html#/sales`);
  await expect(page.getByRole('row').filter({ hasText: 'To confirm' }).first()).toBeVisible({ timeout: 20_000 });
  await syncing;
  const after = (await readTables(page, ['inventory'])).inventory.find((row) => row.id === pair?.id);
  expect(after).toMatchObject({ status: 'sold', cost });
});
