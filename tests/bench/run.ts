// npm run bench [-- --json --repeats N]: speed as ratios against a floor measured in the same run, since machines are noisy.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from '../../scripts/build-extension';
import { freePort } from '../../scripts/free-port';
import { measureCard, measureRequests } from './measure-card';
import { measureHistory } from './measure-history';
import { measureImport } from './measure-import';
import { measureInventory } from './measure-inventory';
import { measureDashboardOpen, measurePopupOpen } from './measure-open';
import { measureOutbox, type OutboxMeasure } from './measure-outbox';
import { measureOverlay } from './measure-overlay';
import { measurePages } from './measure-pages';
import { measurePnl } from './measure-pnl';
import { measureReprice } from './measure-reprice';
import { measureSync, type SyncMeasure } from './measure-sync';
import { measureWatch } from './measure-watch';

const OUT_DIR = '.output/bench';
const HOOKS_DIR = '.output/bench-hooks';
/** How often a page is opened; a page is quick, and a few more openings make the median steadier. */
const OPENINGS = 11;
const LIMITS = {
  'sync.first.ratio': 1.8,
  'sync.growth': 1.2,
  'sync.idle.rowsWritten': 0,
  'worker.kb': 350,
  'popup.open.ratio': 1.3,
  'inventory.filter.ratio': 2,
  'dashboard.open.ratio': 2,
  'detector.kb': 20,
  'detector.ms': 5,
  'overlay.cls': 0,
  'overlay.show.ratio': 2,
  'overlay.requests.cold': 2,
  'overlay.requests.warm': 0,
  'pages.read.ms.ratio': 3,
  'outbox.drain.ratio': 1.5,
  'reprice.decide.ratio': 5,
  'reprice.run.requests': 0,
  'watch.schedule': 1.1,
  'history.compaction.growth': 1.1,
  'pnl.year.ratio': 1.5,
  'import.rows.ratio': 2,
  'import.longtask': 50,
} as const;

async function run(json: boolean, repeats: number): Promise<void> {
  const port = await freePort();
  const extension = buildExtension({ apiUrl: `http://127.0.0.1:${port}/api/v1`, outDir: OUT_DIR });
  const withHooks = buildExtension({ apiUrl: `http://127.0.0.1:${port}/api/v1`, outDir: HOOKS_DIR, testHooks: true });
  const popup = await measurePopupOpen(extension, OPENINGS);
  const dashboard = await measureDashboardOpen(extension, OPENINGS);
  const inventory = await measureInventory({ extension });
  const overlay = await measureOverlay({ extension: withHooks, repeats: Math.max(9, repeats) });
  const card = await measureCard(withHooks, OPENINGS);
  const requests = await measureRequests(withHooks, port);
  const small: SyncMeasure[] = [];
  const large: SyncMeasure[] = [];
  for (let nth = 0; nth < repeats; nth += 1) {
    small.push(await told(measureSync({ extension, port, listings: 1000, orders: 500, idle: false })));
    large.push(await told(measureSync({ extension, port, listings: 10_000, orders: 5000, idle: nth === 0 })));
  }
  const drained: OutboxMeasure[] = [];
  for (let nth = 0; nth < repeats; nth += 1) drained.push(await measureOutbox());
  const reprice = await measureReprice();
  const pages = await measurePages(25);
  const imported = await measureImport({ extension });
  const figures: Record<keyof typeof LIMITS, number> = {
    'sync.first.ratio': round(median(large.map((one) => one.syncMs / one.floorMs))),
    'sync.growth': round(quickest(large) / quickest(small)),
    'sync.idle.rowsWritten': Math.max(...large.map((one) => one.idleRowsWritten ?? 0)),
    'worker.kb': round(statSync(join(extension, 'background.js')).size / 1024),
    'popup.open.ratio': round(popup.ratio),
    'inventory.filter.ratio': round(inventory.ratio),
    'dashboard.open.ratio': round(dashboard.ratio),
    'detector.kb': round(overlay.detectorKb),
    'detector.ms': round(overlay.detectorMs),
    'overlay.cls': overlay.cls,
    'overlay.show.ratio': round(card.showRatio),
    'overlay.requests.cold': requests.cold,
    'overlay.requests.warm': requests.warm,
    'pages.read.ms.ratio': round(pages.ratio),
    'outbox.drain.ratio': round(median(drained.map((one) => one.drainMs / one.bareMs))),
    'reprice.decide.ratio': round(reprice.decideRatio),
    'reprice.run.requests': reprice.requestsBeyond,
    'watch.schedule': round(await measureWatch()),
    'history.compaction.growth': round(await measureHistory()),
    'import.rows.ratio': round(imported.ratio),
    'import.longtask': round(imported.longestTask),
    'pnl.year.ratio': round((await measurePnl(extension, Math.max(9, repeats))).ratio),
  };
  for (const [name, limit] of Object.entries(LIMITS)) {
    const value = figures[name as keyof typeof LIMITS];
    console.log(
      `${value <= limit ? 'ok  ' : 'OVER'} ${name.padEnd(24)} ${String(value).padStart(8)}   at most ${limit}`,
    );
  }
  // No limit of its own: it is no part of a start, only of a life in which a person asks for something.
  const deskKb = round(statSync(join(extension, 'desk.js')).size / 1024);
  console.log(`     ${'desk.kb'.padEnd(24)} ${String(deskKb).padStart(8)}`);
  if (json) console.log(JSON.stringify({ ...figures, 'desk.kb': deskKb }));
}

async function told(measuring: Promise<SyncMeasure>): Promise<SyncMeasure> {
  const measure = await measuring;
  console.log(`     ${measure.rows} rows: ${Math.round(measure.syncMs)} ms, floor ${Math.round(measure.floorMs)} ms`);
  return measure;
}

/** Milliseconds a row of the quickest run: whatever else the machine does only ever adds to it. */
function quickest(measures: readonly SyncMeasure[]): number {
  return Math.min(...measures.map((one) => one.syncMs / one.rows));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, repeats: { type: 'string', default: '3' } },
});
await run(values.json, Number(values.repeats));
