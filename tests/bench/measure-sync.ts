import type { Page, Worker } from '@playwright/test';
import { launchExtension, type RunningExtension } from '../../scripts/launch-extension';
import { readTables } from '../../scripts/read-tables';
import { startSandbox } from '../../scripts/sandbox-process';
import { rawFloor } from './raw-floor';

/** Only what runs inside a page below; the product itself sees the browser through lib/platform. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };

const TOKEN = 'goatapi_bench';
const SYNC_WITHIN_MS = 180_000;

export interface SyncMeasure {
  /** Milliseconds from the first request to the last commit of orders and listings. */
  readonly syncMs: number;
  /** Milliseconds of the raw floor in the same worker. */
  readonly floorMs: number;
  readonly rows: number;
  /** Data rows that a second sync of the unchanged market wrote; null when it was not asked for. */
  readonly idleRowsWritten: number | null;
}

interface Setting {
  readonly extension: string;
  readonly port: number;
  readonly listings: number;
  readonly orders: number;
  readonly idle: boolean;
}

/** One first sync in a fresh profile, and the floor right after it in the same worker. */
export async function measureSync(setting: Setting): Promise<SyncMeasure> {
  const { port, listings, orders } = setting;
  const market = await startSandbox({ port, token: TOKEN, listings, orders, seed: 1, speed: 0 });
  try {
    const running = await launchExtension({ extension: setting.extension, headless: true });
    try {
      return await measure(running, setting, market.apiUrl);
    } finally {
      await running.close();
    }
  } finally {
    await market.stop();
  }
}

async function measure(running: RunningExtension, setting: Setting, apiUrl: string): Promise<SyncMeasure> {
  const page = await running.context.newPage();
  await page.goto(`chrome-extension://${running.extensionId}/popup.html`);
  await send(page, 'connection/connect', { token: TOKEN, whenDifferent: 'ask' });
  // A page that redraws itself during the sync would take the worker's processor.
  await page.goto(`chrome-extension://${running.extensionId}/icon/128.png`);
  await waitForRuns(running.worker, ['orders', 'listings-full']);
  const syncMs = await syncTime(running.worker);
  await page.goto(`chrome-extension://${running.extensionId}/popup.html`);
  const idleRowsWritten = setting.idle ? await secondSync(running, page) : null;
  await send(page, 'connection/disconnect', {});
  const tables = await readTables(page, ['orders', 'sales', 'listings', 'inventory']);
  const rows = Object.values(tables).reduce((sum, table) => sum + table.length, 0);
  const floorMs = await running.worker.evaluate(rawFloor, { apiUrl, token: TOKEN });
  return { syncMs, floorMs, rows, idleRowsWritten };
}

/** As our own pages send it. */
async function send(page: Page, name: string, input: object): Promise<void> {
  const answer = await page.evaluate(
    (message) => chrome.runtime.sendMessage({ archvd: 1, id: crypto.randomUUID(), ...message }),
    { name, input },
  );
  if (!answer.ok) throw new Error(`The worker refused ${name}: ${JSON.stringify(answer)}`);
}

interface Run {
  readonly job: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly written: number;
  readonly outcome: string;
}

async function runsOf(worker: Worker): Promise<Run[]> {
  return worker.evaluate(async () => {
    const books = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('archvd');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error));
    });
    const rows = await new Promise<Run[]>((resolve) => {
      const reading = books.transaction('jobRuns').objectStore('jobRuns').getAll();
      reading.addEventListener('success', () => resolve(reading.result as Run[]));
    });
    books.close();
    return rows;
  });
}

async function waitForRuns(worker: Worker, jobs: readonly string[], since = 0): Promise<void> {
  const deadline = Date.now() + SYNC_WITHIN_MS;
  for (;;) {
    const done = (await runsOf(worker)).filter((run) => run.outcome === 'done' && run.startedAt >= since);
    if (jobs.every((job) => done.some((run) => run.job === job))) return;
    if (Date.now() > deadline) throw new Error(`The sync did not finish: ${JSON.stringify(await runsOf(worker))}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function syncTime(worker: Worker): Promise<number> {
  const runs = (await runsOf(worker)).filter((run) => run.job === 'orders' || run.job === 'listings-full');
  return Math.max(...runs.map((run) => run.finishedAt ?? 0)) - Math.min(...runs.map((run) => run.startedAt));
}

/** Waits until the first sync is over in all its parts, then syncs everything again. */
async function secondSync(running: RunningExtension, page: Page): Promise<number> {
  await waitForRuns(running.worker, ['products', 'prices', 'recent-sales']);
  const since = await page.evaluate(() => Date.now());
  await send(page, 'sync/now', { full: true });
  await waitForRuns(running.worker, ['orders', 'listings-full', 'listings'], since);
  const runs = (await runsOf(running.worker)).filter((run) => run.startedAt >= since);
  return runs.reduce((sum, run) => sum + run.written, 0);
}
