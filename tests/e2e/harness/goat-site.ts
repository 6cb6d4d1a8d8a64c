import type { BrowserContext, Page } from '@playwright/test';
import { buildExtension } from '../../../scripts/build-extension';
import { launchExtension, type RunningExtension } from '../../../scripts/launch-extension';
import {
  BAR_B,
  goatHero,
  makeGoatPage,
  SHOE_A_URL,
  SHOE_B,
  SHOE_B_URL,
  type GoatPage,
} from '../../fixtures/pages/goat/make-page';
import { OUT_DIR } from './build-for-tests';

/** The extension built with hooks for tests: it may read GOAT's pages from the start, and its card can be looked into. */
export async function openWithCard(): Promise<RunningExtension> {
  const apiUrl = `http://127.0.0.1:${process.env.ARCHVD_E2E_PORT}/api/v1`;
  const extension = buildExtension({ apiUrl, outDir: `${OUT_DIR}-hooks`, reuse: true, testHooks: true });
  return launchExtension({ extension, headless: true });
}

/** What a page of the site looks like with room around the product, so that anything that moves is seen. */
const LOOK = `<style>main{width:900px;margin:40px auto}h1{height:60px}.gallery{height:400px;background:#eee}
[data-qa="buy_bar_desktop"] .swiper-wrapper{display:flex;gap:8px}</style>`;

export function productPage(over: Partial<GoatPage> = {}): string {
  return makeGoatPage({ head: LOOK, ...over });
}

export interface GoatSite {
  /** Addresses asked for so far. */
  readonly asked: string[];
}

/** Answers www.goat.com with A, B and, everywhere else, a page without a product. Nothing reaches the network. */
export async function serveGoat(
  context: BrowserContext,
  pages: Readonly<Record<string, string>> = {},
): Promise<GoatSite> {
  const asked: string[] = [];
  const known: Record<string, string> = {
    [SHOE_A_URL]: productPage(),
    [SHOE_B_URL]: productPage({ template: SHOE_B, name: SHOE_B.name, bar: BAR_B }),
    ...pages,
  };
  await context.route('https://www.goat.com/**', (route) => {
    const url = route.request().url();
    asked.push(url);
    const plain = productPage({ template: null, name: null, bar: null, title: 'GOAT' });
    const body = known[url] ?? known[url.split('?')[0] ?? ''] ?? plain;
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

/** A navigation inside the page as the site does it: the address at once, the product's head after `afterMs`. */
export async function pushToB(page: Page, afterMs: number): Promise<void> {
  await page.evaluate(
    ({ url, html, ms }) => {
      history.pushState({}, '', url);
      setTimeout(() => {
        const main = document.querySelector('main');
        if (main !== null) main.innerHTML = html;
      }, ms);
    },
    { url: SHOE_B_URL, html: goatHero(SHOE_B.name, BAR_B), ms: afterMs },
  );
}
