import type { Page, Worker } from '@playwright/test';
import { ask, QUIET_PAGE } from './harness/books';
import { expect, test } from './harness/extension-test';

/** The first two minutes: into the demo with one click and out without a trace, or to one's own shop step by step. */

test.use({ marketOptions: { seed: 3, listings: 60, orders: 40, speed: 0 } });

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

/** Rows of a table of some database, with plain IndexedDB; null when there is no such database. */
async function countIn(page: Page, database: string, table: string): Promise<number | null> {
  return page.evaluate(
    async ({ database, table }) => {
      if (!(await indexedDB.databases()).some((each) => each.name === database)) return null;
      const open = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error));
      });
      const counting = open.transaction(table).objectStore(table).count();
      await new Promise((resolve) => counting.addEventListener('success', resolve));
      open.close();
      return counting.result;
    },
    { database, table },
  );
}

/** Where something of the demo could lie. */
async function tracesOf(page: Page) {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map((each) => each.name ?? '');
    const folders: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) folders.push(name);
    const { storage, notifications } = (
      globalThis as unknown as {
        chrome: {
          storage: { local: { get(): Promise<object> } };
          notifications: { getAll(): Promise<object> };
        };
      }
    ).chrome;
    const stored = Object.keys(await storage.local.get());
    return { databases, folders, stored, shown: Object.keys(await notifications.getAll()) };
  });
}

async function startDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo market' }).click();
  await expect(heading(page, 'Today')).toBeVisible({ timeout: 30_000 });
}

test('one click into the demo: it fills without a network, is marked, and knows most costs', async ({ extension }) => {
  const elsewhere: string[] = [];
  extension.context.on('request', (request) => {
    if (!/^(chrome-extension|data|blob):/.test(request.url())) elsewhere.push(request.url());
  });
  const page = await extension.page('dashboard.html');
  await expect(heading(page, 'Know what every pair earned')).toBeFocused();
  await startDemo(page);
  for (const path of ['dashboard.html#/inventory', 'sidepanel.html#/sales', 'popup.html', 'options.html']) {
    const other = await extension.page(path);
    await expect(other.getByRole('button', { name: 'Demo market' }), path).toBeVisible();
    await other.close();
  }
  await expect.poll(() => countIn(page, 'archvd-demo', 'imports'), { timeout: 30_000 }).toBe(1);
  await expect.poll(() => countIn(page, 'archvd-demo', 'listings'), { timeout: 30_000 }).toBe(180);
  expect(await countIn(page, 'archvd', 'listings'), 'nothing of it is in the real books').toBe(0);
  expect(elsewhere).toEqual([]);
});

for (const method of ['stop-all-workers', 'close-target'] as const) {
  test(`the worker dies in the demo (${method}): the next one goes on with the same market`, async ({ extension }) => {
    const page = await extension.page('dashboard.html');
    await startDemo(page);
    const quiet = await extension.page(QUIET_PAGE);
    const found = await ask(quiet, 'catalog/search', { query: 'dunk', token: null });
    const listings = await countIn(page, 'archvd-demo', 'listings');
    await extension.killWorker(method);
    expect(await ask(quiet, 'catalog/search', { query: 'dunk', token: null })).toEqual(found);
    await extension.killWorker(method);
    expect(await ask(quiet, 'sync/now', { full: true })).toEqual({ ok: true });
    await expect.poll(() => countIn(page, 'archvd-demo', 'quarantine')).toBe(0);
    expect(await countIn(page, 'archvd-demo', 'listings')).toBeGreaterThanOrEqual(listings ?? 0);
    expect(await countIn(page, 'archvd', 'listings')).toBe(0);
  });
}

test('the extension is reloaded in the demo: it goes on', async ({ extension }) => {
  const { context } = extension;
  const page = await extension.page('dashboard.html');
  await startDemo(page);
  // Chromium leaves a reloaded unpacked extension off unless developer mode is on.
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(() =>
    (
      globalThis as unknown as {
        chrome: { developerPrivate: { updateProfileConfiguration(change: object): Promise<void> } };
      }
    ).chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  );
  const reborn = context.waitForEvent('serviceworker');
  await page
    .evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
    .catch(() => undefined);
  await reborn;
  const quiet = await extension.page(QUIET_PAGE);
  const asked = await ask(quiet, 'catalog/search', { query: 'dunk', token: null });
  expect(asked).toMatchObject({ ok: true });
  await extension.killWorker('stop-all-workers');
  expect(await ask(quiet, 'catalog/search', { query: 'dunk', token: null })).toEqual(asked);
});

/** The worker takes its time to look for traces: the books are gone for a while before it answers. */
async function slowToLook(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const databases = indexedDB.databases.bind(indexedDB);
    indexedDB.databases = () => new Promise((resolve) => setTimeout(() => resolve(databases()), 1500));
  });
}

