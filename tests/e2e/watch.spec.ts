import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { ask, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections } from './screens/look';

/** Lists of what is watched, many lines at once, alerts tried on the history, and what rang. */

test.use({ marketOptions: { listings: 40, orders: 20, seed: 5, speed: 0 } });
// A whole sync comes first, which alone may take most of a minute where others work too.
test.setTimeout(180_000);

const living = async (page: Page, table: 'watchlistItems' | 'watchlists' | 'alerts') => {
  const rows = (await readTables(page, [table]))[table];
  return rows.filter((row) => row.deletedAt === null);
};

async function makeList(page: Page, name: string): Promise<void> {
  await page.getByTestId('list-actions').click();
  await page.getByRole('menuitem', { name: 'New list' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name of the list' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: new RegExp(`^${name}`) })).toHaveAttribute('aria-pressed', 'true');
}

/** Style codes of the books, and some that alias does not have. */
async function someLines(page: Page): Promise<{ readonly known: readonly string[]; readonly text: string }> {
  const { products } = await readTables(page, ['products']);
  const known = products
    .filter((row) => row.styleCode !== null && (row.allowedSizes as unknown[]).length > 0)
    .slice(0, 15)
    .map((row) => ({ code: String(row.styleCode), size: (row.allowedSizes as { usValue: number }[])[1]?.usValue }));
  const unknown = ['ZZ0001', 'ZZ0002', 'ZZ0003', 'ZZ0004', 'ZZ0005'];
  const lines = [...known.map(({ code, size }) => `${code} ${size} @ 20`), ...unknown.map((code) => `${code} 10`)];
  return { known: known.map(({ code }) => code), text: lines.join('\n') };
}

test('two lists, twenty pasted lines of which some are unknown, progress, and all of it taken back', async ({
  extension,
  market,
}) => {
  await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/watch');
  await page.getByTestId('add-watch').click();
  await page.getByTestId('add-many').click();
  const { known, text } = await someLines(page);
  const first = text.split('\n')[0] ?? '';
  await page.getByRole('textbox', { name: 'Lines to watch' }).fill(first);
  await page.getByRole('button', { name: 'Watch 1' }).click();
  await expect.poll(async () => (await living(page, 'watchlistItems')).length).toBe(1);
  await makeList(page, 'Steals');
  await makeList(page, 'For the shop');
  expect((await living(page, 'watchlists')).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Watch', 'Steals', 'For the shop']),
  );

  await page.getByTestId('add-watch').click();
  await page.getByTestId('add-many').click();
  await page.getByRole('textbox', { name: 'Lines to watch' }).fill(`${text}\nPanda Dunk 10`);
  const drawer = page.getByTestId('watch-many').getByRole('dialog');
  await expect(drawer.getByText('Panda is no style code.')).toBeVisible();
  await expect(drawer.getByText('will be searched for')).toHaveCount(5);
  expect(await objections(page)).toEqual([]);
  expect(await living(page, 'watchlistItems'), 'nothing is written before it is confirmed').toHaveLength(1);
  await page.getByRole('button', { name: 'Watch 20' }).click();
  await expect.poll(async () => (await living(page, 'watchlistItems')).length).toBe(known.length + 1);
  await expect(page.getByTestId('watch-search')).toContainText('5 not found', { timeout: 45_000 });
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByTestId('search-lines').getByText('not found')).toHaveCount(5);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take all back' }).click();
  await expect.poll(async () => (await living(page, 'watchlistItems')).length).toBe(1);
  await expect(page.getByTestId('watch-search')).toHaveCount(0);
});

test('an alert by template is tried on the history, kept, and undone; what rang is read and marked', async ({
  extension,
  market,
}) => {
  await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/watch');
  await page.getByTestId('add-watch').click();
  await page.getByTestId('add-many').click();
  const { text } = await someLines(page);
  await page.getByRole('textbox', { name: 'Lines to watch' }).fill(text.split('\n')[0]?.replace(/ @.*/, '') ?? '');
  await page.getByRole('button', { name: 'Watch 1' }).click();
  const bell = page.getByTestId('row-alerts');
  await bell.click();
  await page.getByText('My price').click();
  await page.getByRole('textbox', { name: 'Price' }).fill('5000');
  await expect(page.getByTestId('alert-says')).toContainText('Rings when the lowest ask is at or below $5,000.');
  await expect(page.getByTestId('history-test')).toContainText(/Would|Not enough/);
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add alert', exact: true }).click();
  await expect.poll(async () => (await living(page, 'alerts')).length).toBe(1);
  await page.getByTestId('alerts').getByRole('button', { name: 'Close' }).click();

  await page.getByTestId('watch-alerts').click();
  await expect(page.getByRole('table', { name: 'Alerts' })).toContainText('the lowest ask is at or below $5,000');
  expect(await objections(page)).toEqual([]);
  await page.getByTestId('alert-actions').click();
  await page.getByRole('menuitem', { name: 'Remove alert' }).click();
  await expect.poll(async () => (await living(page, 'alerts')).length).toBe(0);
  // Until this is told, that the alert was added is what was done last.
  await expect(page.getByText('Alert removed.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await living(page, 'alerts')).length).toBe(1);

  // The target is the quick way: the next reading of the market finds the ask below it.
  await page.getByTestId('watch-items').click();
  await page.getByTestId('target').click();
  await page.keyboard.type('5000');
  await page.keyboard.press('Enter');
  // The reading goes by the target of the books: it is kept before it is asked for.
  await expect
    .poll(async () => (await living(page, 'watchlistItems')).map(({ targetPrice }) => targetPrice))
    .toMatchObject([{ minor: 500_000 }]);
  const [item] = await living(page, 'watchlistItems');
  expect(await ask(page, 'market/refresh', { catalogId: String(item?.catalogId) })).toEqual({ ok: true });
  await page.getByTestId('watch-history').click();
  await expect(page.getByTestId('alert-event').filter({ hasText: 'under your target of $5,000' })).toContainText('new');
  expect(await objections(page)).toEqual([]);
  await page.getByTestId('seen-all').click();
  await expect(page.getByTestId('seen-all')).toHaveCount(0);
});

test('with keys alone: many lines are pasted, marked, given one target, taken off and brought back', async ({
  extension,
  market,
}) => {
  await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/watch');
  await page.getByTestId('add-watch').focus();
  await expect(page.getByTestId('add-watch')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Find a shoe' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Lines to watch' })).toBeFocused();
  const { text } = await someLines(page);
  await page.keyboard.insertText(text.split('\n').slice(0, 3).join('\n'));
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await living(page, 'watchlistItems')).length).toBe(3);
  await expect(page.getByRole('row')).toHaveCount(4);
  // While the drawer goes, keys are still its own.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('j');
  await page.keyboard.press('Control+a');
  await expect(page.getByTestId('bulk-bar')).toContainText('3');
  await page.getByTestId('bulk-bar').getByRole('button', { name: 'Set target' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('55');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await living(page, 'watchlistItems')).map((row) => (row.targetPrice as { minor: number }).minor))
    .toEqual([5500, 5500, 5500]);
  // The rows are there a moment before the way back is offered.
  await expect(page.getByText('Targets of 3 set.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await living(page, 'watchlistItems')).map((row) => (row.targetPrice as { minor: number }).minor))
    .toEqual([2000, 2000, 2000]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('j');
  await page.keyboard.press('Control+a');
  await expect(page.getByTestId('bulk-bar')).toContainText('3');
  await page.getByTestId('bulk-more').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Take off' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await living(page, 'watchlistItems')).length).toBe(0);
  // The rows are gone a moment before the way back is offered.
  await expect(page.getByText('3 are no longer watched.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await living(page, 'watchlistItems')).length).toBe(3);
  await expect(page.getByRole('row')).toHaveCount(4);
});
