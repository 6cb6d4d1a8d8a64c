import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { ask, putRows, QUIET_PAGE, readBooks, syncedSeller, waitForRest } from './harness/books';
import { readStorage, sendRaw } from './harness/browser-api';
import { expect, test, type ExtensionUnderTest } from './harness/extension-test';
import { INPUTS } from './harness/attack-inputs';
import { attack } from './harness/hostile-page';
import { HOSTILE, poison } from './harness/hostile-rows';
import { requestsSeen } from './harness/market';

/** I19: a web page cannot make the extension do, tell or run anything; what a market calls things is only text. */

test.use({ marketOptions: { listings: 30, orders: 30, seed: 9, speed: 0 } });

const PATHS = ['dashboard.html', 'popup.html', 'sidepanel.html', 'options.html', 'manifest.json', 'background.js'];

const crafted = (pairId: string): object[] =>
  Object.entries(INPUTS).map(([name, input]) => ({
    archvd: 1,
    id: crypto.randomUUID(),
    name,
    input: {
      ...input,
      ...('pairId' in input ? { pairId } : {}),
      ...('pairIds' in input ? { pairIds: [pairId] } : {}),
    },
  }));

/** A web page of the marketplace, and one of a server on this machine, which the host permission of this build covers. */
async function hostilePages(extension: ExtensionUnderTest): Promise<{ pages: Page[]; close(): void }> {
  const html = '<!doctype html><title>Shoes</title><body>Shoes</body>';
  await extension.context.route('https://www.goat.com/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: html }),
  );
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const local = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const pages = [];
  for (const url of ['https://www.goat.com/sneakers/dunk-low-panda', local]) {
    const page = await extension.context.newPage();
    await page.goto(url);
    pages.push(page);
  }
  return { pages, close: () => server.close() };
}

async function everything(page: Page) {
  const { jobs: _jobs, jobRuns: _runs, budgets: _budgets, cursors: _cursors, ...books } = await readBooks(page);
  const storage = await readStorage(page);
  const vault = await ask(page, 'vault/status', {});
  const { snapshots } = await ask(page, 'snapshot/list', {});
  return { books, storage, vault, snapshots };
}

test('a web page that knows every message gets nothing and changes nothing', async ({ extension, market }) => {
  // Every message there is is tried in every way there is, from two pages.
  test.setTimeout(120_000);
  const quiet = await syncedSeller(extension, market.token);
  const pairId = String((await readTables(quiet, ['inventory'])).inventory[0]?.id);
  const dialogs: string[] = [];
  extension.context.on('dialog', (dialog) => (dialogs.push(dialog.message()), void dialog.dismiss()));
  const before = await everything(quiet);
  const asked = (await requestsSeen(market)).length;
  const { pages, close } = await hostilePages(extension);
  for (const page of pages) {
    const loot = await page.evaluate(attack, {
      extensionId: extension.extensionId,
      messages: crafted(pairId),
      paths: PATHS,
    });
    expect(loot.tried).toEqual(expect.arrayContaining(['postMessage', 'fetch', 'iframe', 'window.open']));
    expect(loot.answers, page.url()).toEqual([]);
    for (const frame of page.frames()) expect(frame.url()).not.toContain(`${extension.extensionId}/dashboard`);
  }
  close();
  expect(await everything(quiet)).toEqual(before);
  const later = (await requestsSeen(market)).slice(asked);
  expect(later.filter((request) => request.path === '/api/v1/test' || request.status === 401)).toEqual([]);
  expect(dialogs).toEqual([]);
  // The same messages from a page of our own do something: it was not their shape that stopped them.
  const own = crafted(pairId).find((message) => 'name' in message && message.name === 'pair/set-cost') ?? {};
  expect(await sendRaw(quiet, own)).toMatchObject({ ok: true, output: { ok: true } });
});