test('the demo is removed without a trace, and open pages follow', async ({ extension }) => {
  const page = await extension.page('dashboard.html');
  await startDemo(page);
  await expect.poll(async () => (await tracesOf(page)).folders, { timeout: 30_000 }).toContain('demo-snapshots');
  const panel = await extension.page('sidepanel.html');
  await expect(panel.getByRole('button', { name: 'Demo market' })).toBeVisible();
  await slowToLook(extension.worker);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Demo market' }).click();
  await page.getByRole('button', { name: 'Remove demo' }).click();
  const sure = page.getByRole('dialog').filter({ hasText: 'Remove the demo market?' });
  await sure.getByRole('button', { name: 'Remove demo' }).click();
  await expect(heading(page, 'Know what every pair earned')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/^The demo market is removed: [\d,]+ rows/)).toBeVisible();
  await expect(heading(panel, 'Know what every pair earned')).toBeVisible();
  const { databases, folders, stored, shown } = await tracesOf(page);
  expect(databases).not.toContain('archvd-demo');
  expect(folders).not.toContain('demo-snapshots');
  expect(stored.filter((key) => key.includes('demo'))).toEqual([]);
  expect(shown).toEqual([]);
});

test('a worker that dies over the removal leaves nothing to the next one', async ({ extension }) => {
  const page = await extension.page('dashboard.html');
  await startDemo(page);
  const quiet = await extension.page(QUIET_PAGE);
  await extension.killWorker('stop-all-workers');
  // As far as a removal gets first: the setting is gone, everything else is still there.
  await quiet.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { local: { remove(key: string): Promise<void> } } } }
    ).chrome.storage.local.remove('demo'),
  );
  await extension.startWorker();
  await expect.poll(async () => (await tracesOf(quiet)).databases).not.toContain('archvd-demo');
  await expect(heading(page, 'Know what every pair earned')).toBeVisible();
});

test('connect from the demo: nothing is removed until it is confirmed, then the token field is there', async ({
  extension,
}) => {
  const page = await extension.page('dashboard.html');
  await startDemo(page);
  const open = async () => {
    await page.getByRole('button', { name: 'Demo market' }).click();
    await page.getByRole('button', { name: 'Connect alias' }).click();
    return page.getByRole('dialog').filter({ hasText: 'Leave the demo' });
  };
  // Today is there before all of the shop has been read.
  await expect.poll(() => countIn(page, 'archvd-demo', 'listings'), { timeout: 30_000 }).toBe(180);
  await (await open()).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog').filter({ hasText: 'Leave the demo' })).toHaveCount(0);
  expect(await countIn(page, 'archvd-demo', 'listings')).toBe(180);
  await (await open()).getByRole('button', { name: 'Remove demo and connect' }).click();
  await expect(page.getByLabel('Access token', { exact: true })).toBeVisible();
  await expect.poll(() => countIn(page, 'archvd-demo', 'listings')).toBeNull();
});

test('one step after the other to the own shop, left and taken up again', async ({ market, extension }) => {
  const page = await extension.page('sidepanel.html');
  await page.setViewportSize({ width: 320, height: 720 });
  await page.getByRole('button', { name: 'Connect alias' }).click();
  await expect(heading(page, 'Connect your alias account')).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Connect alias' }).click();
  const connect = page.getByRole('button', { name: 'Connect', exact: true });
  const alert = page.getByRole('alert');
  await connect.click();
  await expect(alert).toHaveText('Paste a token first.');
  await page.getByLabel('Access token', { exact: true }).fill('goatapi_wrong');
  await connect.click();
  await expect(alert).toContainText('401');
  await page.getByLabel('Access token', { exact: true }).fill(market.token);
  await connect.click();

  await expect(heading(page, 'How you sell')).toBeFocused();
  await expect(page.getByText('arrives on your account')).toBeVisible();
  await page.getByLabel('Seller rating').fill('70');
  await page.reload();
  await expect(heading(page, 'How you sell'), 'left and taken up again').toBeVisible();
  await page.getByLabel('Seller rating').fill('70');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, 'Two things you may want')).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('Seller rating')).toHaveValue('70');
  await page.getByRole('button', { name: 'Continue' }).click();
  // The next step's button has the same name and the same place.
  await expect(heading(page, 'Two things you may want')).toBeFocused();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, 'Your shop is here')).toBeVisible({ timeout: 45_000 });
  await page.getByRole('button', { name: 'Go to Today' }).click();
  await expect(heading(page, 'Today')).toBeVisible();
  expect(await countIn(page, 'archvd', 'listings')).toBe(60);
  await page.reload();
  await expect(heading(page, 'Today')).toBeVisible();
});
