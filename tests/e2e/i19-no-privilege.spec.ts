import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { PROTOCOL } from '../../lib/messaging/protocol';
import { readTables } from '../../scripts/read-tables';
import { ask, putRows, QUIET_PAGE, readBooks, syncedSeller } from './harness/books';
import { readStorage, sendRaw } from './harness/browser-api';
import { expect, test, type ExtensionUnderTest } from './harness/extension-test';
import { attack } from './harness/hostile-page';
import { HOSTILE, poison } from './harness/hostile-rows';
import { requestsSeen } from './harness/market';

/** I19: a web page cannot make the extension do, tell or run anything; what a market calls things is only text. */

test.use({ marketOptions: { listings: 30, orders: 30, seed: 9, speed: 0 } });

const DRAFT = {
  quantity: 1,
  catalogId: null,
  styleCode: 'DD1391-100',
  name: 'Pair of an attacker',
  brand: '',
  size: { value: 10, system: 'US' },
  condition: 'new',
  packaging: 'good',
  cost: null,
  otherCosts: null,
  boughtAt: null,
  supplier: null,
  tags: [],
  note: '',
  location: null,
  photo: null,
};

/** Inputs that would do something if they were obeyed. */
const INPUTS: Record<keyof typeof PROTOCOL, object> = {
  'connection/test': { token: 'token-of-an-attacker' },
  'connection/connect': { token: 'token-of-an-attacker', whenDifferent: 'start-over' },
  'connection/disconnect': {},
  'vault/status': {},
  'vault/lock': {},
  'vault/unlock': { passphrase: 'tin harbour seldom' },
  'vault/protect': {
    currentPassphrase: null,
    passphrase: 'passphrase of an attacker',
    keyMode: 'session',
    autoLockMinutes: null,
  },
  'sync/now': { full: true },
  'sync/cancel': {},
  'ledger/preview': { fileName: 'a.csv', text: 'sku,size,cost\nDD1391-100,10,1' },
  'ledger/import': { fileName: 'a.csv', text: 'sku,size,cost\nDD1391-100,10,1' },
  'pair/set-cost': { pairId: 'PAIR', cost: { minor: 1, currency: 'USD' } },
  'pairs/add': { drafts: [DRAFT] },
  'pairs/edit': { pairIds: ['PAIR'], changes: { cost: { minor: 1, currency: 'USD' }, note: 'of an attacker' } },
  'pairs/remove': { pairIds: ['PAIR'] },
  'pair/sell': {
    pairId: 'PAIR',
    platform: 'other',
    price: { minor: 1, currency: 'USD' },
    taken: { is: 'fees', amount: { minor: 0, currency: 'USD' } },
    soldAt: 1_700_000_000_000,
    note: '',
  },
  'pair/unsell': { pairId: 'PAIR' },
  'pair/photo': { pairId: 'PAIR', dataUrl: 'data:image/jpeg;base64,AAAA' },
  'pair/take-over': { pairId: 'PAIR', fromPairId: 'OTHER' },
  'undo/run': { undoId: 'UNDO' },
  'demo/start': {},
  'demo/remove': {},
  'views/save': { id: null, screen: 'inventory', name: 'View of an attacker', settings: {} },
  'views/remove': { id: 'VIEW' },
  'notice/test': {},
  'fx/set-rate': { base: 'USD', quote: 'EUR', rateE8: 1 },
  'catalog/search': { query: 'dunk', token: null },
  'market/refresh': { catalogId: 'dunk-low-panda-dd1391-100' },
  'watch/add': { catalogId: 'dunk-low-panda-dd1391-100', usSize: 10, targetPrice: { minor: 1, currency: 'USD' } },
  'watch/edit': { itemId: 'ITEM', targetPrice: { minor: 1, currency: 'USD' } },
  'watch/remove': { itemId: 'ITEM' },
  'listings/create': {
    listings: [
      {
        pairId: 'PAIR',
        price: { minor: 2500, currency: 'USD' },
        condition: 'new',
        packaging: 'good',
        defects: [],
        additionalDefects: '',
        pictureIds: [],
        activate: true,
        belowFloor: true,
        intoOffer: true,
      },
    ],
  },
  'listings/set-price': {
    changes: [
      {
        listingId: 'LISTING',
        from: { minor: 12_000, currency: 'USD' },
        to: { minor: 2500, currency: 'USD' },
        belowFloor: true,
        intoOffer: true,
      },
    ],
  },
  'listings/activate': { listingIds: ['LISTING'] },
  'listings/deactivate': { listingIds: ['LISTING'] },
  'listings/delete': { listingIds: ['LISTING'] },
  'listings/sell-into-offer': { listingId: 'LISTING', offer: { minor: 2500, currency: 'USD' } },
  'pictures/stage': {
    pairId: 'PAIR',
    type: 'PICTURE_TYPE_OUTER',
    order: null,
    dataUrl: 'data:image/jpeg;base64,AAAA',
  },
  'pictures/discard': { pictureIds: ['PICTURE'] },
  'pictures/send': { listingId: 'LISTING', pictureIds: ['PICTURE'] },
  'vacation/start': {},
  'vacation/end': {},
  'writes/retry': { writeIds: ['WRITE'] },
  'writes/cancel': { writeIds: ['WRITE'] },
  'writes/resolve': { writeIds: ['WRITE'], take: 'mine' },
  'writes/undo': { groupId: 'GROUP' },
  'writes/dismiss': { groupIds: ['GROUP'] },
  'rules/save': { ruleId: null, name: 'Rule of an attacker', enabled: true, settings: {} },
  'rules/remove': { ruleId: 'RULE' },
  'rules/enable': { ruleId: 'RULE', enabled: true },
  'rules/order': { ruleIds: ['RULE'] },
  'repricing/mode': { mode: 'live', seenRunId: null },
  'repricing/run': {},
  'repricing/apply': { runId: 'RUN', listingIds: null },
  'repricing/undo': { runId: 'RUN' },
  'experiments/start': {
    name: 'of an attacker',
    days: 7,
    listingIds: ['LISTING', 'OTHER'],
    arms: [
      { name: 'A', basisPoints: 0 },
      { name: 'B', basisPoints: -100 },
    ],
  },
  'experiments/stop': { experimentId: 'EXPERIMENT' },
  'pairs/bounds': { pairIds: ['PAIR'], minimum: { minor: 2500, currency: 'USD' } },
  'job/run': { job: 'orders' },
  'backup/make': {},
  'backup/preview': { copy: { kind: 'upload', name: 'UPLOAD' } },
  'backup/restore': { copy: { kind: 'upload', name: 'UPLOAD' } },
  'backup/discard': { name: 'UPLOAD' },
  'data/traces': {},
  'data/delete-all': {},
  'snapshot/list': {},
  'snapshot/take': {},
  'snapshot/restore': { name: 'books-1-1.jsonl.gz' },
  'page/found': {},
  'page/look-up': { site: 'goat', styleCode: 'DD1391-100', catalogId: null, run: null, bundle: false, sizes: [] },
  'page/refresh': { site: 'goat', styleCode: 'DD1391-100', catalogId: null, usSize: 10 },
  'page/add': {
    site: 'goat',
    styleCode: 'DD1391-100',
    catalogId: null,
    name: 'of an attacker',
    brand: '',
    usSize: 10,
    price: null,
  },
  'page/watch': { site: 'goat', catalogId: 'dunk-low-panda-dd1391-100', usSize: null },
  'page/undo': { undoId: 'UNDO' },
  'page/open-panel': { site: 'goat', catalogId: null, query: 'of an attacker' },
  'page/place': { site: 'goat' },
  'page/remember': { site: 'goat', place: { folded: true, top: 1 } },
};

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
  // The first thing a new worker writes; whatever comes after it comes from a message.
  await expect.poll(async () => (await readTables(page, ['feeSchedules'])).feeSchedules.length).toBeGreaterThan(0);
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
  test.setTimeout(90_000);
  const quiet = await syncedSeller(extension, market.token);
  const books = await readBooks(quiet);
  const trouble = await watch(extension);
  await ask(quiet, 'connection/disconnect', {});
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
