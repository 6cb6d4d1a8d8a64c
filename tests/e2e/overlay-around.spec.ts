import type { Page } from '@playwright/test';
import type { RunningExtension } from '../../scripts/launch-extension';
import { SHOE_A_URL, SHOE_B_URL } from '../fixtures/pages/goat/make-page';
import { URL_A } from '../fixtures/pages/stockx/make-page';
import { ITEM_ID, ITEM_URL, makeVintedPage, vintedProduct } from '../fixtures/pages/vinted/make-page';
import { expect, test } from './harness/extension-test';
import { productPage, serveGoat } from './harness/goat-site';
import { buildWithCard, cards, openWithCard, serveSite } from './harness/site-pages';
import { serveStockx } from './harness/stockx-site';

/** What goes on around the card: which sites are allowed, the panel beside the page, look-ups, and what is counted. */

/** Only what runs inside the worker and the browser's own page below. */
declare const chrome: {
  developerPrivate: {
    updateExtensionConfiguration(change: object): Promise<void>;
    addHostPermission(extensionId: string, host: string): Promise<void>;
    removeHostPermission(extensionId: string, host: string): Promise<void>;
  };
  scripting: { getRegisteredContentScripts(): Promise<{ id: string; matches: string[] }[]> };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
  omnibox: {
    onInputChanged: { dispatch(text: string, suggest: (found: { description: string }[]) => void): void };
    onInputEntered: { dispatch(text: string): void };
  };
  tabs: { query(filter: object): Promise<{ id: number; windowId: number; url?: string }[]> };
};

async function startDemo(running: Pick<RunningExtension, 'context' | 'extensionId'>): Promise<Page> {
  const home = await running.context.newPage();
  await home.goto(`chrome-extension://${running.extensionId}/dashboard.html`);
  await home.getByRole('button', { name: 'Try the demo market' }).click();
  await expect(home.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible({ timeout: 30_000 });
  return home;
}

test.beforeAll(() => {
  test.setTimeout(240_000);
  buildWithCard();
});

test('a site that is allowed gets its card in the open page, and loses it at once when that is taken back', async () => {
  const running = await openWithCard();
  const { context, worker, extensionId } = running;
  await serveGoat(context);
  await serveStockx(context);
  const goat = await context.newPage();
  await goat.goto(SHOE_A_URL);
  const stockx = await context.newPage();
  await stockx.goto(URL_A);
  // The person's own switch asks through a window of the browser that no test can press; this is the same list behind it.
  const settings = await context.newPage();
  await settings.goto(`chrome://extensions/?id=${extensionId}`);
  const turn = (what: 'addHostPermission' | 'removeHostPermission', host: string) =>
    settings.evaluate(([name, id, pattern]) => chrome.developerPrivate[name](id, pattern), [
      what,
      extensionId,
      host,
    ] as const);
  const scripts = () =>
    worker.evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).map(({ id, matches }) => [id, matches]),
    );
  // From here on no site is allowed, as in a fresh installation.
  await settings.evaluate(
    (id) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_SPECIFIC_SITES' }),
    extensionId,
  );
  await expect.poll(scripts).toEqual([]);
  await expect.poll(async () => (await cards(goat)) + (await cards(stockx))).toBe(0);
  await turn('addHostPermission', 'https://www.goat.com/*');
  await expect.poll(() => cards(goat)).toBe(1);
  await expect.poll(scripts).toEqual([['detector-goat', ['https://www.goat.com/*']]]);
  expect(await cards(stockx)).toBe(0);
  await turn('addHostPermission', 'https://stockx.com/*');
  await expect.poll(() => cards(stockx)).toBe(1);
  await turn('removeHostPermission', 'https://www.goat.com/*');
  await expect.poll(() => cards(goat)).toBe(0);
  expect(await cards(stockx)).toBe(1);
  await expect.poll(scripts).toEqual([['detector-stockx', ['https://stockx.com/*']]]);
  await running.close();
});

