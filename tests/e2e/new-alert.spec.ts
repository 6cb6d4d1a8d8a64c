import { readTables } from '../../scripts/read-tables';
import { ask, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, settle } from './screens/look';

/** An alert is made among the alerts: on which watched shoe and size is chosen first. */

test.use({ marketOptions: { listings: 20, orders: 5, seed: 5, speed: 0 } });

test('a new alert from the alerts themselves: nothing watched, nothing there yet, chosen by keys, and by a press', async ({
  extension,
  market,
}) => {
  test.slow();
  const quiet = await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/watch?view=alerts');
  const living = async () => {
    const { alerts } = await readTables(page, ['alerts']);
    return alerts.filter(({ deletedAt }) => deletedAt === null);
  };
  await expect(page.getByText('An alert is on a shoe you watch.', { exact: false })).toBeVisible();
  await expect(page.getByTestId('add-alert')).toHaveCount(0);

  const { products } = await readTables(page, ['products']);
  const product = products.find((row) => (row.allowedSizes as unknown[]).length > 2);
  if (product === undefined) throw new Error('The catalogue knows no shoe with sizes.');
  const [first, second] = product.allowedSizes as { usValue: number }[];
  const catalogId = String(product.catalogId);
  for (const size of [first, second]) {
    const usSize = size?.usValue ?? 10;
    expect(await ask(quiet, 'watch/add', { catalogId, usSize, targetPrice: null })).toMatchObject({ ok: true });
  }

  await test.step('by keys', async () => {
    await expect(page.getByText('Press New alert, choose a shoe and size you watch', { exact: false })).toBeVisible();
    await settle(page);
    expect(await objections(page)).toEqual([]);
    await page.getByTestId('add-alert').click();
    const find = page.getByTestId('pick-watched').getByRole('textbox');
    await expect(find).toBeFocused();
    await settle(page);
    expect(await objections(page)).toEqual([]);
    await page.keyboard.type('no such shoe');
    await expect(page.getByText('Nothing you watch is called that.', { exact: false })).toBeVisible();
    await find.fill(`${String(product.rawSku)} ${first?.usValue}`);
    await expect(page.getByTestId('pick-watched').getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await page.getByText('My price').click();
    await page.getByRole('textbox', { name: 'Price' }).fill('5');
    await page.getByRole('button', { name: 'Add alert', exact: true }).click();
    await expect.poll(living).toMatchObject([{ catalogId, usSize: first?.usValue }]);
    await expect(page.getByTestId('alerts')).toBeHidden();
    await expect(page.getByRole('table', { name: 'Alerts' })).toContainText('the lowest ask is at or below $5');
  });

  await test.step('by a press, for the other size; taken back', async () => {
    await page.getByTestId('add-alert').click();
    const choices = page.getByTestId('pick-watched').getByRole('listitem');
    await expect(choices).toHaveCount(2);
    await expect(choices.filter({ hasText: '1 alert' })).toHaveCount(1);
    await choices.filter({ hasNotText: '1 alert' }).getByRole('button').click();
    await page.getByText('My price').click();
    await page.getByRole('textbox', { name: 'Price' }).fill('6');
    await page.getByRole('button', { name: 'Add alert', exact: true }).click();
    await expect.poll(async () => (await living()).length).toBe(2);
    await expect(page.getByTestId('alerts')).toBeHidden();
    await expect(page.getByText('Alert added.').first()).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await living()).length).toBe(1);
  });
});
