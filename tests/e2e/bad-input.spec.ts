import { ask, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { readTables } from '../../scripts/read-tables';

/** What goes wrong at the keyboard and outside: told in words, and nothing is lost by it. */

test.use({ marketOptions: { listings: 20, orders: 10, seed: 5, speed: 0 } });

test('a token that is empty, torn, refused, or asked for without a network', async ({ extension, market }) => {
  const page = await extension.page('dashboard.html');
  await page.getByRole('button', { name: 'Connect alias' }).click();
  const token = page.getByLabel('Access token', { exact: true });
  const connect = page.getByRole('button', { name: 'Connect', exact: true });
  await connect.click();
  await expect(page.getByText('Paste a token first.')).toBeVisible();
  await token.fill('goatapi_half and half');
  await connect.click();
  await expect(page.getByText('A token has no spaces inside. Copy it again, whole.')).toBeVisible();
  await token.fill('goatapi_somebody_elses_token_that_is_revoked');
  await connect.click();
  await expect(page.getByText(/^Not connected\. alias refused the token/)).toBeVisible();
  await market.stop();
  await token.fill(market.token);
  await connect.click();
  await expect(page.getByText('Not connected. alias cannot be reached. Nothing was changed.')).toBeVisible({
    timeout: 30_000,
  });
  await expect(token, 'what was pasted is still there').toHaveValue(market.token);
  expect((await readTables(page, ['listings'])).listings).toEqual([]);
});

test('costs as people write them, sizes a product is not made in, a search that finds nothing', async ({
  extension,
  market,
}) => {
  const quiet = await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/inventory?add=1');
  const search = page.getByRole('combobox', { name: 'Style code or words' });
  await search.fill('zzzz-0000');
  await expect(page.getByText('Nothing found for "zzzz-0000".')).toBeVisible();
  await search.fill('dunk');
  await page.getByRole('option', { name: /Dunk/ }).first().click();
  await page.getByTestId('add-sizes').fill('10, 29');
  await page.getByLabel('Cost of a pair').fill('about fifty');
  await page.getByLabel('Cost of a pair').press('Control+Enter');
  await expect(page.getByText(/^This product has no US 29/)).toBeVisible();
  await expect(page.getByText('Write an amount, such as 98.40 or £115.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('add-sizes')).toHaveCount(0);
  await page.goto(`chrome-extension://${extension.extensionId}/dashboard.html#/inventory`);
  await page.goto(`chrome-extension://${extension.extensionId}/dashboard.html#/inventory?add=1`);
  await expect(page.getByTestId('add-sizes'), 'nothing typed is lost').toHaveValue('10, 29');
  await page.getByTestId('add-sizes').fill('10');
  await page.getByLabel('Cost of a pair').fill('1.234,50');
  await page.getByLabel('Cost of a pair').press('Control+Enter');
  const manual = async () =>
    (await readTables(quiet, ['inventory'])).inventory.filter((pair) => pair.origin === 'manual');
  await expect.poll(manual).toMatchObject([{ cost: { minor: 123_450, currency: 'USD' } }]);

  const answer = await ask(quiet, 'pairs/edit', {
    pairIds: [String((await manual())[0]?.id)],
    changes: { cost: { minor: 11_500, currency: 'GBP' } },
  });
  expect(answer).toMatchObject({ ok: true });
});

test('no network: the books are there, what needs alias says so and goes on by itself', async ({
  extension,
  market,
}) => {
  await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/inventory');
  await page.getByRole('row').nth(2).waitFor();
  await extension.context.setOffline(true);
  await expect(page.getByText(/^Offline\./).first()).toBeVisible();
  await page.goto(`chrome-extension://${extension.extensionId}/dashboard.html#/inventory?add=1`);
  await page.getByRole('combobox', { name: 'Style code or words' }).fill('some shoe');
  await expect(page.getByText(/You can add the pair by hand\./)).toBeVisible({ timeout: 20_000 });
  await extension.context.setOffline(false);
  await expect(page.getByText(/^Offline\./)).toHaveCount(0);
});
