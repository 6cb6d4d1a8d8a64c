import type { Page } from '@playwright/test';
import type { RunningExtension } from '../../scripts/launch-extension';
import { PRODUCT_A, URL_A } from '../fixtures/pages/stockx/make-page';
import { expect, test } from './harness/extension-test';
import { cardText, openWithCard } from './harness/site-pages';
import { serveStockx, stockxPage } from './harness/stockx-site';

/** A release on the page being read, put on the calendar from its card and from the panel beside it. */

const DAY_MS = 24 * 60 * 60_000;
const NAME = 'Aero Court 1 Low Test Lime';

const dateFrom = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** A product page that names its day, as the page's data writes it. */
function dated(date: string): string {
  const traits = [...PRODUCT_A.traits, { name: 'Release Date', value: `${date}T23:59:59.999Z` }];
  return stockxPage({ product: { ...PRODUCT_A, traits } });
}

let running: RunningExtension;
let home: Page;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  running = await openWithCard();
  home = await running.context.newPage();
  await home.goto(`chrome-extension://${running.extensionId}/dashboard.html`);
  await home.getByRole('button', { name: 'Try the demo market' }).click();
  await expect(home.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible({ timeout: 30_000 });
  await home.goto(`chrome-extension://${running.extensionId}/dashboard.html#/releases`);
});
test.afterAll(() => running.close());

async function openCard(html: string): Promise<Page> {
  await running.context.unrouteAll();
  await serveStockx(running.context, { [URL_A]: html });
  const page = await running.context.newPage();
  await page.goto(URL_A);
  await expect.poll(() => cardText(page), { timeout: 15_000 }).toMatch(/ZX1234-567/);
  return page;
}

const kept = () => home.getByTestId('release').filter({ hasText: NAME });

test('from the card: once, with its day and retail price, and taken back', async () => {
  const page = await openCard(dated(dateFrom(20)));
  const card = page.locator('archvd-card');
  await expect(card.getByText(/^Out \d+ \w+ \d{4} · \$120 retail$/)).toBeVisible({ timeout: 15_000 });

  await test.step('what a page makes up does nothing', async () => {
    await page.evaluate(() => {
      const root = document.querySelector('archvd-card')?.shadowRoot;
      const buttons = [...(root?.querySelectorAll('button') ?? [])];
      buttons.find(({ textContent }) => textContent === 'Add release')?.click();
    });
    await page.waitForTimeout(500);
    await expect(kept()).toHaveCount(0);
  });

  await test.step('a click adds it', async () => {
    await card.getByRole('button', { name: 'Add release' }).click();
    await expect(card.getByText('On the calendar')).toBeVisible();
    await expect(card.getByRole('button', { name: 'Add release' })).toHaveCount(0);
    await expect(kept()).toHaveCount(1);
    await expect(kept()).toContainText('$120');
    await expect(kept()).toContainText('from a page');
    await expect(home.getByText('in 20 days')).toBeVisible();
  });

  await test.step('the same page again makes no second one, and offers nothing to take back', async () => {
    await page.reload();
    await card.getByRole('button', { name: 'Add release' }).click();
    await expect(card.getByText('On the calendar')).toBeVisible();
    await expect(card.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    await expect(kept()).toHaveCount(1);
  });

  await test.step('what the card did it can take back', async () => {
    await home.getByRole('button', { name: `More about ${NAME}` }).click();
    await home.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(kept()).toHaveCount(0);
    await page.reload();
    await card.getByRole('button', { name: 'Add release' }).click();
    await expect(kept()).toHaveCount(1);
    await card.getByRole('button', { name: 'Undo' }).click();
    await expect(kept()).toHaveCount(0);
    await expect(card.getByRole('button', { name: 'Add release' })).toBeVisible();
  });
  await page.close();
});

test('what came out already is not offered', async () => {
  const page = await openCard(dated(dateFrom(-2)));
  await page.waitForTimeout(1000);
  expect(await cardText(page)).not.toMatch(/Add release/);
  await page.close();
});

test('from the panel, which knows what is on the calendar', async () => {
  const panel = await running.context.newPage();
  await panel.goto(`chrome-extension://${running.extensionId}/sidepanel.html#/page`);
  const page = await openCard(dated(dateFrom(30)));
  await page.bringToFront();
  await panel.getByRole('button', { name: 'Add release' }).click({ timeout: 15_000 });
  await expect(panel.getByRole('link', { name: 'On the calendar' })).toBeVisible();
  await expect(kept()).toHaveCount(1);
  await panel.getByRole('link', { name: 'On the calendar' }).click();
  await expect(panel.getByTestId('release').filter({ hasText: NAME })).toBeVisible();
});
