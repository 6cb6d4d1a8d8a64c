import type { BrowserContext } from '@playwright/test';
import {
  BAR_B,
  goatHero,
  makeGoatPage,
  SHOE_A_URL,
  SHOE_B,
  SHOE_B_URL,
  type GoatPage,
} from '../../fixtures/pages/goat/make-page';
import { serveSite, type pushTo, type ServedSite } from './site-pages';

/** What a page of the site looks like with room around the product, so that anything that moves is seen. */
const LOOK = `<style>main{width:900px;margin:40px auto}h1{height:60px}.gallery{height:400px;background:#eee}
[data-qa="buy_bar_desktop"] .swiper-wrapper{display:flex;gap:8px}</style>`;

export function productPage(over: Partial<GoatPage> = {}): string {
  return makeGoatPage({ head: LOOK, ...over });
}

/** Answers www.goat.com with A, B and, everywhere else, a page without a product. */
export async function serveGoat(
  context: BrowserContext,
  pages: Readonly<Record<string, string>> = {},
): Promise<ServedSite> {
  return serveSite(context, {
    origin: 'https://www.goat.com',
    pages: {
      [SHOE_A_URL]: productPage(),
      [SHOE_B_URL]: productPage({ template: SHOE_B, name: SHOE_B.name, bar: BAR_B }),
      ...pages,
    },
    plain: productPage({ template: null, name: null, bar: null, title: 'GOAT' }),
  });
}

/** Where a navigation inside the page leads: to B, whose head comes `afterMs` later. */
export function toB(afterMs: number): Parameters<typeof pushTo>[1] {
  return { url: SHOE_B_URL, html: goatHero(SHOE_B.name, BAR_B), afterMs };
}
