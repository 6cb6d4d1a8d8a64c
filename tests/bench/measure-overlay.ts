import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { launchExtension } from '../../scripts/launch-extension';
import { makeGoatPage, SHOE_A_URL } from '../fixtures/pages/goat/make-page';

const LIST_URL = 'https://www.goat.com/sneakers';
const DETECTOR = 'content-scripts/detector.js';
const CARD_WITHIN_MS = 15_000;

/** Long enough for the last look the detector takes at a page that does not become a product's. */
const WATCHED_MS = 1500;

export interface OverlayMeasure {
  /** The detector as it is delivered, in KiB. */
  readonly detectorKb: number;
  /** Main-thread milliseconds of the detector on a page without a product, its compilation included; the median. */
  readonly detectorMs: number;
  /** Layout shift on a product page while the card comes. */
  readonly cls: number;
}

/**
 * What the card costs the pages it stands on.
 *
 * @param extension a build with hooks for tests, which may read GOAT's pages without anybody's click
 */
export async function measureOverlay({
  extension,
  repeats,
}: {
  readonly extension: string;
  readonly repeats: number;
}): Promise<OverlayMeasure> {
  const running = await launchExtension({ extension, headless: true });
  try {
    const { context } = running;
    await serve(context);
    const times: number[] = [];
    // The first page also pays for what the browser does once per profile.
    for (let nth = 0; nth <= repeats; nth += 1) times.push(await inPage(context, detectorTime));
    return {
      detectorKb: statSync(join(extension, DETECTOR)).size / 1024,
      detectorMs: median(times.slice(1)),
      cls: await inPage(context, layoutShift),
    };
  } finally {
    await running.close();
  }
}

async function serve(context: BrowserContext): Promise<void> {
  const rows = Array.from({ length: 500 }, (_one, nth) => `<p class="row">Pair ${nth}</p>`).join('');
  const list = makeGoatPage({ template: null, name: null, bar: null, title: 'Sneakers', more: rows });
  const product = makeGoatPage({ more: rows });
  await context.route('https://www.goat.com/**', (route) =>
    route.fulfill({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      body: route.request().url() === SHOE_A_URL ? product : list,
    }),
  );
}

async function inPage<T>(context: BrowserContext, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

async function detectorTime(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events = await traced(session, async () => {
    await page.goto(LIST_URL);
    await page.waitForTimeout(WATCHED_MS);
  });
  const ours = events.filter(({ ph, args }) => ph === 'X' && JSON.stringify(args).includes(DETECTOR));
  if (ours.length === 0) throw new Error('The detector did not run on the page.');
  // Events within others, such as a compilation within an evaluation, are counted with those.
  const outer = ours.filter((one) => !ours.some((other) => other !== one && isWithin(one, other)));
  // Time on the thread: on a busy machine an event lasts longer than anybody worked on it.
  return outer.reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur), 0) / 1000;
}

interface TraceEvent {
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly tid: number;
  readonly args: object;
}

function isWithin(one: TraceEvent, other: TraceEvent): boolean {
  const end = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
  return one.tid === other.tid && one.ts >= other.ts && end(one) <= end(other) && (one.dur ?? 0) < (other.dur ?? 0);
}

async function traced(session: CDPSession, run: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] },
  });
  await run();
  await session.send('Tracing.end');
  await complete;
  return events;
}

async function layoutShift(page: Page): Promise<number> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(SHOE_A_URL);
  await page.waitForFunction(() => document.querySelector('archvd-card') !== null, undefined, {
    timeout: CARD_WITHIN_MS,
  });
  await page.waitForTimeout(WATCHED_MS);
  const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as number[]);
  return shifts.reduce((sum, value) => sum + value, 0);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