test.describe('with every site allowed', () => {
  let running: RunningExtension;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    running = await openWithCard();
    await startDemo(running);
  });
  test.afterAll(() => running.close());

  test('each settled page is counted once, and Diagnostics says how it was read', async () => {
    const { context, extensionId } = running;
    await serveGoat(context);
    const home = await context.newPage();
    await home.goto(`chrome-extension://${extensionId}/dashboard.html#/diagnostics`);
    const part = home.locator('section', { has: home.getByRole('heading', { name: 'Pages read' }) });
    for (const [url, counted] of [
      [SHOE_A_URL, /^1 page\b/],
      [SHOE_B_URL, /^2 pages\b/],
    ] as const) {
      const page = await context.newPage();
      await page.goto(url);
      await expect.poll(() => cards(page)).toBe(1);
      // A page is counted once it has come to rest.
      await expect(part.getByText(counted).first()).toBeVisible({ timeout: 20_000 });
      await page.close();
    }
    await expect(part.getByText('GOAT')).toBeVisible();
    await home.close();
  });

  test('a selected text is looked up: the books’ own product, or the search', async () => {
    const { context, worker, extensionId } = running;
    const look = (selectionText: string) =>
      worker.evaluate(
        (text) => chrome.contextMenus.onClicked.dispatch({ menuItemId: 'look-up', selectionText: text }, {}),
        selectionText,
      );
    const opened = () =>
      context
        .pages()
        .map((page) => page.url())
        .filter((url) => url.startsWith(`chrome-extension://${extensionId}/dashboard`));
    await look('Dunk Low Retro “Panda” (DD1391-100)');
    await expect.poll(opened).toEqual([expect.stringContaining('#/market?product=')]);
    await look('some shoe nobody knows');
    await expect.poll(opened).toEqual([expect.stringContaining('#/market?q=some+shoe+nobody+knows')]);
  });

  test('the keyword in the address bar suggests what the books know', async () => {
    const found = await running.worker.evaluate(
      () =>
        new Promise<string[]>((resolve) =>
          chrome.omnibox.onInputChanged.dispatch('dd1391-100', (all) =>
            resolve(all.map(({ description }) => description)),
          ),
        ),
    );
    expect(found[0]).toContain('DD1391-100');
    await running.worker.evaluate(() => chrome.omnibox.onInputEntered.dispatch('panda'));
    await expect
      .poll(() => running.context.pages().map((page) => page.url()))
      .toContainEqual(expect.stringContaining('#/market?q=panda'));
  });

  // A panel in a tab of its own follows the tab in front of its window just as one at the side does.
  test('This page follows the tab in front, and what is chosen in it', async () => {
    const { context, extensionId } = running;
    const url = SHOE_A_URL.replace('zx1234-567', 'dd1391-100');
    const html = productPage().replaceAll('ZX1234 567', 'DD1391 100').replaceAll('zx1234-567', 'dd1391-100');
    await serveGoat(context, { [url]: html });
    await serveStockx(context);
    const panel = await context.newPage();
    await panel.goto(`chrome-extension://${extensionId}/sidepanel.html#/page`);
    const goat = await context.newPage();
    await goat.goto(url);
    await goat.bringToFront();
    await expect(panel.getByText(/DD1391-100/)).toBeVisible({ timeout: 15_000 });
    await panel.getByRole('combobox', { name: 'Size' }).selectOption('10');
    await expect(panel.getByText('Buy here $189')).toBeVisible();
    // What the card says the panel says: each way to sell, and what nobody has told of the site's fees.
    await expect(panel.getByText('not counted: fees, shipping, duty')).toBeVisible();
    await expect(panel.getByText(/^Sell on alias/)).toBeVisible();
    await expect(panel.getByText(/^Max buy for 15 % ROI/)).toBeVisible();
    await panel.getByText('All sizes').click();
    await panel.getByRole('table').getByRole('button', { name: 'US 9' }).click();
    await expect(panel.getByText('Buy here $175')).toBeVisible();
    const stockx = await context.newPage();
    await stockx.goto(URL_A);
    await stockx.bringToFront();
    await expect(panel.getByText(/ZX1234-567/).first()).toBeVisible({ timeout: 15_000 });
    await stockx.goto('https://stockx.com/retro-jordans');
    await expect(panel.getByText('No product page in this tab')).toBeVisible({ timeout: 15_000 });
    await goat.bringToFront();
    await expect(panel.getByText(/DD1391-100/)).toBeVisible({ timeout: 15_000 });
    await expect(panel.getByRole('button', { name: 'Add to inventory' })).toBeVisible();
  });

  test('This page asks which shoe it is where the page does not say, and which US size a foreign one is', async () => {
    const { context, extensionId } = running;
    const named = ITEM_URL.replace('?referrer=catalog', '');
    const url = named.replace(ITEM_ID, '5000000002');
    await serveSite(context, {
      origin: 'https://www.vinted.fr',
      pages: {
        [named]: makeVintedPage().replaceAll('ZX1234-567', 'DD1391-100'),
        [url]: makeVintedPage({
          id: '5000000002',
          name: 'Baskets nike',
          jsonLd: [vintedProduct({ name: 'Baskets nike' }, { url })],
        }),
      },
      plain: '',
    });
    const panel = await context.newPage();
    await panel.goto(`chrome-extension://${extensionId}/sidepanel.html#/page`);
    const tab = await context.newPage();
    await tab.goto(named);
    await panel.getByRole('button', { name: 'EU 42 is US 8.5 by the Nike chart' }).click({ timeout: 15_000 });
    await expect(
      panel.getByRole('combobox', { name: 'Size' }).getByRole('option', { name: 'EU 42 = US 8.5' }),
    ).toBeAttached();
    await tab.goto(url);
    await panel.getByRole('textbox', { name: 'Style code' }).fill('nothing like it');
    await panel.getByRole('button', { name: 'Look up' }).click();
    await expect(panel.getByText('This is not a style code, such as DD1391-100.')).toBeVisible();
    await panel.getByRole('textbox', { name: 'Style code' }).fill('dd1391 100');
    await panel.getByRole('button', { name: 'Look up' }).click();
    await expect(panel).toHaveURL(/#\/market\?q=DD1391-100/);
  });
});
