import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import { build } from 'vite';
import { launchExtension, type RunningExtension } from '../../scripts/launch-extension';
import { startSandbox } from '../../scripts/sandbox-process';
import { requestsSeen } from '../e2e/harness/market';
import { makeGoatPage, SHOE_A_URL } from '../fixtures/pages/goat/make-page';

/** How quickly the card stands on a page, and what it asks of alias. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TOKEN = 'goatapi_bench';
const WITHIN_MS = 30_000;

/** A shoe of every market, whose address and data the hand-made page is given. */
const CODE = 'DD1391-100';
const URL_OF_CODE = `${SHOE_A_URL.replace('zx1234-567', CODE.toLowerCase())}?size=10`;

/** What only a card says that knows the shoe's prices; the empty card says its one word. */
const DRAWN = { card: 'Break even', bare: 'Empty' } as const;

/** Openings before the first that counts: the browser compiles and caches scripts then. */
const WARM_UP = 3;

export interface CardMeasure {
  /** Median time to the card with figures the books held : to an empty card that came the same way. */
  readonly showRatio: number;
  readonly cardMs: number;
  readonly bareMs: number;
}

/**
 * From the page's own readiness to the frame in which the card is there with its figures, against the same extension
 * whose card's script draws an empty card. Detector, worker and injection are the same; runs of the two take turns.
 *
 * @param extension a build with hooks for tests
 */
export async function measureCard(extension: string, repeats: number): Promise<CardMeasure> {
  const copy = mkdtempSync(join(tmpdir(), 'archvd-card-'));
  try {
    cpSync(extension, copy, { recursive: true });
    await buildBareCard(copy);
    const [full, bare] = [await open(extension), await open(copy)];
    try {
      const times: { card: number[]; bare: number[] } = { card: [], bare: [] };
      for (let nth = 0; nth < repeats + WARM_UP; nth += 1) {
        times.card.push(await shown(full.context, DRAWN.card));
        times.bare.push(await shown(bare.context, DRAWN.bare));
      }
      const [cardMs, bareMs] = [median(times.card.slice(WARM_UP)), median(times.bare.slice(WARM_UP))];
      return { showRatio: cardMs / bareMs, cardMs, bareMs };
    } finally {
      await full.close();
      await bare.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function buildBareCard(outDir: string): Promise<void> {
  // It is one script; what would draw the card has nothing to do.
  writeFileSync(join(outDir, 'card.js'), ';');
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    resolve: { alias: { '@': ROOT, '#i18n': join(ROOT, '.wxt/i18n/index.ts') } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: true,
      lib: {
        entry: join(ROOT, 'tests/bench/bare-card/main.tsx'),
        formats: ['iife'],
        name: 'bare',
        fileName: () => 'overlay.js',
      },
    },
  });
}

/** A browser with the demo market, whose books hold the shoe's prices. */
async function open(extension: string): Promise<RunningExtension> {
  const running = await launchExtension({ extension, headless: true });
  const home = await running.context.newPage();
  await home.goto(`chrome-extension://${running.extensionId}/dashboard.html`);
  await home.getByRole('button', { name: 'Try the demo market' }).click();
  await home.getByRole('heading', { level: 1, name: 'Today' }).waitFor({ timeout: WITHIN_MS });
  await home.close();
  await serve(running.context);
  return running;
}

async function serve(context: BrowserContext): Promise<void> {
  const body = makeGoatPage()
    .replaceAll('ZX1234 567', CODE.replace('-', ' '))
    .replaceAll('zx1234-567', CODE.toLowerCase());
  await context.route('https://www.goat.com/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body }),
  );
}

/** Milliseconds from the page's readiness to the frame after the one in which the card says `words`. */
async function shown(context: BrowserContext, words: string): Promise<number> {
  const page = await context.newPage();
  try {
    await page.goto(URL_OF_CODE, { waitUntil: 'commit' });
    return await page.evaluate(paintedWith, words);
  } finally {
    await page.close();
  }
}

async function paintedWith(words: string): Promise<number> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const says = () => document.querySelector('archvd-card')?.shadowRoot?.textContent?.includes(words) === true;
  while (!says()) await frame();
  await frame();
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return performance.now() - (load?.domContentLoadedEventEnd ?? 0);
}

export interface RequestsMeasure {
  /** Requests to the API by one page view of a shoe the books do not know. */
  readonly cold: number;
  /** The same page once more. */
  readonly warm: number;
}

/** @param extension a build with hooks for tests that talks to `port` */
export async function measureRequests(extension: string, port: number): Promise<RequestsMeasure> {
  const market = await startSandbox({ port, token: TOKEN, listings: 1, orders: 1, seed: 1, speed: 0 });
  const running = await launchExtension({ extension, headless: true });
  try {
    const { context, extensionId } = running;
    const home = await context.newPage();
    await home.goto(`chrome-extension://${extensionId}/popup.html`);
    await home.evaluate(connect, TOKEN);
    await home.close();
    await serve(context);
    const count = async () => (await requestsSeen(market)).length;
    const view = async (): Promise<number> => {
      const before = await quiet(count);
      const page = await context.newPage();
      await page.goto(URL_OF_CODE);
      await page.getByText(DRAWN.card).waitFor({ timeout: WITHIN_MS });
      const after = await quiet(count);
      await page.close();
      return after - before;
    };
    return { cold: await view(), warm: await view() };
  } finally {
    await running.close();
    await market.stop();
  }
}

/** Only what runs inside a page below. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

async function connect(token: string): Promise<void> {
  const input = { token, whenDifferent: 'ask' };
  await chrome.runtime.sendMessage({ archvd: 1, id: crypto.randomUUID(), name: 'connection/connect', input });
}

const REST_MS = 5000;

/** The number once it has not changed for a while. */
async function quiet(count: () => Promise<number>): Promise<number> {
  let last = await count();
  for (let rested = 0; rested < REST_MS; rested += 500) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = await count();
    if (now !== last) rested = -500;
    last = now;
  }
  return last;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
