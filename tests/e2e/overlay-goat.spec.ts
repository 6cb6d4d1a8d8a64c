import type { Page } from '@playwright/test';
import { SHOE_A_URL, SHOE_B_URL } from '../fixtures/pages/goat/make-page';
import { expect, test } from './harness/extension-test';
import {
  expectNothingOfFormer,
  expectToComeBackAWhile,
  expectUntouched,
  noteUntouched,
  sharedCard,
  writesWhileResting,
} from './harness/card-on-page';
import { productPage, serveGoat, toB } from './harness/goat-site';
import { cards, cardText, openWithCard, pushTo } from './harness/site-pages';
import { isWorkerRunning, killWorker } from './harness/worker-control';

/** The card on product pages: there when it should be, about the right product, and in nobody's way. */

/** Only what runs inside the worker below. */
declare const chrome: {
  scripting: {
    getRegisteredContentScripts(): Promise<{ id: string; matches: string[] }[]>;
    executeScript(injection: object): Promise<unknown>;
  };
  tabs: { query(filter: object): Promise<{ id: number }[]> };
};

/** What only the first shoe's page says. */
const OF_A = /ZX1234|Test Lime|175|189|201/;
const OF_B = /QX4321|Gazette/;

const card = sharedCard();

async function openCard(url = SHOE_A_URL): Promise<Page> {
  const page = await card.running.context.newPage();
  await page.goto(url);
  await expect.poll(() => cards(page), { timeout: 15_000 }).toBe(1);
  return page;
}

test('G1: the card comes on a product page and says what the page says', async () => {
  await serveGoat(card.running.context);
  const page = await openCard();
  await expect.poll(() => cardText(page)).toMatch(/ZX1234-567|Test Lime/);
});

test('no card, and no more work, on pages without a product', async () => {
  await serveGoat(card.running.context);
  for (const path of ['/', '/sneakers', '/sneakers/brand/nike', '/search?query=zx1234-567']) {
    const page = await card.running.context.newPage();
    await page.goto(`https://www.goat.com${path}`);
    await page.waitForTimeout(700);
    expect(await cards(page), path).toBe(0);
    await page.close();
  }
});

test('G13: after a navigation inside the page never the former product’s numbers, then the new one’s', async () => {
  await serveGoat(card.running.context);
  const page = await openCard();
  await expect.poll(() => cardText(page)).toMatch(OF_A);
  await expectNothingOfFormer(page, { to: toB(400), part: 'gazette', former: OF_A, next: OF_B });
});

test('a product that is reached from a list gets its card, and loses it again on the way back', async () => {
  await serveGoat(card.running.context);
  const page = await card.running.context.newPage();
  await page.goto('https://www.goat.com/sneakers');
  await page.waitForTimeout(500);
  expect(await cards(page)).toBe(0);
  await pushTo(page, toB(200));
  await expect.poll(() => cardText(page)).toMatch(OF_B);
  await page.goBack();
  await expect.poll(() => cardText(page)).toBe('');
  await page.goForward();
  await expect.poll(() => cardText(page)).toMatch(OF_B);
});

test('O1, O3: nothing of the page changes, nothing moves', async () => {
  await serveGoat(card.running.context);
  const page = await card.running.context.newPage();
  await noteUntouched(page);
  await page.goto(SHOE_A_URL);
  await expect.poll(() => cardText(page)).toMatch(OF_A);
  await page.waitForTimeout(500);
  await expectUntouched(page);
});

