import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { ask, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { allListings, control, type WireListing } from './harness/market';

/** What a seller does to listings, with the market's own word for what became of it. */

test.use({ marketOptions: { listings: 40, orders: 10, seed: 5, speed: 0 } });
// A whole sync comes first, which alone may take most of a minute where others work too.
test.setTimeout(120_000);

const SENT_MS = 20_000;

type Row = Record<string, unknown>;

async function live(page: Page): Promise<Row[]> {
  const { listings } = await readTables(page, ['listings']);
  return listings.filter((row) => row.status === 'active');
}

/** Every listed pair cost so much: rules and floors have something to go by. */
async function giveCosts(page: Page, dollars: number): Promise<void> {
  const { inventory } = await readTables(page, ['inventory']);
  const pairIds = inventory.filter((row) => row.status === 'listed').map((row) => String(row.id));
  const cost = { minor: dollars * 100, currency: 'USD' as const };
  expect(await ask(page, 'pairs/edit', { pairIds, changes: { cost } })).toMatchObject({ ok: true });
}

/** A pair in stock like one that is listed, so that its product and its market are known. */
async function stockOf(page: Page, row: Row): Promise<string> {
  const size = row.size as { value: number; system: 'US' };
  const answer = await ask(page, 'pairs/add', {
    drafts: [
      {
        quantity: 1,
        catalogId: String(row.catalogId),
        styleCode: null,
        name: '',
        brand: '',
        size,
        condition: 'new',
        packaging: 'good',
        cost: { minor: 1000, currency: 'USD' },
        otherCosts: null,
        boughtAt: null,
        supplier: 'Corner shop',
        tags: [],
        note: '',
        location: null,
        photo: null,
      },
    ],
  });
  if (!answer.ok) throw new Error(answer.error.message);
  return String(answer.pairIds[0]);
}

const priceOf = (listings: readonly WireListing[], id: unknown) =>
  Number(listings.find((each) => each.id === id)?.price_cents);

test('with keys alone: a pair of the inventory is on alias in under 30 seconds, and once', async ({
  extension,
  market,
}) => {
  const quiet = await syncedSeller(extension, market.token);
  const { marketPrices, products } = await readTables(quiet, ['marketPrices', 'products']);
  // Some are listed with pictures only.
  const plain = new Set(products.filter((row) => row.requiresPictures === false).map((row) => String(row.catalogId)));
  const asked = new Set(
    marketPrices
      .filter((row) => row.lowestAsk !== null && plain.has(String(row.catalogId)))
      .map((row) => String(row.catalogId)),
  );
  const like = (await live(quiet)).find(
    (row) => row.condition === 'new' && row.packaging === 'good' && asked.has(String(row.catalogId)),
  );
  if (like === undefined) throw new Error('The market has no such listing');
  const pairId = await stockOf(quiet, like);
  const before = await allListings(market);
  const page = await extension.page('dashboard.html#/inventory?q=Corner%20shop');
  await page.getByRole('row').nth(1).waitFor();
  const started = performance.now();
  await page.keyboard.press('j');
  await expect(page.getByRole('row').nth(1).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('l');
  await expect(page.getByTestId('list-price')).toBeFocused();
  await expect(page.getByTestId('list-price')).not.toHaveValue('');
  const price = Number(await page.getByTestId('list-price').inputValue());
  expect(price, 'a price is there already').toBeGreaterThan(0);
  // Above every offer: at or below one it would sell at once, which wants a second word.
  const offers = marketPrices
    .filter((row) => row.catalogId === like.catalogId)
    .map((row) => ((row.highestOffer as { minor: number } | null)?.minor ?? 0) / 100);
  const wanted = Math.max(price, ...offers) + 20;
  await page.keyboard.type(String(wanted));
  await expect(page.getByTestId('list-it')).toHaveText(`List for $${wanted.toLocaleString('en-US')}`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 new listing is on its way')).toBeVisible();
  const made = async () => (await allListings(market)).filter(({ id }) => before.every((each) => each.id !== id));
  await expect
    .poll(async () => (await made()).map(({ status }) => status), { timeout: SENT_MS })
    .toEqual(['LISTING_STATUS_ACTIVE']);
  const seconds = (performance.now() - started) / 1000;
  test.info().annotations.push({ type: 'seconds', description: seconds.toFixed(1) });
  expect(seconds).toBeLessThan(30);
  expect((await made())[0]).toMatchObject({ price_cents: String(wanted * 100) });
  await expect
    .poll(async () => (await readTables(page, ['inventory'])).inventory.find((row) => row.id === pairId)?.status, {
      timeout: SENT_MS,
    })
    .toBe('listed');
});

test('a price is changed where it stands: what it brings is said, and a loss wants a second word', async ({
  extension,
  market,
}) => {
  const quiet = await syncedSeller(extension, market.token);
  await giveCosts(quiet, 1000);
  const page = await extension.page('dashboard.html#/selling');
  await page.getByRole('row').nth(1).waitFor();
  await page.keyboard.press('j');
  const button = page.getByTestId('price').first();
  const now = Number((await button.textContent())?.replaceAll(/[^0-9]/g, ''));
  await page.keyboard.press('e');
  await expect(page.getByTestId('price-input')).toBeFocused();
  const wanted = now + 7;
  await page.keyboard.type(`${wanted}.50`);
  await expect(page.getByText('Whole dollars only.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(String(wanted));
  await expect(page.getByRole('group', { name: 'At this price' }).getByText(/^Below the floor of/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('send-anyway'), 'nothing is sent yet').toBeFocused();
  expect((await readTables(page, ['outbox'])).outbox).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 price change is on its way')).toBeVisible();
  await expect
    .poll(async () => (await allListings(market)).filter((each) => each.price_cents === String(wanted * 100)).length, {
      timeout: SENT_MS,
    })
    .toBe(1);
  await expect(page.getByTestId('price').first()).toHaveText(`$${wanted.toLocaleString('en-US')}`, {
    timeout: SENT_MS,
  });
});

test('many at once: off sale, and back by one undo', async ({ extension, market }) => {
  await syncedSeller(extension, market.token);
  const active = async () =>
    (await allListings(market)).filter((each) => each.status === 'LISTING_STATUS_ACTIVE').length;
  const all = await active();
  const page = await extension.page('dashboard.html#/selling');
  await page.getByRole('row').nth(4).waitFor();
  await page.keyboard.press('j');
  for (let nth = 0; nth < 3; nth += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByTestId('bulk-bar')).toContainText('4 selected');
  await page.getByTestId('bulk-bar').getByRole('button', { name: 'Take off sale' }).click();
  const told = page.getByText('4 listings to take off sale are on their way');
  await expect(told).toBeVisible();
  // Under the mouse it stays, and with it the way back, however long the market takes.
  await told.hover();
  await expect.poll(active, { timeout: SENT_MS }).toBe(all - 4);
  await page.keyboard.press('Control+z');
  await expect.poll(active, { timeout: SENT_MS }).toBe(all);
});

test('a holiday takes everything off and brings exactly that back, and says so everywhere', async ({
  extension,
  market,
}) => {
  await syncedSeller(extension, market.token);
  const active = async () =>
    (await allListings(market))
      .filter((each) => each.status === 'LISTING_STATUS_ACTIVE')
      .map(({ id }) => id)
      .toSorted();
  const before = await active();
  const page = await extension.page('sidepanel.html#/selling');
  await page.setViewportSize({ width: 360, height: 760 });
  await page.getByTestId('selling-more').click();
  await page.getByRole('menuitem', { name: 'Go on holiday…' }).click();
  await page.getByRole('button', { name: `Take ${before.length} off sale` }).click();
  await expect.poll(active, { timeout: SENT_MS }).toEqual([]);
  const popup = await extension.page('popup.html');
  await expect(popup.getByTestId('vacation-banner')).toContainText(`${before.length} listings are off sale`, {
    timeout: SENT_MS,
  });
  await popup.close();
  await extension.killWorker('stop-all-workers');
  const dashboard = await extension.page('dashboard.html#/sales');
  await dashboard.getByTestId('vacation-back').click();
  await dashboard.getByRole('button', { name: `Put ${before.length} back on sale` }).click();
  await expect.poll(active, { timeout: SENT_MS }).toEqual(before);
  await expect(dashboard.getByTestId('vacation-banner')).toBeHidden({ timeout: SENT_MS });
  await expect(page.getByTestId('vacation-banner')).toBeHidden({ timeout: SENT_MS });
});

test('some go, one was changed elsewhere: both prices side by side, and the person chooses', async ({
  extension,
  market,
}) => {
  const quiet = await syncedSeller(extension, market.token);
  await giveCosts(quiet, 10);
  const page = await extension.page('dashboard.html#/selling');
  await page.getByRole('row').nth(3).waitFor();
  const shown = await live(quiet);
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByTestId('bulk-bar').getByRole('button', { name: 'Edit price' }).click();
  await page.getByRole('button', { name: '+ or − $' }).click();
  await page.getByTestId('bulk-amount').fill('3');
  await expect(page.getByTestId('send-prices')).toHaveText('Send 3 prices');
  // Somebody changes one of them in alias's own app before it is sent.
  const title = await page.getByRole('dialog').getByRole('row').nth(1).textContent();
  const from = Number(/\$([\d,]+) →/.exec(title ?? '')?.[1]?.replace(',', '')) * 100;
  // Several listings may cost the same: whichever of them is among the three, it is changed.
  const alike = shown.filter((row) => (row.price as { minor: number }).minor === from);
  for (const { externalId } of alike) await control(market, 'edit', { listingId: externalId, priceCents: from + 5000 });
  await page.getByTestId('send-prices').click();
  const tracker = page.getByTestId('tracker');
  await expect(tracker).toContainText('3 price changes: 2 done, 1 changed elsewhere', { timeout: SENT_MS });
  const { outbox } = await readTables(page, ['outbox']);
  const sent = outbox.map((row) => row.write as { readonly externalId: string });
  const victim = alike.find(({ externalId }) => sent.some((write) => write.externalId === externalId));
  await tracker.getByTestId('tracker-show').click();
  const drawer = page.getByTestId('tracker-drawer');
  await expect(drawer.getByText('You wanted')).toBeVisible();
  await expect(drawer.getByText('alias has now')).toBeVisible();
  await drawer.getByTestId('send-mine').click();
  await expect
    .poll(async () => priceOf(await allListings(market), victim?.externalId), { timeout: SENT_MS })
    .toBe(from + 300);
  await page.keyboard.press('Escape');
  await expect(tracker, 'nothing is open any more').toBeHidden({ timeout: SENT_MS });
});
