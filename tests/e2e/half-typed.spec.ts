import { makePair, usd } from '../fixtures/builders';
import { putRows, syncedSeller, type Row } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, settle } from './screens/look';

/** What is half typed is not lost by a slip: every drawer asks before it closes by anything but its own Cancel. */

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
      await page.mouse.click(5, 400);
      await question.getByRole('button', { name: 'Go on typing' }).click();
      await expect(typed).toHaveValue('7');
      await form.getByRole('button', { name: 'Close' }).first().click();
      await question.getByRole('button', { name: 'Discard' }).click();
      await expect(typed).toHaveCount(0);
    });
  }
});