test('O5: the page’s own dialogs are above the card and can be used', async () => {
  await serveGoat(card.running.context);
  const page = await openCard();
  await expect.poll(() => cardText(page)).toMatch(OF_A);
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<button id="ok" onclick="this.dataset.pressed = 1">OK</button>';
    document.body.append(dialog);
    dialog.showModal();
  });
  await expect.poll(() => cardText(page)).toBe('');
  await page.click('#ok');
  expect(await page.getAttribute('#ok', 'data-pressed')).toBe('1');
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await expect.poll(() => cardText(page)).toMatch(OF_A);
  // A library that puts its layer above the highest it finds, and calls it nothing.
  await page.evaluate(() => {
    const levels = [...document.querySelectorAll('*')].map((one) => Number(getComputedStyle(one).zIndex) || 0);
    const layer = document.createElement('div');
    const place = `position:fixed;inset:0;background:#fff8;z-index:${Math.max(...levels) + 1}`;
    layer.innerHTML = `<div id="layer" style="${place}"></div>`;
    document.body.append(layer);
  });
  const top = await page.evaluate(() => {
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [innerWidth * x, innerHeight * y]));
    return points.map(([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.id);
  });
  expect(new Set(top)).toEqual(new Set(['layer']));
});

test('O5: a closed dialog that is kept in place hides nothing; an open one without a size of its own does', async () => {
  await serveGoat(card.running.context);
  const page = await openCard();
  await expect.poll(() => cardText(page)).toMatch(OF_A);
  const put = (style: string, inside = '') =>
    page.evaluate(
      ([css, html]) => {
        const dialog = document.createElement('div');
        dialog.setAttribute('role', 'dialog');
        dialog.setAttribute('aria-modal', 'true');
        dialog.setAttribute('style', css);
        dialog.innerHTML = html;
        document.body.append(dialog);
      },
      [style, inside] as const,
    );
  for (const style of ['visibility:hidden', 'opacity:0', 'position:fixed;left:100%;top:0'])
    await put(`${style};width:200px;height:200px`, '<p>Cart</p>');
  await page.waitForTimeout(700);
  expect(await cardText(page)).toMatch(OF_A);
  await put('', '<div style="position:fixed;inset:0;background:#fff">Choose a country</div>');
  await expect.poll(() => cardText(page)).toBe('');
  await page.evaluate(() => document.body.lastElementChild?.remove());
  await expect.poll(() => cardText(page)).toMatch(OF_A);
});

test('a buy button that has lost its name is known by its words, and is not covered', async () => {
  const html = productPage({ bar: null, more: '<button id="bag">Add to Bag</button>' });
  await serveGoat(card.running.context, { [SHOE_A_URL]: html });
  const page = await openCard();
  await expect.poll(() => cardText(page)).toMatch(/ZX1234|Test Lime/);
  await page.evaluate(() =>
    document
      .querySelector('#bag')
      ?.setAttribute('style', 'position:fixed;right:0;top:0;bottom:0;width:340px;height:100%'),
  );
  await page.evaluate(() => document.body.classList.add('laid-out-anew'));
  await expect
    .poll(() =>
      page.evaluate(() =>
        [0.1, 0.3, 0.5, 0.7, 0.9].every(
          (y) => document.elementFromPoint(innerWidth - 150, innerHeight * y)?.id === 'bag',
        ),
      ),
    )
    .toBe(true);
});

test('O6: what is typed in the card the page does not hear', async () => {
  await serveGoat(card.running.context);
  const page = await openCard();
  await expect.poll(() => cardText(page)).toMatch(OF_A);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['keydown', 'keypress', 'keyup', 'input', 'paste']) {
      for (const capture of [true, false]) document.addEventListener(type, (event) => heard.push(event.type), capture);
      window.addEventListener(type, (event) => heard.push(event.type));
    }
    const input = document.createElement('input');
    input.addEventListener('keydown', (event) => (input.dataset['last'] = event.key));
    document.querySelector('archvd-card')?.shadowRoot?.append(input);
    input.focus();
  });
  await page.keyboard.type('abc 10');
  const typed = await page.evaluate(() => {
    const root = document.querySelector('archvd-card')?.shadowRoot;
    const input = root?.lastElementChild as HTMLInputElement | undefined;
    const { heard } = window as unknown as { heard: string[] };
    return { value: input?.value, last: input?.dataset['last'], heard: heard.filter((type) => type !== 'input') };
  });
  expect(typed).toEqual({ value: 'abc 10', last: '0', heard: [] });
  // The listeners do listen.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('x');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard.length)).toBeGreaterThan(0);
});

