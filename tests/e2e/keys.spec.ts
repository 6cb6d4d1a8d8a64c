import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { settle } from './screens/look';
import { liveIn } from './screens/typical-seller';

/** The work of a day without a mouse: nothing here is clicked. */

test.use({ marketOptions: { listings: 40, orders: 30, seed: 5, speed: 0 } });

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

const nameOfFocus = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '').trim();
  });

/** Goes on with Tab until something by this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await nameOfFocus(page))) return;
  }
  throw new Error(`Tab never reached ${String(name)}; the focus is at "${await nameOfFocus(page)}"`);
}

/** Opens a screen by its name through the command palette. */
async function summon(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('dialog').locator('[data-selected]')).toContainText(words);
  await page.keyboard.press('Enter');
  await expect(heading(page, words)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function tagged(page: Page, tag: string): Promise<number> {
  const { inventory } = await readTables(page, ['inventory']);
  return inventory.filter((pair) => (pair.tags as readonly string[]).includes(tag)).length;
}

test('with keys alone: palette, search, marking, tags for many and back, a pair opened and closed, into the P&L', async ({
  extension,
  market,
}) => {
  test.slow();
  await liveIn(await syncedSeller(extension, market.token));
  const page = await extension.page('dashboard.html');
  const { keyboard } = page;
  await expect(heading(page, 'Today')).toBeVisible();

  await summon(page, 'Inventory');
  await page.getByRole('row').nth(3).waitFor();
  await keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await keyboard.type('jordan');
  await expect(page.getByRole('row').nth(1)).toContainText(/jordan/i);
  await expect(page.getByRole('row').filter({ hasNotText: /jordan/i })).toHaveCount(1);

  await keyboard.press('ArrowDown');
  await tabTo(page, /Jordan/);
  await keyboard.press('Space');
  await expect(page.getByTestId('bulk-bar')).toContainText('1 selected');
  await keyboard.press('j');
  await keyboard.press('j');
  await keyboard.press('k');
  await keyboard.press('Space');
  await expect(page.getByTestId('bulk-bar')).toContainText('2 selected');
  await expect(page.getByRole('button', { name: 'Tags', exact: true })).toBeVisible();
  await tabTo(page, /^Tags$/);
  await keyboard.press('Enter');
  await expect(page.getByLabel('Add tags').and(page.locator('input'))).toBeFocused();
  await keyboard.type('by keys');
  await keyboard.press('Enter');
  await keyboard.press('Control+Enter');
  await expect.poll(() => tagged(page, 'by keys')).toBe(2);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect.poll(() => tagged(page, 'by keys')).toBe(0);

  await keyboard.press('Escape');
  await expect(page.getByTestId('bulk-bar')).toHaveCount(0);
  await keyboard.press('j');
  await expect(page.getByRole('row').locator('a:focus')).toContainText(/Jordan/);
  await keyboard.press('Enter');
  await expect(page.getByTestId('pair-detail')).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByTestId('pair-detail')).toHaveCount(0);
  await expect(page.getByRole('row').locator('a:focus'), 'back in the row it came from').toContainText(/Jordan/);

  await summon(page, 'P&L');
  await expect(page.getByText('Groups', { exact: true })).toBeVisible();
  await settle(page);
  await tabTo(page, /^Groups$/);
  await keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Air Jordan', exact: true })).toBeVisible();
  await tabTo(page, /^Air Jordan$/);
  await keyboard.press('Enter');
  await expect(heading(page, 'Sales')).toBeVisible();
  await expect(page.getByRole('button', { name: /Air Jordan/ })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasNotText: /Jordan/ })).toHaveCount(1);
});
