import type { BrowserContext, Page } from '@playwright/test';
import { buildExtension } from '../../../scripts/build-extension';
import { launchExtension, type RunningExtension } from '../../../scripts/launch-extension';
import { OUT_DIR } from './build-for-tests';

/**
 * The extension built with hooks for tests: it may read the sites' pages from the start, and its card can be looked into.
 * Who needs it first waits for the whole build, so it is made before a test and not as part of one.
 *
 * @returns its folder
 */
export function buildWithCard(): string {
  const apiUrl = `http://127.0.0.1:${process.env.ARCHVD_E2E_PORT}/api/v1`;
  return buildExtension({ apiUrl, outDir: `${OUT_DIR}-hooks`, reuse: true, testHooks: true });
}

export async function openWithCard(): Promise<RunningExtension> {
  return launchExtension({ extension: buildWithCard(), headless: true });
}

export interface ServedSite {
  /** Addresses asked for so far. */
  readonly asked: string[];
}

/** What a site's host answers: pages by their address, with or without its query, and one for every other. */
export interface SitePages {
  /** `https://stockx.com` */
  readonly origin: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly plain: string;
}

/** Answers a marketplace's host with hand-made pages. Nothing reaches the network. */
export async function serveSite(context: BrowserContext, { origin, pages, plain }: SitePages): Promise<ServedSite> {
  const asked: string[] = [];
  await context.route(`${origin}/**`, (route) => {
    const url = route.request().url();
    asked.push(url);
    const body = pages[url] ?? pages[url.split('?')[0] ?? ''] ?? plain;
    return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body });
  });
  return { asked };
}

/** Number of cards in the page. */
export async function cards(page: Page): Promise<number> {
  return page.locator('archvd-card').count();
}

/** What the card says now, with everything in it that can be seen; null where there is none. */
export async function cardText(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const card = document.querySelector('archvd-card');
    const shown = [...(card?.shadowRoot?.children ?? [])].filter((child) => child.checkVisibility());
    return card === null ? null : shown.map((child) => (child as HTMLElement).innerText).join(' ');
  });
}

/** A navigation inside the page as sites do it: the address at once, the product's head after `afterMs`. */
export async function pushTo(page: Page, to: { url: string; html: string; afterMs: number }): Promise<void> {
  await page.evaluate(({ url, html, afterMs }) => {
    history.pushState({}, '', url);
    setTimeout(() => {
      const main = document.querySelector('main');
      if (main !== null) main.innerHTML = html;
    }, afterMs);
  }, to);
}

/**
 * Everything the card says, frame by frame from the moment the address holds `part`: for three seconds, and for so many
 * frames where they come slowly.
 */
export function textsFrom(page: Page, part: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const texts: string[] = [];
    const text = (): string => {
      const root = document.querySelector('archvd-card')?.shadowRoot;
      return [...(root?.children ?? [])].map((child) => (child as HTMLElement).innerText ?? '').join(' ');
    };
    while (!location.pathname.includes(wanted)) await new Promise((resolve) => setTimeout(resolve, 0));
    for (const until = performance.now() + 3000; performance.now() < until || texts.length < 40;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      texts.push(text());
    }
    return texts;
  }, part);
}
