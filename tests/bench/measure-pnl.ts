import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launchExtension } from '../../scripts/launch-extension';
import type { PnlBench } from './pnl-page/main';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Bench {
  readonly pnlBench: PnlBench;
}

/** Runs before the first that counts: scripts are compiled, and the books are in the browser's caches. */
const WARM_UP = 2;

export interface PnlMeasure {
  /** Medians of the year's page and of the bare reading, divided; runs of the two take turns. */
  readonly ratio: number;
  readonly ms: number;
  readonly floorMs: number;
}

/**
 * A year's profit and loss over 50,000 sales against one reading of the same rows from IndexedDB, in Chromium, on a page
 * of the extension: its own books, schema and indexes on both sides.
 *
 * @param extension folder of a built extension
 */
export async function measurePnl(extension: string, repeats: number, sales = 50_000): Promise<PnlMeasure> {
  const copy = mkdtempSync(join(tmpdir(), 'archvd-pnl-'));
  try {
    cpSync(extension, copy, { recursive: true });
    await buildPage(join(copy, 'pnl-bench'));
    const running = await launchExtension({ extension: copy, headless: true });
    try {
      const page = await running.context.newPage();
      await page.goto(`chrome-extension://${running.extensionId}/pnl-bench/index.html`);
      await page.waitForFunction(() => 'pnlBench' in globalThis);
      await page.evaluate((count) => (globalThis as unknown as Bench).pnlBench.fill(count), sales);
      const [of, against]: [number[], number[]] = [[], []];
      for (let nth = -WARM_UP; nth < repeats; nth += 1) {
        const made = await page.evaluate(() => (globalThis as unknown as Bench).pnlBench.pnl('specific'));
        const floorMs = await page.evaluate(() => (globalThis as unknown as Bench).pnlBench.floor());
        if (made.sales === 0) throw new Error('The year has no sale that counts');
        if (nth < 0) continue;
        of.push(made.ms);
        against.push(floorMs);
      }
      const [ms, floorMs] = [median(of), median(against)];
      console.log(`     a year of ${sales} sales: ${Math.round(ms)} ms, reading ${Math.round(floorMs)} ms`);
      return { ratio: ms / floorMs, ms, floorMs };
    } finally {
      await running.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'tests/bench/pnl-page'),
    base: './',
    resolve: { alias: { '@': ROOT } },
    build: { outDir, emptyOutDir: true, minify: true, modulePreload: { polyfill: false } },
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
