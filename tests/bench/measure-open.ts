import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import { build } from 'vite';
import { launchExtension, type RunningExtension } from '../../scripts/launch-extension';
import { instant } from '../../lib/domain/time/instant';
import { fillBooks } from '../e2e/screens/fill-books';
import { makeSeller, type SeedSize } from '../e2e/screens/seed-rows';

/** How quickly pages of the built extension open, as ratios of medians; runs of the two sides take turns. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const LARGE: SeedSize = { pairs: 10_000, orders: 5_000 };
const SMALL: SeedSize = { pairs: 100, orders: 50 };

/** Openings before the first that counts: the browser compiles and caches scripts then. */
const WARM_UP = 2;

export interface OpenMeasure {
  readonly ratio: number;
  /** Medians in milliseconds of what is measured, and of what it is held against. */
  readonly ms: number;
  readonly baseMs: number;
}

/**
 * First contentful paint of the popup over 10,000 pairs, against that of a page with the popup's frame and nothing in it.
 *
 * @param extension folder of a production build
 */
export async function measurePopupOpen(extension: string, repeats: number): Promise<OpenMeasure> {
  const copy = mkdtempSync(join(tmpdir(), 'archvd-open-'));
  try {
    cpSync(extension, copy, { recursive: true });
    await buildBarePage(join(copy, 'bare'));
    const running = await launchExtension({ extension: copy, headless: true });
    try {
      await seed(running, LARGE);
      const { context, extensionId } = running;
      const at = (path: string) => () => firstPaint(context, `chrome-extension://${extensionId}/${path}`);
      return await inTurns(at('popup.html'), at('bare/index.html'), repeats);
    } finally {
      await running.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Time until Today shows its figures in the dashboard: 10,000 pairs and 5,000 sales against 100 and 50. */
export async function measureDashboardOpen(extension: string, repeats: number): Promise<OpenMeasure> {
  const large = await launchExtension({ extension, headless: true });
  try {
    const small = await launchExtension({ extension, headless: true });
    try {
      await seed(large, LARGE);
      await seed(small, SMALL);
      return await inTurns(
        () => figuresShown(large),
        () => figuresShown(small),
        repeats,
      );
    } finally {
      await small.close();
    }
  } finally {
    await large.close();
  }
}

async function buildBarePage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'tests/bench/bare-page'),
    base: './',
    resolve: { alias: { '@': ROOT, '#i18n': join(ROOT, '.wxt/i18n/index.ts') } },
    build: { outDir, emptyOutDir: true, minify: true, modulePreload: { polyfill: false } },
  });
}

async function seed(running: RunningExtension, size: SeedSize): Promise<void> {
  const page = await running.context.newPage();
  await page.goto(`chrome-extension://${running.extensionId}/dashboard.html`);
  await page.waitForTimeout(1500);
  await fillBooks(page, makeSeller(size, instant(Date.now())), 'replace');
  await page.close();
}

/** Milliseconds from the navigation to the first contentful paint. */
async function firstPaint(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(url);
  const ms = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint !== undefined) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await page.close();
  return ms;
}

/** Milliseconds from the navigation to the frame in which the profit of 30 days is there. */
async function figuresShown({ context, extensionId }: RunningExtension): Promise<number> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/dashboard.html#/today`, { waitUntil: 'commit' });
  const ms = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector('[data-testid="profit-30d"]') === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve(performance.now()));
        };
        look();
      }),
  );
  await page.close();
  return ms;
}

async function inTurns(
  measured: () => Promise<number>,
  base: () => Promise<number>,
  repeats: number,
): Promise<OpenMeasure> {
  const [of, against]: [number[], number[]] = [[], []];
  for (let nth = -WARM_UP; nth < repeats; nth += 1) {
    const [one, other] = [await measured(), await base()];
    if (nth < 0) continue;
    of.push(one);
    against.push(other);
  }
  const [ms, baseMs] = [median(of), median(against)];
  return { ratio: ms / baseMs, ms, baseMs };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
