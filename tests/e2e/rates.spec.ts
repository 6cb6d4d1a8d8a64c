import { readTables } from '../../scripts/read-tables';
import { ask, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, settle } from './screens/look';

/** Exchange rates are taken back: one that was typed, one that was removed, and a whole file of them. */

test.use({ marketOptions: { listings: 10, orders: 5, seed: 5, speed: 0 } });

const DAY_MS = 24 * 60 * 60_000;
const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

test('a rate typed, typed over, removed and brought back; a file of rates taken back leaves what it replaced', async ({
  extension,
  market,
}) => {
  test.setTimeout(120_000);
  const quiet = await syncedSeller(extension, market.token);
  const page = await extension.page('options.html#/settings?view=currency');
  page.setDefaultTimeout(15_000);
  const rates = async () => {
    const { fxRates } = await readTables(page, ['fxRates']);
    return fxRates
      .map(({ base, quote, rateE8, source }) => `${String(base)}/${String(quote)} ${String(rateE8)} ${String(source)}`)
      .toSorted();
  };

  await test.step('typed, and back', async () => {
    await page.getByTestId('add-rate').click();
    const form = page.getByTestId('rate-form');
    await form.getByLabel('From').selectOption('EUR');
    await form.getByLabel('Into').selectOption('USD');
    await form.getByRole('textbox', { name: '1 EUR in USD' }).fill('1.0825');
    await form.getByRole('button', { name: 'Keep rate' }).click();
    await expect(form).toBeHidden();
    await expect.poll(rates).toEqual(['EUR/USD 108250000 you']);
    await expect(page.getByText('Kept: 1 EUR = 1.0825 USD.')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect.poll(rates).toEqual([]);
    await expect(page.getByText('No rate is kept yet.')).toBeVisible();
  });

  await test.step('removed, and back', async () => {
    const typed = { base: 'EUR', quote: 'USD', rateE8: 108_250_000, asOf: Date.now() - 9 * DAY_MS } as const;
    expect(await ask(quiet, 'fx/set-rate', typed)).toMatchObject({ ok: true });
    await page.getByRole('button', { name: /^Remove 1 EUR/ }).click();
    await expect.poll(rates).toEqual([]);
    await expect(page.getByText('Removed: 1 EUR = 1.0825 USD.')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect.poll(rates).toEqual(['EUR/USD 108250000 you']);
    await settle(page);
    expect(await objections(page)).toEqual([]);
  });

  await test.step('a file of the ECB comes in, also over one that was typed', async () => {
    await page.getByLabel('Show profit in').first().fill('GBP');
    await page.getByRole('option', { name: /^GBP/ }).click();
    const asOf = Date.parse(dayBefore(2));
    const typed = { base: 'USD', quote: 'GBP', rateE8: 70_000_000, asOf } as const;
    expect(await ask(quiet, 'fx/set-rate', typed)).toMatchObject({ ok: true });
    const days = [1, 2, 3].map((nth) => `${dayBefore(nth)},1.1,0.88,`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'eurofxref-hist.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['Date,USD,GBP,', ...days].join('\n')),
    });
    await expect(page.getByText('Rates of 3 days kept.', { exact: false })).toBeVisible();
    await expect
      .poll(async () => (await rates()).filter((rate) => rate.startsWith('USD/GBP 80000000 ECB')).length)
      .toBe(3);
  });

  await test.step('taken back among past imports', async () => {
    const files = await extension.page('dashboard.html#/files?view=past');
    files.setDefaultTimeout(15_000);
    const past = files.getByTestId('past-import');
    await expect(past).toContainText('eurofxref-hist.csv');
    await past.getByRole('button', { name: 'Take back' }).click();
    const dialog = files.getByRole('dialog');
    await expect(dialog).toContainText('Rates it brought go, those it replaced are back.');
    await dialog.getByRole('button', { name: 'Take back' }).click();
    await expect(dialog).toBeHidden();
    await expect(past).toContainText('taken back');
    await expect.poll(rates).toEqual(['EUR/USD 108250000 you', 'USD/GBP 70000000 you']);
  });
});
