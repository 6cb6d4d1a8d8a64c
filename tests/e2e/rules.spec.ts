import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { ask, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { allListings, requestsSeen } from './harness/market';
import { objections, settle } from './screens/look';
import { liveIn } from './screens/typical-seller';

/** From a template to a live run and back, on the production build and with the market's own prices as the proof. */

test.use({ marketOptions: { listings: 24, orders: 12, seed: 5, speed: 0 } });
// A whole sync comes first, which alone may take most of a minute where others work too.
test.setTimeout(120_000);

const figures = (text: string | null) => (text ?? '').match(/\d+/g)?.map(Number) ?? [];

/** Prices on the market by listing, past the extension. */
async function pricesOf(market: Parameters<typeof allListings>[0]): Promise<ReadonlyMap<string, string>> {
  return new Map((await allListings(market)).map(({ id, price_cents: cents }) => [id, cents]));
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...before.keys()].filter((id) => before.get(id) !== after.get(id));
}

async function axeFree(page: Page, what: string): Promise<void> {
  await settle(page);
  expect(await objections(page), what).toEqual([]);
}

test('a rule from a template, its preview, a run applied in part, live, paused from the popup, taken back', async ({
  extension,
  market,
}) => {
  test.setTimeout(240_000);
  const quiet = await syncedSeller(extension, market.token);
  await liveIn(quiet);
  const atFirst = await pricesOf(market);
  const page = await extension.page('dashboard.html#/rules');
  page.setDefaultTimeout(20_000);

  await test.step('an empty screen offers templates; the preview beside the editor counts', async () => {
    await expect(page.getByTestId('empty-state')).toContainText('No rules yet');
    await axeFree(page, 'no rules');
    await page.getByRole('link', { name: /^A dollar below, at least break-even/ }).click();
    await expect(page.getByTestId('rule-sentence')).toContainText(
      'Undercut the lowest ask by $1, never below break-even',
    );
    const preview = page.getByTestId('rule-preview');
    await expect(preview).toContainText(/listings would change/);
    await expect(preview).toContainText(/held: cost unknown/);
    await page.getByLabel('By how much').fill('5 %');
    await expect(page.getByTestId('rule-sentence')).toContainText('by 5 %');
    await page.getByLabel('By how much').fill('nonsense');
    await expect(page.getByText('Write whole or exact dollars, such as 80 or 79.50.')).toBeVisible();
    await page.getByLabel('By how much').fill('1');
    await axeFree(page, 'editor');
    await page.getByTestId('save-rule').click();
    const rule = page.getByRole('listitem').filter({ hasText: 'Undercut the lowest ask by $1' });
    await expect(rule).toHaveCount(1);
    await rule.getByRole('switch').press('Space');
    await expect(rule.getByRole('switch')).toBeChecked();
    await axeFree(page, 'rules');
  });

  await test.step('a run is previewed: nothing is sent', async () => {
    await page.getByRole('button', { name: 'Preview of a run' }).click();
    await page.getByTestId('run').first().click();
    await expect(page.getByTestId('run-summary')).toContainText('Preview, nothing was sent', { timeout: 60_000 });
    expect(changed(atFirst, await pricesOf(market))).toEqual([]);
    await page.getByRole('button', { name: /^Left as they are/ }).click();
    await expect(page.getByTestId('hold-cost-unknown')).toContainText('Cost unknown');
    await page.getByRole('button', { name: /^Would change/ }).click();
    await axeFree(page, 'preview of a run');
    await page.locator('[data-index="0"] button').first().click();
    const decision = page.getByRole('dialog');
    await expect(decision).toContainText('How it was decided');
    await expect(decision).toContainText('Its floor is');
    await axeFree(page, 'a decision');
    await page.keyboard.press('Escape');
  });

  await test.step('one price of it is applied, and only that one changes', async () => {
    await page.getByRole('row').nth(1).getByRole('checkbox').check();
    await expect(page.getByTestId('apply-run')).toHaveText('Apply 1 price');
    await page.getByTestId('apply-run').click();
    await expect.poll(async () => changed(atFirst, await pricesOf(market)).length, { timeout: 60_000 }).toBe(1);
  });

  await test.step('live wants a look at the run and a word', async () => {
    await page.getByTestId('go-live').click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Let rules change prices?');
    await expect(dialog).toContainText('Alt+Shift+P');
    await axeFree(page, 'going live');
    await dialog.getByRole('button', { name: 'Go live' }).click();
    await expect(page.getByTestId('repricing-mode').first()).toHaveAttribute('data-mode', 'live');
    await expect
      .poll(async () => changed(atFirst, await pricesOf(market)).length, { timeout: 90_000 })
      .toBeGreaterThan(1);
  });

  await test.step('the popup says live and pauses', async () => {
    const popup = await extension.page('popup.html');
    await expect(popup.getByTestId('repricing-mode')).toHaveAttribute('data-mode', 'live');
    await popup.getByTestId('pause-repricing').click();
    await expect(popup.getByTestId('repricing-mode')).toHaveAttribute('data-mode', 'paused');
    await popup.close();
    await expect(page.getByTestId('repricing-mode').first()).toHaveAttribute('data-mode', 'paused');
  });

  await test.step('activity tells it all, and the run is put back', async () => {
    await expect
      .poll(async () => (await readTables(quiet, ['outbox'])).outbox.filter(isOpen).length, { timeout: 60_000 })
      .toBe(0);
    const moved = changed(atFirst, await pricesOf(market));
    await page.getByTestId('tab-activity').click();
    await expect(
      page
        .getByRole('row')
        .filter({ hasText: /^Run: \d+ changed/ })
        .first(),
    ).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'Repricing paused' })).toHaveCount(1);
    await axeFree(page, 'activity');
    const download = page.waitForEvent('download');
    await page.getByTestId('export-activity').click();
    expect((await download).suggestedFilename()).toMatch(/^archvd-activity-\d{4}-\d\d-\d\d\.csv$/);
    const row = page
      .getByRole('row')
      .filter({ hasText: /^Run: \d+ changed/ })
      .first();
    const [sent = 0] = figures(await row.textContent());
    await row.getByRole('button').first().click();
    await page.getByTestId('undo-run').click();
    await page.getByRole('button', { name: 'Put them back' }).click();
    await expect
      .poll(async () => changed(atFirst, await pricesOf(market)).length, { timeout: 60_000 })
      .toBeLessThan(moved.length);
    expect(sent).toBeGreaterThan(0);
  });

  await test.step('every change of a price went through one door, as a batch', async () => {
    const writes = (await requestsSeen(market)).filter(({ method }) => method !== 'GET').map(({ path }) => path);
    expect([...new Set(writes)].every((path) => path.includes('batch'))).toBe(true);
  });
});

