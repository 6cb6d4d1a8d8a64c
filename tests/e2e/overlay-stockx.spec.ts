import type { Page } from '@playwright/test';
import { HERO_A, HERO_B, stockxHero, URL_A, URL_B } from '../fixtures/pages/stockx/make-page';
import {
  expectNothingOfFormer,
  expectToComeBackAWhile,
  expectUntouched,
  noteUntouched,
  sharedCard,
  writesWhileResting,
} from './harness/card-on-page';
import { expect, test } from './harness/extension-test';
import { cards, cardText, pushTo } from './harness/site-pages';
import { serveStockx, stockxPage } from './harness/stockx-site';

/** The card where the data of a page outlives its product, prices come late and lists look like products. */

/** What only the first shoe's page says. */
const OF_A = /ZX1234|Test Lime|189|141/;
const OF_B = /QX4321|Gazette/;

const card = sharedCard();

async function openCard(url = URL_A): Promise<Page> {
  const page = await card.running.context.newPage();
  await page.goto(url);
  await expect.poll(() => cardText(page), { timeout: 15_000 }).toMatch(url === URL_A ? OF_A : OF_B);
  return page;
}

test('S18: a list that looks like a product by its address gets no card', async () => {
  await serveStockx(card.running.context);
  for (const path of ['/retro-jordans', '/sneakers', '/buy/nike-aero-court-1-low-test-lime?size=10']) {
    const page = await card.running.context.newPage();
    await page.goto(`https://stockx.com${path}`);
    await page.waitForTimeout(1500);
    expect(await cards(page), path).toBe(0);
    await page.close();
  }
});

test('S16: after a navigation inside the page never the former product’s numbers, then the new one’s', async () => {
  await serveStockx(card.running.context);
  const page = await openCard();
  const to = { url: URL_B, html: stockxHero(HERO_B), afterMs: 400 };
  await expectNothingOfFormer(page, { to, part: 'gazette', former: OF_A, next: OF_B });
});

test('from a product to a list the card goes, and comes back with the product', async () => {
  await serveStockx(card.running.context);
  const page = await openCard();
  await pushTo(page, { url: 'https://stockx.com/retro-jordans', html: '<h1>Retro Jordans</h1>', afterMs: 100 });
  await expect.poll(() => cardText(page), { timeout: 8000 }).toBe('');
  await pushTo(page, { url: URL_B, html: stockxHero(HERO_B), afterMs: 100 });
  await expect.poll(() => cardText(page)).toMatch(OF_B);
});

test('S3: a price that comes late is waited for, in the same card', async () => {
  await serveStockx(card.running.context, { [URL_A]: stockxPage({ hero: { ...HERO_A, price: null } }) });
  const page = await openCard();
  const before = (await cardText(page)) ?? '';
  expect(before).not.toMatch(/\$120|\$141/);
  await page.evaluate(() => {
    const amount = document.createElement('h2');
    amount.dataset['testid'] = 'trade-box-buy-amount';
    amount.textContent = '$189';
    document.querySelector('[data-testid="pdp-hero-buysell"]')?.append(amount);
  });
  await page.waitForTimeout(1000);
  expect(await cards(page)).toBe(1);
  expect(await cardText(page)).not.toMatch(/\$120|\$141/);
});

test('O1, O3, O7: nothing of the page changes, nothing moves, and then all is quiet', async () => {
  await serveStockx(card.running.context);
  const page = await card.running.context.newPage();
  await noteUntouched(page);
  await page.goto(URL_A);
  await expect.poll(() => cardText(page)).toMatch(OF_A);
  await page.waitForTimeout(2500);
  await expectUntouched(page);
  expect(await writesWhileResting(page)).toBe(0);
});

test('the card stands at the left, covers no buy button, and begins folded where there is no room', async () => {
  await serveStockx(card.running.context);
  const page = await openCard();
  const rectOf = (part: string) =>
    page.evaluate((selector) => {
      const root = document.querySelector('archvd-card')?.shadowRoot;
      const { left, right, top, bottom } = root?.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      return { left, right, top, bottom };
    }, part);
  // It glides into its place.
  await expect.poll(async () => (await rectOf('.card')).left).toBeLessThan(20);
  // The page is laid out anew, with its buttons where the card stands.
  await page.evaluate(() => {
    const box = document.querySelector<HTMLElement>('[data-testid="pdp-hero-buysell"]');
    box?.setAttribute('style', 'position:fixed;left:0;top:0;bottom:0');
  });
  const isFree = () =>
    page.evaluate(() => {
      const box = document.querySelector('[data-testid="pdp-hero-buysell"]')?.getBoundingClientRect() ?? new DOMRect();
      const points = [0.05, 0.5, 0.95].flatMap((x) => [0.05, 0.5, 0.95].map((y) => [x, y] as const));
      return points.every(
        ([x, y]) =>
          document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)?.localName !== 'archvd-card',
      );
    });
  await expect.poll(isFree).toBe(true);
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.evaluate(() => document.querySelector('[data-testid="pdp-hero-buysell"]')?.removeAttribute('style'));
  await expect.poll(() => page.locator('archvd-card .tab').count()).toBe(1);
  // Opened by hand it opens all the same.
  await page.locator('archvd-card .tab').click();
  await expect.poll(() => page.locator('archvd-card .card').count()).toBe(1);
});

test('O5, O10, O11: under dialogs, silent, and not printed', async () => {
  const site = await serveStockx(card.running.context);
  const page = await openCard();
  await page.evaluate(() => {
    const popover = document.createElement('div');
    popover.popover = 'auto';
    popover.innerHTML = '<button>Accept</button>';
    document.body.append(popover);
    popover.showPopover();
  });
  await expect.poll(() => cardText(page)).toBe('');
  await page.keyboard.press('Escape');
  await expect.poll(() => cardText(page)).toMatch(OF_A);
  expect(site.asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([URL_A]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('archvd-card')!).display)).toBe('none');
});

test('O8: thrown out it comes back, and again after the next navigation; a second of its kind goes', async () => {
  await serveStockx(card.running.context);
  const page = await openCard();
  await expectToComeBackAWhile(page);
  await pushTo(page, { url: URL_B, html: stockxHero(HERO_B), afterMs: 50 });
  await expect.poll(() => cards(page)).toBe(1);
  await page.evaluate(() => document.documentElement.append(document.createElement('archvd-card')));
  await expect.poll(() => cards(page)).toBe(1);
});
