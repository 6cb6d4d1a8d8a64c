import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { buildExtension } from '../../../scripts/build-extension';
import { launchExtension } from '../../../scripts/launch-extension';
import { makeGoatPage, SHOE_A, type GoatPage } from '../../fixtures/pages/goat/make-page';

/** The pictures of the README, from the demo market of an official build: `npx tsx tests/e2e/screens/take-readme-pictures.ts`. */

const OUT = fileURLToPath(new URL('../../../.github/pictures/', import.meta.url));
const SHOE_URL = 'https://www.goat.com/sneakers/dunk-low-black-white-dd1391-100';

const LOOK = `<style>body{margin:0;font:16px system-ui;color:#111;background:#fff}main{width:760px;margin:32px 40px}
.gallery{height:380px;background:#f3f3f1}[data-qa="buy_bar_desktop"] .swiper-wrapper{display:flex;gap:18px;margin-top:24px}</style>`;

const SHOE: Partial<GoatPage> = {
  head: LOOK,
  name: "Dunk Low 'Black White'",
  template: {
    ...SHOE_A,
    slug: 'dunk-low-black-white-dd1391-100',
    sku: 'DD1391 100',
    name: "Dunk Low 'Black White'",
  },
  bar: [
    { size: '8', price: '$71' },
    { size: '8.5', price: '$68' },
    { size: '9', price: '$74' },
    { size: '9.5', price: '$79' },
    { size: '10', price: '$62' },
    { size: '10.5', price: '$81' },
    { size: '11', price: '$77' },
    { size: '12', price: null },
  ],
};

async function shoot(page: Page, name: string, clip?: { x: number; y: number; width: number; height: number }) {
  await page.waitForTimeout(1200);
  await page.screenshot({ path: join(OUT, `${name}.png`), ...(clip === undefined ? {} : { clip }) });
}

async function open(context: BrowserContext, url: string, width: number, height: number): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(url);
  return page;
}

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const extension = buildExtension({
    apiUrl: 'https://api.alias.org/api/v1',
    outDir: '.output/pictures',
    reuse: true,
    testHooks: true,
  });
  const { context, extensionId, close } = await launchExtension({ extension, headless: true });
  try {
    const home = `chrome-extension://${extensionId}/dashboard.html`;
    const page = await open(context, home, 1280, 720);
    await page.getByRole('button', { name: 'Try the demo market' }).click();
    await page.getByTestId('profit-30d').waitFor({ timeout: 60_000 });
    // Prices and costs come a moment after the listings.
    await page.waitForTimeout(25_000);
    await page.reload();
    await shoot(page, 'today');
    await page.goto(`${home}#/inventory`);
    await shoot(page, 'inventory');
    await page.goto(`${home}#/rules?item=new:dollar-below`);
    await page
      .getByTestId('rule-preview')
      .getByText(/listings would change/)
      .waitFor();
    await shoot(page, 'rules');
    await page.goto(`${home}#/market?q=dunk`);
    await page
      .getByTestId('catalog-hit')
      .first()
      .click()
      .catch(() => undefined);
    await shoot(page, 'market');
    await context.route('https://www.goat.com/**', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: makeGoatPage(SHOE) }),
    );
    const shop = await open(context, `${SHOE_URL}?size=10`, 1180, 660);
    await shop.locator('archvd-card').waitFor({ state: 'attached' });
    await shop.waitForTimeout(6000);
    await shoot(shop, 'card');
  } finally {
    await close();
  }
}

await main();
