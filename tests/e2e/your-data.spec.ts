import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { ask, readBooks, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';

/** Backups out and in through the screen, and the end of everything with its proof. */

test.use({ marketOptions: { listings: 40, orders: 40, seed: 4, speed: 0 } });
// A whole sync comes first, which alone may take most of a minute where others work too.
test.setTimeout(120_000);

/** What the browser keeps for us now, beside files. */
async function kept(page: Page): Promise<{ readonly databases: string[]; readonly local: string[] }> {
  return page.evaluate(async () => {
    const { storage } = (
      globalThis as unknown as { chrome: { storage: { local: { get(keys: null): Promise<object> } } } }
    ).chrome;
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
    return { databases, local: Object.keys(await storage.local.get(null)) };
  });
}

const rowsOf = async (page: Page) => Object.values(await readBooks(page)).reduce((sum, rows) => sum + rows.length, 0);

test('a backup holds no token, shows what it would change, restores, and the restore is undone', async ({
  extension,
  market,
}, info) => {
  const quiet = await syncedSeller(extension, market.token);
  await ask(quiet, 'connection/disconnect', {});
  const page = await extension.page('dashboard.html#/settings?view=data');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up now' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^archvd-backup-\d{4}-\d\d-\d\d\.jsonl\.gz$/);
  const file = info.outputPath('backup.jsonl.gz');
  await download.saveAs(file);
  const text = gunzipSync(readFileSync(file)).toString();
  expect(text).not.toContain(market.token);
  const inventory = (await readBooks(quiet)).inventory ?? [];
  expect(text).toContain(String(inventory[0]?.id));

  const pairId = String(inventory[0]?.id);
  await ask(quiet, 'pair/set-cost', { pairId, cost: { minor: 4711, currency: 'USD' } });
  const costNow = async () => (await readBooks(quiet)).inventory?.find((pair) => pair.id === pairId)?.cost ?? null;
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file' }).click();
  await (await choosing).setFiles(file);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /^Pairs/ })).toContainText(String(inventory.length));
  expect(await costNow()).toMatchObject({ minor: 4711 });
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText(/^Restored: /)).toBeVisible();
  expect(await costNow()).toBeNull();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Your books are as they were before.')).toBeVisible();
  expect(await costNow()).toMatchObject({ minor: 4711 });
});

test('everything is deleted, counted anew, and every page begins anew', async ({ extension, market }) => {
  const other = await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/settings?view=data');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  const dialog = page.getByRole('dialog');
  const go = dialog.getByRole('button', { name: 'Delete everything' });
  await expect(go).toBeDisabled();
  await dialog.getByLabel(/^To go on, type/).fill('delete');
  await go.click();
  const proof = page.getByTestId('deletion-proof');
  await expect(proof).toBeVisible();
  await expect(proof.getByRole('row', { name: /^Access token/ })).toHaveText(/Access token10$/);
  for (const row of await proof.getByRole('row').all()) {
    const cells = await row.getByRole('cell').allInnerTexts();
    if (cells.length > 0) expect(cells.at(-1)).toBe('0');
  }
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.getByRole('button', { name: 'Try the demo market' })).toBeVisible();
  expect(await ask(other, 'vault/status', {})).toMatchObject({ state: 'empty' });
});

/** A window that does not let go: a deletion waits for it, and can be killed in the middle. */
async function holdBooks(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('archvd');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    Object.assign(globalThis, { heldBooks: opening.result });
  });
}

async function letGoOfBooks(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as { heldBooks: IDBDatabase }).heldBooks.close());
}

test('a worker killed while deleting: the next start finishes it', async ({ extension, market }) => {
  const page = await syncedSeller(extension, market.token);
  expect(await rowsOf(page)).toBeGreaterThan(100);
  await holdBooks(page);
  void ask(page, 'data/delete-all', {}).catch(() => {});
  await expect.poll(async () => (await kept(page)).local, { intervals: [50] }).toContain('deletion');
  await extension.killWorker('close-target');
  await letGoOfBooks(page);
  await extension.startWorker();
  await expect.poll(async () => (await kept(page)).local).toEqual([]);
  expect((await kept(page)).databases).not.toContain('archvd-keys');
  expect(await ask(page, 'vault/status', {})).toMatchObject({ state: 'empty' });
});