test('messages of the wrong shape are refused, whoever sends them', async ({ extension }) => {
  const page = await extension.page(QUIET_PAGE);
  // What a new worker writes by itself is written, the first copy of the books too; whatever comes after it comes from a
  // message.
  await expect.poll(async () => (await readTables(page, ['jobs'])).jobs.length).toBeGreaterThan(0);
  await waitForRest(page);
  const before = await everything(page);
  const id = crypto.randomUUID();
  const refused = async (message: object) =>
    expect(await sendRaw(page, message)).toMatchObject({ ok: false, error: { code: expect.any(String) } });
  await refused({ archvd: 1, id, name: 'constructor', input: {} });
  await refused({ archvd: 1, id, name: 'sync/now', input: { full: true, constructor: { full: true } } });
  await refused({ archvd: 1, id, name: 'sync/now', input: 'x'.repeat(100_000) });
  await refused({ archvd: 1, id: 'not-an-id', name: 'sync/now', input: { full: true } });
  await refused({ archvd: 2, id, name: 'sync/now', input: { full: true } });
  expect(await everything(page)).toEqual(before);
});

/** Everything that went wrong on pages opened from now on. */
async function watch(extension: ExtensionUnderTest): Promise<string[]> {
  const trouble: string[] = [];
  const { context } = extension;
  context.on('dialog', (dialog) => (trouble.push(`dialog ${dialog.message()}`), void dialog.dismiss()));
  context.on('console', (message) => message.type() === 'error' && trouble.push(`console ${message.text()}`));
  context.on('weberror', (error) => trouble.push(`error ${error.error().message}`));
  await context.exposeFunction('noteViolation', (what: string) => void trouble.push(`violation ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { noteViolation(what: string): void }).noteViolation(
        `${event.violatedDirective} ${event.blockedURI}`,
      );
    });
  });
  return trouble;
}

/** Nothing in the page came out of a text: no element, no handler, no address. */
async function madeFromText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = [...document.querySelectorAll('img[src="x"], svg[onload], [onerror], [onload], script:not([src])')];
    // A picture's address is never run as code; every other address could be.
    const named = ['src', 'href', 'action', 'formaction', 'data', 'xlink:href'];
    const addresses = [...document.querySelectorAll('*:not(img)')].flatMap((element) =>
      named.map((name) => element.getAttribute(name) ?? ''),
    );
    return [
      ...found.map((element) => element.outerHTML.slice(0, 80)),
      ...addresses.filter((address) => /^\s*javascript:/i.test(address)),
    ];
  });
}

test('hostile names are text on every page', async ({ extension, market }) => {
  // Eleven pages are opened one after the other, some with hundreds of kilobytes of hostile text.
  test.setTimeout(180_000);
  const quiet = await syncedSeller(extension, market.token);
  const books = await readBooks(quiet);
  const trouble = await watch(extension);
  await ask(quiet, 'connection/disconnect', {});
  // What was being read when it was disconnected would be written over the poison.
  await waitForRest(quiet);
  for (const [table, rows] of poison(books)) await putRows(quiet, table, rows);
  const pairId = String(books.inventory?.[0]?.id);
  const places = [
    { place: 'dashboard.html#/today', lists: false },
    { place: 'dashboard.html#/inventory', lists: true },
    { place: `dashboard.html#/inventory?pair=${pairId}`, lists: true },
    { place: `dashboard.html#/inventory?q=${encodeURIComponent(HOSTILE[0])}`, lists: true },
    { place: 'dashboard.html#/selling', lists: true },
    { place: 'dashboard.html#/sales', lists: true },
    { place: 'dashboard.html#/pnl', lists: false },
    { place: 'dashboard.html#/settings', lists: false },
    { place: 'dashboard.html#/diagnostics', lists: true },
    { place: 'sidepanel.html#/inventory', lists: true },
    { place: 'popup.html', lists: false },
  ];
  for (const { place, lists } of places) {
    const page = await extension.page(place);
    await expect(page.locator('#root')).not.toBeEmpty();
    if (lists) await expect.poll(() => page.locator('body').innerText(), place).toContain(HOSTILE[0]);
    else await page.waitForTimeout(400);
    expect(await madeFromText(page), place).toEqual([]);
    await page.close();
  }
  expect(trouble).toEqual([]);
});
