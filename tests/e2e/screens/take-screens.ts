import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { SCREENS } from '../../../components/ui/route';
import { buildExtension } from '../../../scripts/build-extension';
import { launchExtension } from '../../../scripts/launch-extension';
import { instant } from '../../../lib/domain/time/instant';
import { RELEASE_SHOTS, WATCH_SHOTS } from './drawer-shots';
import { fillBooks } from './fill-books';
import { COMPARED_PRODUCTS, makeMarket, makeMarketReads, SHOWN_PRODUCT } from './seed-market';
import { makeSeller, type SeedSize } from './seed-rows';

/**
 * Pictures of every screen into .output/screens, from seeded books and without a market:
 * `npx tsx tests/e2e/screens/take-screens.ts [part of a picture's name]`.
 */

const OUT = fileURLToPath(new URL('../../../.output/screens/', import.meta.url));
const PRODUCT = `#/market?product=${SHOWN_PRODUCT}&view=10`;

const COMPARE = `#/market?view=compare&item=${COMPARED_PRODUCTS.join(',')}`;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly vault?: string;
  readonly seed?: SeedSize | null;
  /** What the database does: it never opens, or it refuses. */
  readonly books?: 'silent' | 'broken';
  readonly act?: (page: Page) => Promise<void>;
}

const openFirst = async (page: Page) => {
  await page.getByRole('row').getByRole('link').first().click();
  await page.waitForTimeout(400);
};

