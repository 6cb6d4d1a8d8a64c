import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { orderStage } from '../../lib/domain/orders/order-stage';
import type { OrderFacts } from '../../lib/domain/orders/order';
import { instant } from '../../lib/domain/time/instant';
import { waitForSync } from './harness/books';
import { expect, test } from './harness/extension-test';

/** What a seller does on the first day, on the production build, with the market standing still. */

/** As many as the screens need something of every kind; how long a long sync takes is told elsewhere. */
const [LISTINGS, ORDERS] = [40, 40];

// Every one of them begins with a whole first sync.
test.setTimeout(120_000);
test.use({ marketOptions: { seed: 3, listings: LISTINGS, orders: ORDERS, speed: 0 } });

async function connect(page: Page, token: string): Promise<void> {
  const choose = page.getByRole('button', { name: 'Connect alias', exact: true });
  const field = page.getByLabel('Access token', { exact: true });
  await expect(choose.or(field)).toBeVisible();
  if (await choose.isVisible()) await choose.click();
  await field.fill(token);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const skip = page.getByRole('button', { name: 'Skip for now' });
  // The token is tried and its seller compared before it is kept: several requests one after the other.
  await expect(skip.or(page.getByRole('alert')).or(page.getByRole('dialog')).first()).toBeVisible({ timeout: 30_000 });
  if (!(await skip.isVisible())) return;
  await skip.click();
  await page.getByRole('button', { name: 'Go to Today' }).click();
}

async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: screen }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
}

test('a token is refused in plain words, then accepted, and the books fill up', async ({ market, extension }) => {
  const page = await extension.page('dashboard.html');
  await connect(page, 'goatapi_wrong');
  await expect(page.getByRole('alert')).toContainText('401');
  await connect(page, 'two words');
  await expect(page.getByRole('alert')).toContainText('no spaces');
  expect((await readTables(page, ['listings'])).listings).toEqual([]);

  await connect(page, market.token);
  await waitForSync(page);
  await goTo(page, 'Today');
  const tables = await readTables(page, ['listings', 'orders', 'sales', 'inventory', 'quarantine']);
  expect(tables.quarantine).toEqual([]);
  expect(tables.listings.length).toBe(LISTINGS);
  expect(tables.orders.length).toBe(ORDERS);
  const live = tables.listings.filter((row) => row.status === 'active').length;
  await expect(page.getByText(String(live), { exact: true }).first()).toBeVisible();
  await expect(page.getByText('To confirm').first()).toBeVisible();
});

