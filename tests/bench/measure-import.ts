import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchExtension } from '../../scripts/launch-extension';

export interface ImportMeasure {
  /** Read, compared and written by the extension, against papaparse and bare puts of the rows that came of it. */
  readonly ratio: number;
  readonly importMs: number;
  readonly bareMs: number;
  /** The longest stretch the page could not answer for, in milliseconds. */
  readonly longestTask: number;
}

export interface ImportMeasureOptions {
  /** Folder of a built extension. */
  readonly extension: string;
  readonly rows?: number;
}

const WITHIN_MS = 240_000;

/**
 * A StockX report of fifty thousand sales, brought in as a person does: chosen on the Files screen, looked at, imported. The
 * time between the look and the click does not count; everything else does.
 */
export async function measureImport({ extension, rows = 50_000 }: ImportMeasureOptions): Promise<ImportMeasure> {
  const running = await launchExtension({ extension, headless: true });
  try {
    const page = await running.context.newPage();
    await answerVault(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`chrome-extension://${running.extensionId}/dashboard.html#/files`);
    await page.getByTestId('import-drop').waitFor({ timeout: 20_000 });
    page.setDefaultTimeout(WITHIN_MS);
    // Whatever a start sets off is over, and modules that are loaded when first needed are there, as for any later file.
    await bringIn(page, 'warm.csv', stockxReport(50, 'W'));
    await page.getByRole('button', { name: 'Import another file' }).click();
    await watchTasks(page);
    const text = stockxReport(rows, 'B');
    const importMs = await bringIn(page, 'year.csv', text);
    const longestTask = await page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks));
    const bareMs = await bare(page, text, rows);
    return { ratio: importMs / bareMs, importMs, bareMs, longestTask };
  } finally {
    await running.close();
  }
}

/** @returns milliseconds until the file was looked at and compared, and those until it was written, together */
async function bringIn(page: Page, name: string, text: string): Promise<number> {
  const clock = (from: 'chosen' | 'started', until: string) =>
    page.evaluate(
      async ([event, selector]) => {
        const begun = await new Promise<number>((resolve) => {
          const type = event === 'chosen' ? 'change' : 'click';
          document.addEventListener(type, () => resolve(performance.now()), { capture: true, once: true });
        });
        while (document.querySelector(selector ?? '') === null) await new Promise((resolve) => setTimeout(resolve, 4));
        return performance.now() - begun;
      },
      [from, until] as const,
    );
  const looked = clock('chosen', '[data-testid="import-preview"]');
  await page.evaluate(() => undefined);
  // From the disk, as a person's file: handed over as bytes it would be put together in the page itself.
  const folder = await mkdtemp(join(tmpdir(), 'archvd-bench-'));
  const path = join(folder, name);
  await writeFile(path, text);
  await page.locator('input[type="file"]').setInputFiles(path);
  const lookMs = await looked;
  const written = clock('started', '[data-testid="import-result"]');
  await page.evaluate(() => undefined);
  await page.getByTestId('import-start').click();
  const writtenMs = await written;
  await rm(folder, { recursive: true });
  return lookMs + writtenMs;
}

/** No market is there: the app is told that it is connected. All other messages go to the worker. */
async function answerVault(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Runtime {
      sendMessage: (message: { name?: string }, respond?: (answer: unknown) => void) => Promise<unknown>;
    }
    const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
    const send = runtime.sendMessage.bind(runtime);
    const output = {
      state: 'unlocked',
      hasPassphrase: false,
      keyMode: 'session',
      autoLockMinutes: null,
      standing: 'ready',
    };
    runtime.sendMessage = (message, respond) => {
      if (message.name !== 'vault/status') return respond === undefined ? send(message) : send(message, respond);
      respond?.({ ok: true, output });
      return Promise.resolve({ ok: true, output });
    };
  });
}

async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    (globalThis as unknown as { tasks: number[] }).tasks = tasks;
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
}

