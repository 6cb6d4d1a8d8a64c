import type { BrowserContext } from '@playwright/test';
import { makeStockxPage, SLUG_A, URL_B, HERO_B, type StockxPage } from '../../fixtures/pages/stockx/make-page';
import { serveSite, type ServedSite } from './site-pages';

/** The hero as the site lays it out: pictures to the left, the box of prices and buttons to the right. */
const LOOK = `<style>main{width:1100px;margin:40px auto}[data-testid="pdp-hero"]{display:flex;min-height:500px}
[data-testid="pdp-hero-title"]{flex:1;background:#eee}[data-testid="pdp-hero-buysell"]{width:420px}#buy{width:400px;height:60px}</style>`;

export function stockxPage(over: Partial<StockxPage> = {}): string {
  return makeStockxPage({ head: LOOK, ...over });
}

/** Answers stockx.com with A, B and, everywhere else, a list of shoes. */
export async function serveStockx(
  context: BrowserContext,
  pages: Readonly<Record<string, string>> = {},
): Promise<ServedSite> {
  return serveSite(context, {
    origin: 'https://stockx.com',
    pages: {
      [`https://stockx.com/${SLUG_A}`]: stockxPage(),
      [URL_B]: stockxPage({ product: null, hero: HERO_B, jsonld: [], title: 'Gazette Runner Core Grey' }),
      ...pages,
    },
    plain: stockxPage({ product: null, hero: null, jsonld: [], title: 'Retro Jordans' }),
  });
}