function isOpen({ state }: Record<string, unknown>): boolean {
  return state === 'pending' || state === 'sending' || state === 'unknown';
}

test('rules by keys and by mouse: order, and what is unsaved is not lost', async ({ extension, market }) => {
  const quiet = await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/rules?item=new:match');
  for (const item of ['new:match', 'new:clear-stock']) {
    await page.evaluate((hash) => window.location.assign(hash), `#/rules?item=${item}`);
    await page.getByTestId('save-rule').click();
    await expect(page.getByRole('list', { name: 'Rules' })).toBeVisible();
  }
  const names = () => page.getByRole('list', { name: 'Rules' }).getByRole('link').allTextContents();
  await expect.poll(names).toEqual(['Match the lowest ask', 'Clear stock older than 60 days']);
  await page.getByRole('switch', { name: 'Use Clear stock older than 60 days' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(names).toEqual(['Clear stock older than 60 days', 'Match the lowest ask']);
  await expect(page.getByRole('switch', { name: 'Use Clear stock older than 60 days' })).toBeFocused();
  await expect
    .poll(async () => {
      const rules = (await readTables(quiet, ['repricingRules'])).repricingRules;
      return rules.toSorted((a, b) => Number(a.priority) - Number(b.priority)).map(({ name }) => name);
    }, 'the books have followed, and move nothing while a row is dragged')
    .toEqual(['Clear stock older than 60 days', 'Match the lowest ask']);
  const row = (name: string) =>
    page.getByRole('list', { name: 'Rules' }).getByRole('listitem').filter({ hasText: name });
  await row('Match the lowest ask').getByTestId('drag-rule').dragTo(row('Clear stock older than 60 days'));
  await expect.poll(names).toEqual(['Match the lowest ask', 'Clear stock older than 60 days']);

  await page.getByRole('link', { name: 'Match the lowest ask' }).first().click();
  await page.getByLabel('Name').fill('Match, but mine');
  await page.getByTestId('tab-selling').click();
  await page.getByTestId('tab-rules').click();
  await expect(page.getByText('not saved')).toBeVisible();
  await page.getByRole('list', { name: 'Rules' }).getByRole('link', { name: 'Match the lowest ask' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Match, but mine');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('not saved')).toHaveCount(0);
  const rules = await ask(quiet, 'repricing/mode', { mode: 'paused', seenRunId: null });
  expect(rules).toMatchObject({ ok: true, mode: 'paused' });
  await expect(page.getByTestId('go-on')).toBeVisible();
});

test('price limits of several pairs and of one, refused where they contradict, and taken back', async ({
  extension,
  market,
}) => {
  const quiet = await syncedSeller(extension, market.token);
  const limits = async () =>
    (await readTables(quiet, ['inventory'])).inventory
      .map(({ priceMinimum, priceMaximum }) => [dollars(priceMinimum), dollars(priceMaximum)])
      .filter(([least, most]) => least !== null || most !== null);
  const page = await extension.page('dashboard.html#/selling');
  await page.getByRole('row').nth(3).waitFor();
  await page.keyboard.press('j');
  await expect(page.getByRole('row').nth(1).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByTestId('bulk-more').click();
  await page.getByRole('menuitem', { name: 'Price limits…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lowest price').fill('300');
  await dialog.getByLabel('Highest price').fill('200');
  await dialog.getByTestId('apply-bounds').click();
  await expect(dialog.getByRole('alert')).toContainText('would be above the highest. Nothing was changed.');
  await axeFree(page, 'price limits');
  await dialog.getByLabel('Highest price').fill('900');
  await dialog.getByTestId('apply-bounds').click();
  await expect(page.getByText('Price limits of 2 pairs changed.')).toBeVisible();
  expect(await limits()).toEqual([
    [300, 900],
    [300, 900],
  ]);
  await page.keyboard.press('Control+z');
  await expect.poll(limits).toEqual([]);

  await page.keyboard.press('Escape');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByTestId('price-minimum').click();
  await page.keyboard.type('95');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('price-minimum')).toHaveText('$95');
  expect(await limits()).toEqual([[95, null]]);
});

function dollars(amount: unknown): number | null {
  return amount === null ? null : (amount as { readonly minor: number }).minor / 100;
}
