import type { Page } from '@playwright/test';
import type { RunningExtension } from '../../../scripts/launch-extension';
import { expect, test } from './extension-test';
import { cards, cardText, openWithCard, pushTo, textsFrom } from './site-pages';

/** What holds for the card on every site: one browser for the tests of a file, and looks that say whether it is in the way. */

interface SharedCard {
  /** From the first test of the file on. */
  readonly running: RunningExtension;
}

/** One browser with the card for all tests of a file, with neither pages nor answers left over from one to the next. */
export function sharedCard(): SharedCard {
  let running: RunningExtension | null = null;
  const opened = (): RunningExtension => {
    if (running === null) throw new Error('The browser of these tests has not been opened.');
    return running;
  };
  test.beforeAll(async () => {
    // The first of them waits for a build.
    test.setTimeout(240_000);
    running = await openWithCard();
  });
  test.afterAll(() => opened().close());
  test.afterEach(async () => {
    for (const page of opened().context.pages().slice(1)) await page.close();
    await opened().context.unrouteAll();
  });
  return {
    get running() {
      return opened();
    },
  };
}

interface Navigation {
  /** Where the page goes by itself, and what its head is then. */
  readonly to: Parameters<typeof pushTo>[1];
  /** What only the addresses of the new product hold. */
  readonly part: string;
  /** What only the former product's page says, and only the new one's. */
  readonly former: RegExp;
  readonly next: RegExp;
}

/** After a navigation inside the page: never the former product's numbers, then the new one's, in one card. */
export async function expectNothingOfFormer(page: Page, { to, part, former, next }: Navigation): Promise<void> {
  // One frame for the card to redraw; from then on every frame counts.
  const seen = textsFrom(page, part);
  await pushTo(page, to);
  const texts = await seen;
  expect(texts.length).toBeGreaterThan(30);
  expect(texts.slice(2).filter((text) => former.test(text))).toEqual([]);
  await expect.poll(() => cardText(page)).toMatch(next);
  expect(await cards(page)).toBe(1);
}

/** Notes how the page is before any script of the card runs; to be called before the page is opened. */
export async function noteUntouched(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const facts = () => ({
      html: [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`),
      body: [...document.body.attributes].map(({ name, value }) => `${name}=${value}`),
      app: document.querySelector('#__next')?.outerHTML,
      styles: document.querySelectorAll('style, link').length + document.adoptedStyleSheets.length,
      scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
      hero: JSON.stringify(document.querySelector('h1')?.getBoundingClientRect()),
    });
    Object.assign(window, { facts, shifts: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (window as unknown as { shifts: number[] }).shifts.push(entry.duration);
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('DOMContentLoaded', () => Object.assign(window, { before: facts() }));
  });
}

/** Nothing of the page is other than `noteUntouched` noted it, and nothing has moved. */
export async function expectUntouched(page: Page): Promise<void> {
  const { before, after, shifts } = await page.evaluate(() => {
    const noted = window as unknown as { facts(): object; before: object; shifts: number[] };
    return { before: noted.before, after: noted.facts(), shifts: noted.shifts };
  });
  expect(after).toEqual(before);
  expect(shifts).toEqual([]);
}

/** Changes of the page and of the card within three seconds. */
export function writesWhileResting(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let count = 0;
    const observer = new MutationObserver((records) => (count += records.length));
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(document, all);
    const root = document.querySelector('archvd-card')?.shadowRoot;
    if (root) observer.observe(root, all);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    return count;
  });
}

/** Thrown out it comes back, but not for ever. */
export async function expectToComeBackAWhile(page: Page): Promise<void> {
  let returns = 0;
  for (let nth = 0; nth < 8; nth += 1) {
    await page.evaluate(() => document.querySelector('archvd-card')?.remove());
    await page.waitForTimeout(400);
    returns += await cards(page);
  }
  expect(returns).toBeGreaterThan(0);
  expect(returns).toBeLessThan(8);
}
