import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../../scripts/find-chromium';
import type { stockxReader } from '../../lib/marketplaces/stockx/page/reader';
import { makeStockxPage, PRODUCT_A, URL_A } from '../fixtures/pages/stockx/make-page';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DATA_CHARACTERS = 2_000_000;
const TILES = 300;

export interface PagesMeasure {
  /** Reading a page for the first time against `JSON.parse` of its data; medians of runs that take turns. */
  readonly ratio: number;
  readonly readMs: number;
  readonly parseMs: number;
  /** Reading it again when nothing has changed. */
  readonly againMs: number;
}

/** What reading a large product page costs, in the browser, by the reader as it is delivered. */
export async function measurePages(rounds: number): Promise<PagesMeasure> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    await page.setContent(largePage());
    // tsx wraps named functions in `__name(…)`; a function that is sent into the browser needs one there too.
    await page.addScriptTag({ content: 'globalThis.__name ??= (fn) => fn;' });
    await page.addScriptTag({ content: await builtReader() });
    const measure = await measureIn(page, rounds);
    console.log(
      `     page of 2 MB: read ${measure.readMs.toFixed(1)} ms, again ${measure.againMs.toFixed(1)} ms, data parsed ${measure.parseMs.toFixed(1)} ms`,
    );
    return measure;
  } finally {
    await browser.close();
  }
}

/** The product stands behind many others, each with sizes and conversions of its own, as deep as its own. */
function largePage(): string {
  const one = JSON.stringify(PRODUCT_A).length;
  const related = Array.from({ length: Math.ceil(DATA_CHARACTERS / one) }, (_one, nth) => ({
    ...PRODUCT_A,
    id: `other-${nth}`,
    urlKey: `nike-aero-court-${nth}`,
    styleId: '',
  }));
  const tiles = Array.from(
    { length: TILES },
    (_one, nth) =>
      `<div data-testid="product-tile"><a href="/x-${nth}"><p>Shoe ${nth}</p></a><p data-testid="product-tile-lowest-ask-amount">$${nth + 50}</p></div>`,
  );
  return makeStockxPage({ related, more: tiles.join('') });
}

async function builtReader(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: true,
      lib: { entry: join(ROOT, 'lib/marketplaces/stockx/page/reader.ts'), formats: ['iife'], name: 'pageReader' },
    },
  });
  const [output] = Array.isArray(built) ? built.flatMap((each) => each.output) : [];
  if (output?.type !== 'chunk') throw new Error('The reader was not built.');
  return output.code;
}

async function measureIn(page: Page, rounds: number): Promise<PagesMeasure> {
  return await page.evaluate(
    ({ url, times }) => {
      const { stockxReader: reader } = Reflect.get(window, 'pageReader') as { stockxReader: typeof stockxReader };
      const timed = (run: () => unknown): number => {
        const from = performance.now();
        run();
        return performance.now() - from;
      };
      const read: number[] = [];
      const again: number[] = [];
      const parsed: number[] = [];
      for (let nth = 0; nth < times + 3; nth += 1) {
        const old = document.querySelector('script#__NEXT_DATA__');
        const text = old?.textContent ?? '';
        // What was read is kept for as long as its element lives: a new one is a page nobody has read yet.
        const fresh = document.createElement('script');
        fresh.id = '__NEXT_DATA__';
        fresh.type = 'application/json';
        fresh.textContent = text;
        old?.replaceWith(fresh);
        const parse = (): void => void parsed.push(timed(() => JSON.parse(text)));
        if (nth % 2 === 0) parse();
        read.push(timed(() => reader.read(document, url, false)));
        if (nth % 2 === 1) parse();
        again.push(timed(() => reader.read(document, url, false)));
        const reading = reader.read(document, url, false);
        if (reading.identity.styleCode?.source !== 'embedded' || reading.price?.minor !== 18_900)
          throw new Error('The page was not read.');
      }
      const median = (values: readonly number[]): number => {
        const sorted = values.slice(3).toSorted((a, b) => a - b);
        return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
      };
      const [readMs, parseMs, againMs] = [median(read), median(parsed), median(again)];
      return { ratio: readMs / parseMs, readMs, parseMs, againMs };
    },
    { url: URL_A, times: rounds },
  );
}