/** The least it could be: the same text through papaparse, and the rows that came of it into stores with the same indexes. */
async function bare(page: Page, text: string, rows: number): Promise<number> {
  const require = createRequire(import.meta.url);
  await page.evaluate(readFileSync(require.resolve('papaparse/papaparse.min.js'), 'utf8'));
  return page.evaluate(
    async ({ csv, expected }) => {
      const settled = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error));
        });
      const names = ['sales', 'inventory'];
      const books = await settled(indexedDB.open('archvd'));
      const rowsOf = new Map<string, unknown[]>();
      for (const name of names) rowsOf.set(name, await settled(books.transaction(name).objectStore(name).getAll()));
      for (const [name, all] of rowsOf)
        if (all.length < expected) throw new Error(`Only ${all.length} of ${expected} rows are in ${name}`);
      const opening = indexedDB.open('floor', 1);
      opening.addEventListener('upgradeneeded', () => {
        const layout = books.transaction(names, 'readonly');
        for (const name of names) {
          const model = layout.objectStore(name);
          const store = opening.result.createObjectStore(name, { keyPath: model.keyPath });
          for (const indexName of model.indexNames) {
            const index = model.index(indexName);
            store.createIndex(indexName, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry });
          }
        }
      });
      const floor = await settled(opening);
      const start = performance.now();
      const { Papa } = globalThis as unknown as { Papa: { parse: (text: string) => { data: unknown[] } } };
      if (Papa.parse(csv).data.length < expected) throw new Error('The text was not parsed');
      const writing = floor.transaction(names, 'readwrite', { durability: 'strict' });
      const done = new Promise<void>((resolve, reject) => {
        writing.addEventListener('complete', () => resolve());
        writing.addEventListener('abort', () => reject(writing.error));
      });
      for (const [name, all] of rowsOf) for (const row of all) writing.objectStore(name).put(row);
      await done;
      return performance.now() - start;
    },
    { csv: text, expected: rows },
  );
}

const HEADER =
  'Seller Name,Seller Address (Billing),Seller VAT Number,Sold To Name,Sold To address,Sold to VAT Number,Fiscal Representative Name,Fiscal Representative Address,StockX Destination Address,Sale Date,Payout date,Invoice Date,Invoice Number,Order Number,Item,Sku Name,Sku Size,Style,Quantity,Ship From Address,Ship To Address,Listing Price,Listing Price Currency,Seller Fee,Seller Fee Currency,Payment Processing,Payment Processing Currency,Shipping Fee,Shipping Fee Currency,VAT Rate,Total Net Amount (Payout Excluding VAT),Total Net Amount (Payout Excluding VAT) Currency,Total VAT Amount,Total VAT Amount Currency,Total Gross Amount (Total Payout),Total Gross Amount (Total Payout) Currency,Special references';

/** Sales of three years and four hundred kinds of shoes, in no order. */
function stockxReport(rows: number, mark: string): string {
  const lines = [HEADER];
  for (let nth = 0; nth < rows; nth += 1) {
    const at = new Date(Date.UTC(2023, 0, 1) + ((nth * 7919) % 1_576_800) * 60_000).toISOString();
    const moment = `${at.slice(0, 10)} ${at.slice(11, 19)} +00`;
    const kind = (nth * 31) % 400;
    const style = `DD${1000 + kind}-${100 + (kind % 7)}`;
    const price = 60 + ((nth * 13) % 300);
    const payout = (price * 0.87 - 4).toFixed(2);
    const name = `Nike Dunk Low Retro Colourway ${kind}`;
    const fees = `${price},EUR,${(price * 0.09).toFixed(2)},EUR,${(price * 0.03).toFixed(2)},EUR,4,EUR`;
    lines.push(
      `Sample Seller,"1 Sample Street, Sample Town",,StockX LLC,,,,,"Building 9, Sample Port",${moment},${moment},${moment},S-${mark}${nth},${mark}${39_000_000 + nth}-${38_900_000 + nth},${name},${name},${6 + (nth % 15) / 2},${style},1,,,${fees},0,${payout},EUR,0,EUR,${payout},EUR,`,
    );
  }
  return lines.join('\r\n');
}