test('O7: a page that rests is left in rest', async () => {
  await serveGoat(card.running.context);
  const page = await openCard();
  await expect.poll(() => cardText(page)).toMatch(OF_A);
  await page.waitForTimeout(2500);
  expect(await writesWhileResting(page)).toBe(0);
});

test('O8: put in twice it is there once; thrown out it comes back, but not for ever', async () => {
  await serveGoat(card.running.context);
  const page = await openCard();
  await expect.poll(() => cardText(page)).toMatch(OF_A);
  await card.running.worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://www.goat.com/*' });
    for (const file of ['/overlay.js', '/card.js', '/content-scripts/detector.js', '/overlay.js', '/card.js'])
      await chrome.scripting.executeScript({ target: { tabId: tab?.id }, files: [file] });
  });
  await page.waitForTimeout(300);
  expect(await cards(page)).toBe(1);
  await expectToComeBackAWhile(page);
});

test('O10: the page is asked nothing', async () => {
  const site = await serveGoat(card.running.context);
  const page = await openCard();
  await expect.poll(() => cardText(page)).toMatch(OF_A);
  await page.waitForTimeout(500);
  expect(site.asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([SHOE_A_URL]);
});

test('O11: it is not printed', async () => {
  await serveGoat(card.running.context);
  const page = await openCard();
  const display = () => page.evaluate(() => getComputedStyle(document.querySelector('archvd-card')!).display);
  expect(await display()).toBe('block');
  await page.emulateMedia({ media: 'print' });
  expect(await display()).toBe('none');
});

test('a worker that was ended answers the next page', async () => {
  await serveGoat(card.running.context);
  await killWorker(card.running.context, card.running.extensionId, 'close-target');
  await expect.poll(() => isWorkerRunning(card.running.context, card.running.extensionId)).toBe(false);
  const page = await openCard(SHOE_B_URL);
  await expect.poll(() => cardText(page)).toMatch(OF_B);
});

test('in the demo the card says so, and a size that is picked shows how it sells', async () => {
  const own = await openWithCard();
  const home = await own.context.newPage();
  await home.goto(`chrome-extension://${own.extensionId}/dashboard.html`);
  await home.getByRole('button', { name: 'Try the demo market' }).click();
  await expect(home.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible({ timeout: 30_000 });
  const url = SHOE_A_URL.replace('zx1234-567', 'dd1391-100');
  const html = productPage().replaceAll('ZX1234 567', 'DD1391 100').replaceAll('zx1234-567', 'dd1391-100');
  await serveGoat(own.context, { [url]: html });
  const page = await own.context.newPage();
  await page.goto(url);
  const shown = page.locator('archvd-card');
  const sizes = shown.getByRole('combobox', { name: 'Size' });
  for (const size of ['9', '10']) {
    await sizes.selectOption(size);
    await expect(shown.getByText(/week$/), size).toBeVisible();
  }
  await expect(shown.getByText('Break even on alias at')).toBeVisible();
  await expect(shown.getByText('Demo', { exact: true })).toBeVisible();
  await shown.getByRole('button', { name: 'Fold' }).click();
  await expect(shown.getByRole('button', { name: /^Open the ArchVD card: Demo\./ })).toBeVisible();
  await own.close();
});

test('a site that was not allowed sees nothing of the extension', async ({ extension }) => {
  const site = await serveGoat(extension.context);
  const page = await extension.context.newPage();
  await page.goto(SHOE_A_URL);
  await page.waitForTimeout(1500);
  expect(await cards(page)).toBe(0);
  expect(await extension.worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
  expect(site.asked).toContain(SHOE_A_URL);
});
