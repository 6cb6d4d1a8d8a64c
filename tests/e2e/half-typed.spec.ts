import { makePair, usd } from '../fixtures/builders';
import { readTables } from '../../scripts/read-tables';
import { ask, putRows, syncedSeller, type Row } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, settle } from './screens/look';

/**
 * What is half typed is not lost by a slip: every drawer asks before it closes by anything but its own Cancel, and a field in
 * a list goes with its row.
 */

test.use({ marketOptions: { listings: 5, orders: 2, seed: 5, speed: 0 } });

const pair = makePair({ id: 'pair-typed', name: 'Court Low typed', cost: usd(60) });

const FORMS = [
  ['expenses?add=expense', 'Note'],
  ['expenses?add=recurring', 'Note'],
  ['expenses?add=mileage', 'What for'],
  ['inventory?pair=pair-typed&add=sell', 'Order number or note'],
  ['inventory?pair=pair-typed&add=edit', 'Name'],
  ['inventory?pair=pair-typed&add=copy', 'Cost of a pair'],
] as const;

test('a drawer with something typed asks; one without does not', async ({ extension, market }) => {
  test.setTimeout(180_000);
  const quiet = await syncedSeller(extension, market.token);
  await putRows(quiet, 'inventory', [pair] as unknown as Row[]);
  const page = await extension.page('dashboard.html#/inventory');
  page.setDefaultTimeout(15_000);
  const form = page.locator('[data-testid="form"], [data-testid="expense-drawer"]');
  const question = page.getByRole('dialog', { name: 'Discard what you typed?' });
  for (const [address, field] of FORMS) {
    await test.step(address, async () => {
      const open = () => page.goto(`${page.url().split('#')[0]}#/${address}`);
      const typed = form.getByLabel(field, { exact: true });
      await open();
      await expect(typed).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(typed, 'nothing typed, nothing asked').toHaveCount(0);
      await open();
      await typed.fill('7');
      await page.keyboard.press('Escape');
      await expect(question).toBeVisible();
      await settle(page);
      expect(await objections(page, [], '[role=dialog]')).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(question).toHaveCount(0);
      await expect(typed).toHaveValue('7');
      // Beside the form, where it is the topmost again: the question's own backdrop fades out a moment longer.
      await page.locator('.mantine-Drawer-overlay').click({ position: { x: 5, y: 400 } });
      await question.getByRole('button', { name: 'Go on typing' }).click();
      await expect(question).toHaveCount(0);
      await expect(typed).toHaveValue('7');
      await form.getByRole('button', { name: 'Close' }).first().click();
      await question.getByRole('button', { name: 'Discard' }).click();
      await expect(typed).toHaveCount(0);
    });
  }
});

test('a cost that is being typed stays with its pair when the list moves below the fingers', async ({
  extension,
  market,
}) => {
  const quiet = await syncedSeller(extension, market.token);
  const names = ['Court Low typed A', 'Court Low typed B', 'Court Low typed C'];
  const pairs = names.map((name, nth) => makePair({ id: `typed-${nth}`, name, cost: null }));
  await putRows(quiet, 'inventory', pairs as unknown as Row[]);
  const page = await extension.page('dashboard.html#/inventory?q=court+low+typed');
  const rows = page.getByRole('row').filter({ hasText: 'Court Low typed' });
  await expect(rows).toHaveCount(3);
  const last = String(await rows.nth(2).getByRole('link').first().textContent());
  const first = names.findIndex((name) => name !== last);
  await page.getByRole('button', { name: `Add cost of ${last}` }).click();
  const field = page.getByRole('textbox', { name: `Cost of ${last}` });
  await expect(field).toBeFocused();
  await page.keyboard.type('12');
  expect(await ask(quiet, 'pairs/remove', { pairIds: [`typed-${first}`] })).toMatchObject({ ok: true });
  await expect(rows).toHaveCount(2);
  await expect(field, 'it goes on where the row went').toBeFocused();
  await expect(field).toHaveValue('12');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  const known = async () => (await readTables(quiet, ['inventory'])).inventory.filter(({ cost }) => cost !== null);
  await expect.poll(known).toMatchObject([{ name: last, cost: { minor: 12_300 } }]);
  await expect(page.getByRole('button', { name: `Cost of ${last}` }), 'the next key is the row’s').toBeFocused();
});