test('costs from a purchase ledger are previewed, taken in once, and make profit known', async ({
  market,
  extension,
}) => {
  const page = await extension.page('dashboard.html');
  await connect(page, market.token);
  await waitForSync(page);
  await goTo(page, 'Files');
  const csv = await market.ledger();
  const choose = async () => {
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'ledger.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    return page.getByRole('dialog');
  };
  const unknownBefore = (await readTables(page, ['inventory'])).inventory.filter((pair) => pair.cost === null).length;
  const dialog = await choose();
  await expect(dialog.getByText('Costs filled')).toBeVisible();
  expect(
    (await readTables(page, ['inventory'])).inventory.filter((pair) => pair.cost === null).length,
    'the preview writes nothing',
  ).toBe(unknownBefore);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
  const after = (await readTables(page, ['inventory'])).inventory;
  const unknown = after.filter((pair) => pair.cost === null).length;
  expect(unknown).toBeLessThan(unknownBefore / 4);
  expect(unknown, 'some costs are missing on purpose').toBeGreaterThan(0);

  const again = await choose();
  await expect(again.getByText('This file changes nothing.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(again).toHaveCount(0);
  expect((await readTables(page, ['inventory'])).inventory.length).toBe(after.length);

  await goTo(page, 'Today');
  const profit = page.getByTestId('profit-30d');
  await expect(profit).toHaveAttribute('data-currency', 'USD');
  await expect.poll(async () => Number(await profit.getAttribute('data-profit30d-minor'))).not.toBe(0);
});

test('a cost is typed in where it stands, kept with Enter, and undone', async ({ market, extension }) => {
  const page = await extension.page('dashboard.html');
  await connect(page, market.token);
  await waitForSync(page);
  await goTo(page, 'Inventory');
  await page
    .getByRole('button', { name: /^Add cost of/ })
    .first()
    .click();
  await expect(page.getByRole('textbox', { name: /^Cost of/ })).toBeFocused();
  await page.keyboard.type('1.234,50');
  await page.keyboard.press('Enter');
  const toast = page.getByText(/cost \$1,234\.50 kept/);
  await expect(toast).toBeVisible();
  const known = async () => (await readTables(page, ['inventory'])).inventory.filter((pair) => pair.cost !== null);
  expect(await known()).toMatchObject([{ cost: { minor: 123_450, currency: 'USD' } }]);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(async () => (await known()).length).toBe(0);
});

test('a sale on alias shows on every open page by itself', async ({ market, extension }) => {
  const page = await extension.page('dashboard.html');
  await connect(page, market.token);
  await waitForSync(page);
  await goTo(page, 'Today');
  const panel = await extension.page('sidepanel.html');
  const { listings } = await readTables(page, ['listings']);
  const listing = listings.find((row) => row.status === 'active');
  const { orders: known } = await readTables(page, ['orders']);
  const now = instant(Date.now());
  const toConfirm = known.filter((row) => orderStage(row as unknown as OrderFacts, now) === 'to-confirm').length;
  const sold = await fetch(`${market.origin}/sandbox/sell`, {
    method: 'POST',
    headers: { authorization: `Bearer ${market.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ listingId: listing?.externalId }),
  });
  expect(sold.ok).toBe(true);
  await page.bringToFront();
  await expect(page.getByTestId('profit-30d')).toBeVisible();
  for (const shown of [page, panel]) await expect(shown.getByText('To confirm')).toHaveCount(toConfirm);
  await page.getByRole('button', { name: 'Sync now' }).first().click();
  for (const shown of [page, panel]) await expect(shown.getByText('To confirm')).toHaveCount(toConfirm + 1);
  const tables = await readTables(page, ['orders', 'inventory', 'notices']);
  expect(tables.orders.length).toBe(known.length + 1);
  expect(tables.inventory.find((pair) => pair.goatListingId === listing?.externalId)).toMatchObject({ status: 'sold' });
  expect(tables.notices).toHaveLength(1);
});

test('another seller is not mixed in without a word', async ({ market, extension }) => {
  const page = await extension.page('dashboard.html');
  await connect(page, market.token);
  await waitForSync(page);
  // Rows of a seller the market does not know: as if the stored books were somebody else's.
  await page.evaluate(async () => {
    const books = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('archvd');
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const writing = books.transaction(['listings', 'orders'], 'readwrite');
    for (const name of ['listings', 'orders']) {
      const cursor = writing.objectStore(name).openCursor();
      cursor.addEventListener('success', () => {
        if (cursor.result === null) return;
        cursor.result.update({ ...cursor.result.value, externalId: `other-${cursor.result.value.externalId}` });
        cursor.result.continue();
      });
    }
    await new Promise((resolve) => writing.addEventListener('complete', resolve));
    books.close();
  });
  await page.goto(`chrome-extension://${extension.extensionId}/options.html`);
  await page.getByRole('button', { name: 'Replace token' }).click();
  await connect(page, market.token);
  await expect(page.getByText('This looks like another seller')).toBeVisible();
  await page.getByRole('radio', { name: 'Start over' }).check();
  await page.getByRole('button', { name: 'Go ahead' }).click();
  const listed = async () => (await readTables(page, ['listings'])).listings.map((row) => String(row.externalId));
  await expect
    .poll(async () => (await listed()).filter((id) => !id.startsWith('other-')).length, { timeout: 45_000 })
    .toBe(LISTINGS);
  expect(await listed(), 'nothing of the other seller is left').toHaveLength(LISTINGS);
});
