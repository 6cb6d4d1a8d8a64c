import type { Locator, Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import type { SandboxProcess } from '../../scripts/sandbox-process';
import { syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { requestsSeen } from './harness/market';
import { objections, overflow, settle } from './screens/look';

/** The market screens on the production build, against the local market: what is shown is what is kept and asked for. */

test.use({ marketOptions: { listings: 30, orders: 10, seed: 11, speed: 0 } });
// A whole sync comes first, which alone may take most of a minute where others work too.
test.setTimeout(150_000);

interface Shown {
  readonly catalogId: string;
  readonly name: string;
}

/** Products the seller offers, by name, as the screen begins with them. */
async function offered(page: Page): Promise<readonly Shown[]> {
  const { listings, products } = await readTables(page, ['listings', 'products']);
  const ids = new Set(listings.filter(({ status }) => status === 'active').map(({ catalogId }) => catalogId));
  return products
    .filter(({ catalogId }) => ids.has(catalogId))
    .map(({ catalogId, name }) => ({ catalogId: String(catalogId), name: String(name) }));
}

/** Times the prices of a product were asked for, by the words of the request. */
async function quotesAsked(market: SandboxProcess, catalogId: string, search = ''): Promise<number> {
  const path = `/pricing_insights/availabilities/${encodeURIComponent(catalogId)}`;
  const requests = await requestsSeen(market);
  return requests.filter((request) => request.path.endsWith(path) && request.search.includes(search)).length;
}

/** The lowest ask of a variant as it is kept, as the screen writes it; `none` where there is none. */
async function askKept(page: Page, variantId: string): Promise<string> {
  const { marketPrices } = await readTables(page, ['marketPrices']);
  const ask = marketPrices.find(({ id }) => id === variantId)?.lowestAsk as
    | { readonly minor: number }
    | null
    | undefined;
  return ask == null ? 'none' : `$${(ask.minor / 100).toLocaleString('en-US')}`;
}

/** The screen and the books follow each other: either may be a moment ahead while prices are read. */
async function expectKept(cell: Locator, page: Page, variantId: string): Promise<void> {
  await expect
    .poll(async () => (await cell.innerText()) === (await askKept(page, variantId)), { message: variantId })
    .toBe(true);
}

const matrixOf = (page: Page) => page.getByRole('table', { name: 'Sizes' });

/** The chosen row: its size as US number, and its cells. */
async function chosenRow(page: Page) {
  const row = matrixOf(page).locator('tr[data-chosen]');
  await expect(row).toHaveCount(1);
  const size = await row.getByRole('button').innerText();
  return { row, usSize: Number(/[\d.]+/.exec(size)?.[0]) };
}

test('all sizes of a product by condition, place, range and keys, each kept in the address', async ({
  extension,
  market,
}) => {
  const quiet = await syncedSeller(extension, market.token);
  const [shown] = await offered(quiet);
  if (shown === undefined) throw new Error('The seller offers nothing.');
  const page = await extension.page(`dashboard.html#/market?product=${shown.catalogId}`);
  await expect(page.getByRole('heading', { level: 2, name: shown.name })).toBeVisible();
  const { row, usSize } = await chosenRow(page);
  const ask = row.getByRole('cell').first();
  const id = (look: string) => `alias|${shown.catalogId}|${usSize}|${look}|global`;
  await expectKept(ask, quiet, id('new|good|any'));

  await page.getByLabel('Condition').selectOption('used');
  await expect(page).toHaveURL(/f=c%3Dused/);
  await expectKept(ask, quiet, id('used|good|any'));
  await page.getByLabel('Condition').selectOption('new');

  expect(await quotesAsked(market, shown.catalogId, 'consigned=false')).toBe(0);
  await page.getByLabel('Where the pair lies').selectOption('with-you');
  await expect.poll(() => quotesAsked(market, shown.catalogId, 'consigned=false')).toBe(1);
  await expectKept(ask, quiet, id('new|good|with-you'));
  await page.reload();
  await expect(page.getByLabel('Where the pair lies')).toHaveValue('with-you');
  await page.getByLabel('Where the pair lies').selectOption('both');

  await page.getByRole('group', { name: 'Time shown' }).getByRole('button', { name: '90 d' }).click();
  await expect(page).toHaveURL(/t%3D90d/);

  await page.getByRole('columnheader', { name: 'Ask', exact: true }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Ask', exact: true })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('columnheader', { name: 'Size', exact: true }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Size', exact: true })).toHaveAttribute('aria-sort', 'ascending');

  const sizes = matrixOf(page).locator('tbody').getByRole('row');
  await sizes.nth(0).getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await expect(sizes.nth(1).getByRole('button')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(sizes.nth(1).getByRole('cell').first().getByRole('note')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(sizes.nth(1).getByRole('button')).toHaveAttribute('aria-pressed', 'true');

  await settle(page);
  expect(await objections(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 700 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  // In one column what is chosen stands below the table: it comes into sight, and there is a way back.
  await sizes.nth(0).getByRole('button').click();
  await expect(page.getByRole('group', { name: 'Time shown' })).toBeInViewport();
  await page.getByRole('button', { name: 'All sizes' }).click();
  await expect(sizes.nth(0).getByRole('button')).toBeFocused();
  await expect(sizes.nth(0).getByRole('button')).toBeInViewport();
  await expect(page.getByRole('banner').first()).toBeInViewport();
});

test('up to four products are ticked, held against each other, and taken out again', async ({ extension, market }) => {
  const quiet = await syncedSeller(extension, market.token);
  const products = (await offered(quiet)).slice(0, 5);
  expect(products.length).toBe(5);
  const page = await extension.page('dashboard.html#/market');
  await page.getByRole('button', { name: 'Pick some to compare' }).click();
  for (const { name } of products.slice(0, 4)) await page.getByRole('checkbox', { name }).check();
  await expect(page.getByRole('checkbox', { name: products[4]?.name ?? '' })).toBeDisabled();
  await page.getByRole('link', { name: 'Compare 4' }).click();
  const side = page.getByRole('region', { name: 'Compare', exact: true });
  for (const { name } of products.slice(0, 4)) await expect(side.getByRole('link', { name })).toBeVisible();
  await expect(side.getByText('lowest').first()).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: `Take ${products[0]?.name} out of the comparison` }).click();
  await expect(side.getByRole('link', { name: products[0]?.name ?? '' })).toHaveCount(0);
  await expect(side.getByRole('columnheader')).toHaveCount(3);
  await expect(page.getByRole('combobox', { name: 'Add a shoe to compare' })).toBeVisible();
  await settle(page);
  expect(await objections(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 700 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test('a product that is looked at is read once a minute, and not while nobody sees it', async ({
  extension,
  market,
}) => {
  const quiet = await syncedSeller(extension, market.token);
  const [shown] = await offered(quiet);
  if (shown === undefined) throw new Error('The seller offers nothing.');
  const asked = () => quotesAsked(market, shown.catalogId);
  const page = await extension.page('manifest.json');
  await page.clock.install();
  await page.goto(`chrome-extension://${extension.extensionId}/dashboard.html#/market?product=${shown.catalogId}`);
  await expect(page.getByText('every 60 s')).toBeVisible();
  const before = await asked();
  await page.clock.runFor(61_000);
  await expect.poll(asked).toBe(before + 1);
  await expect(page.getByText(/^offers read/)).toBeVisible();

  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.clock.runFor(300_000);
  expect(await asked()).toBe(before + 1);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(asked).toBe(before + 2);
});
