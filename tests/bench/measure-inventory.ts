import type { Page } from '@playwright/test';
import { launchExtension, type RunningExtension } from '../../scripts/launch-extension';
import type { Pair } from '../../lib/domain/inventory/pair';
import type { Product } from '../../lib/domain/catalog/product';
import { instant } from '../../lib/domain/time/instant';
import { toPairEntry } from '../../lib/queries/pair-entry';
import { selectPairs } from '../../lib/queries/pair-index';
import { fillBooks } from '../e2e/screens/fill-books';
import { makeSeller } from '../e2e/screens/seed-rows';

export interface InventoryMeasure {
  /** Keystroke to painted table, 10,000 pairs against 100: the median of each, divided. */
  readonly ratio: number;
  readonly largeMs: number;
  readonly smallMs: number;
  /** From the click on Inventory to the first painted row, with 10,000 pairs. */
  readonly openMs: number;
}

export interface InventoryMeasureOptions {
  /** Folder of a built extension. */
  readonly extension: string;
  /** Keystrokes in each shop. */
  readonly keystrokes?: number;
}

/** Letters that leave a screen full of rows in both shops, so that as much is painted in the small one as in the large. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SCREENFUL = 25;
const WITHIN_MS = 10_000;

interface Shop {
  readonly running: RunningExtension;
  readonly page: Page;
  /** What each letter should find. */
  readonly expected: ReadonlyMap<string, Expected>;
}

interface Expected {
  readonly total: number;
  readonly firstId: string;
}

/** Two browsers side by side, one with 10,000 pairs and one with 100; keys are pressed in turns. */
export async function measureInventory({
  extension,
  keystrokes = 30,
}: InventoryMeasureOptions): Promise<InventoryMeasure> {
  const shops: Shop[] = [];
  try {
    for (const pairs of [10_000, 100]) shops.push(await openShop(extension, pairs));
    const [large, small] = shops;
    if (large === undefined || small === undefined) throw new Error('Two shops are needed');
    const openMs = await open(large.page);
    await open(small.page);
    const letters = usable(large, small);
    const times = { large: [] as number[], small: [] as number[] };
    for (let nth = 0; nth < keystrokes + 4; nth += 1) {
      const letter = letters[nth % letters.length] ?? 'a';
      const [slow, quick] = [await type(large, letter), await type(small, letter)];
      // The first ones warm the machine up.
      if (nth < 4) continue;
      times.large.push(slow);
      times.small.push(quick);
    }
    const [largeMs, smallMs] = [median(times.large), median(times.small)];
    return { ratio: largeMs / smallMs, largeMs, smallMs, openMs };
  } finally {
    for (const { running } of shops) await running.close();
  }
}

async function openShop(extension: string, pairs: number): Promise<Shop> {
  const running = await launchExtension({ extension, headless: true });
  const page = await running.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await answerVault(page);
  await page.goto(`chrome-extension://${running.extensionId}/dashboard.html#/settings`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const now = instant(Date.now());
  const seller = makeSeller({ pairs, orders: 0 }, now);
  await fillBooks(page, seller, 'replace');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { running, page, expected: expectations(seller, now) };
}

function expectations(seller: Record<string, readonly object[]>, now: number): ReadonlyMap<string, Expected> {
  const products = new Map((seller['products'] as readonly Product[]).map((product) => [product.catalogId, product]));
  const entries = (seller['inventory'] as readonly Pair[]).map((pair) =>
    toPairEntry(pair, products.get(pair.catalogId ?? '') ?? null),
  );
  const found = (search: string) =>
    selectPairs({ entries }, { filter: { search }, sort: { by: 'status', descending: false }, now, figures: null });
  return new Map(
    LETTERS.split('').map((letter) => {
      const ids = found(letter);
      return [letter, { total: ids.length, firstId: ids[0] ?? '' }];
    }),
  );
}

/** Letters in an order in which each finds something else than the one before, in both shops. */
function usable(large: Shop, small: Shop): readonly string[] {
  const full = LETTERS.split('').filter((letter) => (small.expected.get(letter)?.total ?? 0) >= SCREENFUL);
  const chosen: string[] = [];
  for (const letter of [...full, ...full]) {
    const before = chosen.at(-1);
    const differs = [large, small].every(
      ({ expected }) =>
        before === undefined ||
        (expected.get(before)?.firstId !== expected.get(letter)?.firstId &&
          expected.get(before)?.total !== expected.get(letter)?.total),
    );
    if (differs && !chosen.includes(letter)) chosen.push(letter);
  }
  const ends = [large, small].every(
    ({ expected }) => expected.get(chosen.at(-1) ?? '')?.firstId !== expected.get(chosen[0] ?? '')?.firstId,
  );
  const letters = ends ? chosen : chosen.slice(0, -1);
  if (letters.length < 2) throw new Error(`Too few letters tell rows apart: ${letters.join(' ')}`);
  return letters;
}

async function open(page: Page): Promise<number> {
  const took = page.evaluate(async () => {
    const from = performance.now();
    window.location.hash = '#/inventory';
    const shown = () => document.querySelector('[role="table"] [data-index] a') !== null;
    while (!shown()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - from;
  });
  return took;
}

/** Replaces what was typed by one letter: from the key's own time to the frame after the one with the right rows. */
async function type({ page, expected }: Shop, letter: string): Promise<number> {
  const wanted = expected.get(letter);
  if (wanted === undefined) throw new Error(`Nothing is expected of ${letter}`);
  const box = page.getByRole('searchbox');
  await box.focus();
  await page.keyboard.press('Control+a');
  // Whatever the last letter set off is over.
  await page.waitForTimeout(400);
  const took = page.evaluate(
    ({ total, firstId, withinMs }) =>
      new Promise<number>((resolve, reject) => {
        const isRight = () => {
          const table = document.querySelector('[role="table"]');
          const first = table?.querySelector<HTMLAnchorElement>('[data-index="0"] a');
          return table?.getAttribute('aria-rowcount') === String(total + 1) && first?.href.includes(firstId) === true;
        };
        document.addEventListener(
          'keydown',
          ({ timeStamp }) => {
            const look = () => {
              if (isRight()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
              else if (performance.now() - timeStamp > withinMs) reject(new Error('The right rows never came'));
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      }),
    { ...wanted, withinMs: WITHIN_MS },
  );
  // The page listens before the key comes: an evaluation is sent before the key is, on the same connection.
  await page.evaluate(() => undefined);
  await page.keyboard.press(letter);
  return took;
}

/** No market is there: the background says that it is connected and unlocked. */
async function answerVault(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: Record<string, unknown> } }).chrome;
    const vault = {
      state: 'unlocked',
      hasPassphrase: false,
      keyMode: 'session',
      autoLockMinutes: null,
      standing: 'ready',
    };
    runtime['sendMessage'] = (message: { name?: string }, respond?: (answer: unknown) => void) => {
      const answer =
        message.name === 'vault/status'
          ? { ok: true, output: vault }
          : { ok: false, error: { code: 'no-answer', message: 'The background does not answer.' } };
      respond?.(answer);
      return Promise.resolve(answer);
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