const SHOTS: readonly Shot[] = [
  ...SCREENS.flatMap((screen): Shot[] => [
    { name: `dashboard-${screen}`, path: `dashboard.html#/${screen}`, width: 1280, height: 800 },
    { name: `dashboard-${screen}-dark`, path: `dashboard.html#/${screen}`, width: 1280, height: 800, dark: true },
    { name: `panel-${screen}`, path: `sidepanel.html#/${screen}`, width: 360, height: 760 },
  ]),
  ...SCREENS.map((screen): Shot => ({
    name: `panel-320-${screen}`,
    path: `sidepanel.html#/${screen}`,
    width: 320,
    height: 700,
  })),
  ...SCREENS.filter((screen) => screen !== 'settings').flatMap((screen): Shot[] => [
    { name: `empty-${screen}`, path: `dashboard.html#/${screen}`, width: 1280, height: 800, seed: null },
    { name: `loading-${screen}`, path: `dashboard.html#/${screen}`, width: 1280, height: 800, books: 'silent' },
  ]),
  { name: 'empty-panel-watch', path: 'sidepanel.html#/watch', width: 320, height: 700, seed: null },
  { name: 'empty-panel-market', path: 'sidepanel.html#/market', width: 320, height: 700, seed: null },
  { name: 'error-inventory', path: 'dashboard.html#/inventory', width: 1280, height: 800, books: 'broken' },
  { name: 'error-today', path: 'sidepanel.html#/today', width: 360, height: 760, books: 'broken' },
  { name: 'error-popup', path: 'popup.html', width: 380, height: 560, books: 'broken' },
  { name: 'loading-popup', path: 'popup.html', width: 380, height: 560, books: 'silent' },
  { name: 'dashboard-product', path: `dashboard.html${PRODUCT}`, width: 1280, height: 900 },
  { name: 'dashboard-product-dark', path: `dashboard.html${PRODUCT}`, width: 1280, height: 900, dark: true },
  { name: 'panel-product', path: `sidepanel.html${PRODUCT}`, width: 320, height: 900 },
  ...WATCH_SHOTS.flatMap(({ name, hash, act }): Shot[] =>
    [1280, 360].flatMap((width) =>
      [false, true].map((dark): Shot => ({
        name: `${name}-${width}${dark ? '-dark' : ''}`,
        path: `${width === 360 ? 'sidepanel' : 'dashboard'}.html${hash}`,
        width,
        height: 800,
        dark,
        ...(act === undefined ? {} : { act }),
      })),
    ),
  ),
  { name: 'dashboard-compare', path: `dashboard.html${COMPARE}`, width: 1280, height: 900 },
  { name: 'dashboard-compare-dark', path: `dashboard.html${COMPARE}`, width: 1280, height: 900, dark: true },
  { name: 'panel-compare', path: `sidepanel.html${COMPARE}`, width: 360, height: 900 },
  { name: 'compare-none-900', path: 'dashboard.html#/market?view=compare', width: 900, height: 800 },
  ...[false, true].map((dark): Shot => ({
    name: `compare-one-900${dark ? '-dark' : ''}`,
    path: `dashboard.html#/market?view=compare&item=${COMPARED_PRODUCTS[0]}`,
    width: 900,
    height: 900,
    dark,
  })),
  ...RELEASE_SHOTS.flatMap(({ name, hash, act }): Shot[] =>
    [1280, 360].map((width): Shot => ({
      name: `${name}-${width}`,
      path: `${width === 360 ? 'sidepanel' : 'dashboard'}.html${hash}`,
      width,
      height: 800,
      dark: width === 1280,
      ...(act === undefined ? {} : { act }),
    })),
  ),
  { name: 'empty-compare', path: 'dashboard.html#/market?view=compare', width: 1280, height: 800, seed: null },
  { name: 'dashboard-add', path: 'dashboard.html#/inventory?add=1', width: 1280, height: 800 },
  { name: 'panel-add', path: 'sidepanel.html#/inventory?add=1', width: 320, height: 700 },
  { name: 'panel-today-dark', path: 'sidepanel.html#/today', width: 360, height: 760, dark: true },
  { name: 'dashboard-pair', path: 'dashboard.html#/inventory', width: 1280, height: 800, act: openFirst },
  { name: 'dashboard-sale', path: 'dashboard.html#/sales', width: 1280, height: 800, act: openFirst },
  { name: 'panel-pair', path: 'sidepanel.html#/selling', width: 360, height: 760, act: openFirst },
  { name: 'dashboard-wide', path: 'dashboard.html#/today', width: 1440, height: 900 },
  { name: 'popup', path: 'popup.html', width: 380, height: 560 },
  { name: 'popup-dark', path: 'popup.html', width: 380, height: 560, dark: true },
  { name: 'popup-locked', path: 'popup.html', width: 380, height: 560, vault: 'locked' },
  { name: 'popup-refused', path: 'popup.html', width: 380, height: 560, vault: 'refused' },
  { name: 'popup-no-access', path: 'popup.html', width: 380, height: 560, vault: 'no-access' },
  { name: 'popup-empty', path: 'popup.html', width: 380, height: 560, vault: 'empty', seed: null },
  { name: 'connect', path: 'dashboard.html', width: 1280, height: 800, vault: 'empty', seed: null },
  { name: 'connect-panel', path: 'sidepanel.html', width: 360, height: 760, vault: 'empty', seed: null },
  { name: 'popup-offline', path: 'popup.html', width: 380, height: 560, act: goOffline },
  { name: 'panel-offline', path: 'sidepanel.html#/today', width: 360, height: 760, act: goOffline },
  { name: 'refused-today', path: 'dashboard.html#/today', width: 1280, height: 800, vault: 'refused' },
  { name: 'locked-inventory', path: 'sidepanel.html#/inventory', width: 360, height: 760, vault: 'locked' },
];

const LARGE: readonly Shot[] = [
  { name: 'large-inventory', path: 'dashboard.html#/inventory', width: 1280, height: 800, act: scrollFar },
  { name: 'large-today', path: 'dashboard.html#/today', width: 1280, height: 800 },
  { name: 'large-popup', path: 'popup.html', width: 380, height: 560 },
];

async function scrollFar(page: Page): Promise<void> {
  await page.getByRole('table').evaluate((table) => table.scrollTo({ top: 150_000 }));
  await page.waitForTimeout(1200);
}

