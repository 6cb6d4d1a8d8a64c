// npm start [-- --headless [--json]]: a local market, the extension built for it, and a Chromium connected to it.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from './build-extension';
import { connect, importLedger } from './demo/connect';
import { startDemoMarket } from './demo/demo-market';
import { waitForFirstSync } from './demo/first-sync';
import { readCounts, readProfit, saveScreens, type Report } from './demo/report';
import { findChromium } from './find-chromium';
import { launchExtension, type RunningExtension } from './launch-extension';
import type { SandboxProcess } from './sandbox-process';

const OUT_DIR = '.output/demo';
const FIRST_SYNC_MS = 180_000;

async function run(headless: boolean, json: boolean): Promise<void> {
  console.log(`Chromium: ${findChromium()}`);
  const market = await startDemoMarket();
  try {
    console.log(`Sandbox market: ${market.origin}`);
    const extension = buildExtension({ apiUrl: market.apiUrl, outDir: OUT_DIR });
    console.log(`Built: ${extension}`);
    const running = await launchExtension({ extension, headless });
    try {
      if (headless) print(await showAndReport(running, market), json);
      else await showUntilClosed(running, market);
    } finally {
      await running.close();
    }
  } finally {
    await market.stop();
  }
}

async function openConnected({ context, extensionId }: RunningExtension, market: SandboxProcess) {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`chrome-extension://${extensionId}/dashboard.html`);
  await connect(page, market);
  return page;
}

async function showAndReport(running: RunningExtension, market: SandboxProcess): Promise<Report> {
  try {
    return await report(running, market);
  } catch (error) {
    const path = join(OUT_DIR, 'failed.png');
    await running.context.pages().at(-1)?.screenshot({ path });
    console.error(`What the browser showed last: ${path}`);
    throw error;
  }
}

async function report(running: RunningExtension, market: SandboxProcess): Promise<Report> {
  const page = await openConnected(running, market);
  const { firstSyncMs } = await waitForFirstSync(page, FIRST_SYNC_MS);
  await importLedger(page, market);
  const profit30d = await readProfit(page);
  const screens = await saveScreens(page, `chrome-extension://${running.extensionId}/popup.html`, OUT_DIR);
  return { connected: true, ...(await readCounts(page)), profit30d, firstSyncMs, screens };
}

async function showUntilClosed(running: RunningExtension, market: SandboxProcess): Promise<void> {
  const closed = new Promise<void>((resolve) => running.context.once('close', () => resolve()));
  const page = await openConnected(running, market);
  await waitForFirstSync(page, FIRST_SYNC_MS);
  await importLedger(page, market);
  console.log('Connected and synced. Close the browser window to end.');
  await closed;
}

function print(result: Report, json: boolean): void {
  const { profit30d, screens, ...counts } = result;
  console.log(`First sync: ${(counts.firstSyncMs / 1000).toFixed(1)} s`);
  for (const name of ['listings', 'orders', 'sales', 'products', 'prices', 'inventory'] as const) {
    console.log(`${name.padEnd(10)} ${counts[name]}`);
  }
  console.log(`Profit of 30 days, in minor units: ${profit30d.minor} ${profit30d.currency}`);
  console.log(`Screenshots: ${screens.join(', ')}`);
  if (json) console.log(JSON.stringify(result));
}

const { values } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
if (!hasDisplay && !values.headless) console.log('No display here: running headless.');

try {
  await run(values.headless || !hasDisplay, values.json);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