async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.waitForTimeout(300);
}

/** A database that never answers, or that does not open. */
async function hold(page: Page, how: 'silent' | 'broken'): Promise<void> {
  await page.addInitScript((kind) => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
      if (kind === 'broken') throw new DOMException('The disk does not answer.', 'UnknownError');
      const request = open.call(this, name, version);
      // Whoever waits for it is never told.
      Object.defineProperty(request, 'onsuccess', { set() {} });
      return request;
    };
  }, how);
}

/** Answers for the background, so that a picture shows the state it is meant to show. */
async function answerVault(page: Page, shown: string): Promise<void> {
  await page.addInitScript((given) => {
    const standings: Record<string, string> = { empty: 'not-connected', locked: 'locked', unlocked: 'ready' };
    const vault = given in standings ? given : 'unlocked';
    const standing = standings[given] ?? given;
    const { runtime } = (globalThis as unknown as { chrome: { runtime: Record<string, unknown> } }).chrome;
    const output = {
      state: vault,
      hasPassphrase: vault === 'locked',
      keyMode: 'session',
      autoLockMinutes: null,
      standing,
    };
    const silent = { ok: false, error: { code: 'no-answer', message: 'The background does not answer. Try again.' } };
    runtime['sendMessage'] = (message: { name?: string }, respond?: (answer: unknown) => void) => {
      const answer =
        message.name === 'vault/status'
          ? { ok: true, output }
          : message.name === 'snapshot/list'
            ? { ok: true, output: { snapshots: [{ name: 'a', at: Date.now() - 4e7, bytes: 412_000, rows: 2_140 }] } }
            : silent;
      respond?.(answer);
      return Promise.resolve(answer);
    };
  }, shown);
}

async function take(context: BrowserContext, id: string, shot: Shot): Promise<void> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await answerVault(page, shot.vault ?? 'unlocked');
  if (shot.books !== undefined) await hold(page, shot.books);
  await page.setViewportSize({ width: shot.width, height: shot.height });
  await page.emulateMedia({ colorScheme: shot.dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.goto(`chrome-extension://${id}/${shot.path}`);
  await page.waitForTimeout(900);
  await shot.act?.(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) problems.push(`${overflow} px wider than the window`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id: rule, nodes } of violations)
    problems.push(
      `${rule}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
    );
  await page.screenshot({ path: join(OUT, `${shot.name}.png`) });
  for (const problem of problems) process.stdout.write(`${shot.name}: ${problem}\n`);
  await context.setOffline(false);
  await page.close();
}

async function main(wanted: string): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const extension = buildExtension({
    apiUrl: 'http://127.0.0.1:9/api/v1',
    outDir: process.env['ARCHVD_SCREENS_OUT'] ?? '.output/screens-build',
    reuse: true,
  });
  const { context, extensionId, close } = await launchExtension({ extension, headless: true });
  try {
    const seeder = await context.newPage();
    await seeder.goto(`chrome-extension://${extensionId}/dashboard.html`);
    await seeder.waitForTimeout(800);
    const now = instant(Date.now());
    const run = async (shots: readonly Shot[], seed: SeedSize | null) => {
      const chosen = shots.filter((shot) => shot.name.includes(wanted));
      if (chosen.length === 0) return;
      await fillBooks(seeder, seed === null ? {} : { ...makeSeller(seed, now), ...makeMarket(now) }, 'replace');
      if (seed !== null) await fillBooks(seeder, makeMarketReads(now), 'keep');
      for (const shot of chosen) await take(context, extensionId, shot);
    };
    await run(
      SHOTS.filter((shot) => shot.seed === null),
      null,
    );
    await run(
      SHOTS.filter((shot) => shot.seed !== null),
      { pairs: 240, orders: 90 },
    );
    await run(LARGE, { pairs: 10_000, orders: 5_000 });
  } finally {
    await close();
  }
}

await main(process.argv[2] ?? '');
