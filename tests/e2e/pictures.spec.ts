import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { connect, QUIET_PAGE, waitForSync } from './harness/books';
import { expect, test } from './harness/extension-test';
import { productPage, serveGoat } from './harness/goat-site';
import { openWithCard } from './harness/site-pages';
import { SHOE_A, SHOE_A_URL } from '../fixtures/pages/goat/make-page';
import { objections, overflow, settle } from './screens/look';
import { LAYERS, placesOf, type Place } from './screens/places';
import { fillAround, liveIn } from './screens/typical-seller';

/** Every screen of the production build at every width and in both schemes, as pictures and as axe sees it. */

const OUT = fileURLToPath(new URL('../../.output/screens/', import.meta.url));
const WIDTHS = [320, 400, 800, 1440] as const;
const SCHEMES = ['light', 'dark'] as const;

/** The sections of Settings are alike; what breaks breaks at the ends. */
const OUTER_WIDTHS = [320, 1440] as const;

type Scheme = (typeof SCHEMES)[number];

/** Colours are all that the dark scheme changes. */
const rulesOf = (scheme: Scheme) => (scheme === 'dark' ? ['color-contrast'] : []);

test.use({ marketOptions: { listings: 60, orders: 60, seed: 5, speed: 0 } });
test.beforeAll(() => mkdirSync(OUT, { recursive: true }));

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(OUT, `${name}.png`), animations: 'disabled' });
}

/** A screen as it stands: a picture at every width, and what is wrong with it. */
async function look(page: Page, name: string, scheme: Scheme): Promise<string[]> {
  const wrong: string[] = [];
  for (const width of name.startsWith('settings-') ? OUTER_WIDTHS : WIDTHS) {
    await page.setViewportSize({ width, height: width < 800 ? 720 : 900 });
    await settle(page);
    const over = await overflow(page);
    if (over > 0) wrong.push(`${name}, ${width} px: ${over} px too wide`);
    await shoot(page, `${name}-${width}-${scheme}`);
    // The rail and the lists have another shape where there is little room, in the same colours.
    if (width === 1440 || (width === 400 && scheme === 'light'))
      wrong.push(
        ...(await objections(page, rulesOf(scheme))).map((each) => `${name}, ${width} px, ${scheme}: ${each}`),
      );
  }
  return wrong;
}

async function goTo(page: Page, { hash, title }: Place): Promise<void> {
  await page.evaluate((to) => window.location.assign(to), hash);
  await expect(page.getByRole('heading', { level: 1, name: title }).first()).toBeAttached();
  await settle(page);
}

/**
 * Loaded anew in its colours: a page that is changing them has contrasts of neither scheme. And before all others: one
 * behind another is drawn once a second only.
 */
async function reloadIn(page: Page, colorScheme: Scheme): Promise<void> {
  await page.bringToFront();
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.reload();
}

test('pictures: every screen at 320 to 1440 pixels, light and dark, without a fault', async ({ extension, market }) => {
  // Two hundred pictures and a hundred looks of axe: a minute on a machine of one's own, more on a shared one.
  test.setTimeout(600_000);
  const wrong: string[] = [];
  const page = await extension.page('dashboard.html');
  for (const scheme of SCHEMES) {
    await reloadIn(page, scheme);
    await page.getByRole('button', { name: 'Try the demo market' }).waitFor();
    wrong.push(...(await look(page, 'welcome', scheme)));
  }
  const quiet = await extension.page(QUIET_PAGE);
  await connect(quiet, market.token);
  await waitForSync(quiet);
  const seller = await liveIn(quiet);
  await fillAround(quiet);
  for (const scheme of SCHEMES) {
    await reloadIn(page, scheme);
    for (const place of placesOf(seller)) {
      await goTo(page, place);
      wrong.push(...(await look(page, place.name, scheme)));
    }
    const popup = await extension.page('popup.html');
    await popup.setViewportSize({ width: 380, height: 560 });
    await reloadIn(popup, scheme);
    await popup.getByTestId('profit-30d').waitFor();
    await settle(popup);
    await shoot(popup, `popup-380-${scheme}`);
    wrong.push(...(await objections(popup, rulesOf(scheme))).map((each) => `popup, ${scheme}: ${each}`));
    await popup.close();
    expect.soft(wrong, scheme).toEqual([]);
    wrong.length = 0;
  }
});

test('what opens over a screen: dialogs, menus, tips, messages and the palette, without a fault', async ({
  extension,
  market,
}) => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  const quiet = await extension.page(QUIET_PAGE);
  await connect(quiet, market.token);
  await waitForSync(quiet);
  await liveIn(quiet);
  const page = await extension.page('dashboard.html');
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const scheme of SCHEMES) {
    for (const { name, hash, open } of LAYERS) {
      await page.goto(page.url().replace(/#.*|$/, hash));
      await reloadIn(page, scheme);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settle(page);
      await open(page);
      await settle(page);
      await shoot(page, `over-${name}-1440-${scheme}`);
      wrong.push(...(await objections(page, rulesOf(scheme))).map((each) => `${name}, ${scheme}: ${each}`));
    }
  }
  expect(wrong).toEqual([]);
});

/** A page of GOAT about a product that the books know, in the sizes they know. */
async function productPageOf(quiet: Page, catalogId: string): Promise<{ url: string; body: string }> {
  const { products } = await readTables(quiet, ['products']);
  const known = products.find((row) => row.catalogId === catalogId) ?? {};
  const slug = 'known-shoe';
  const template = { ...SHOE_A, slug, sku: String(known.rawSku), name: String(known.name) };
  const sizes = (known.allowedSizes as { displayName: string }[]).slice(0, 12);
  const bar = sizes.map(({ displayName }, index) => ({
    size: displayName,
    price: `$${90 + index * 4}`,
    active: index === 6,
  }));
  return {
    url: `https://www.goat.com/sneakers/${slug}`,
    body: productPage({ template, name: template.name, bar }),
  };
}

test('the card on a page of GOAT: nothing axe objects to, in light and in dark', async ({ market }) => {
  test.setTimeout(240_000);
  const { context, extensionId, close } = await openWithCard();
  try {
    const quiet = await context.newPage();
    await quiet.goto(`chrome-extension://${extensionId}/${QUIET_PAGE}`);
    await connect(quiet, market.token);
    await waitForSync(quiet);
    const { product } = await liveIn(quiet);
    const known = await productPageOf(quiet, product);
    await serveGoat(context, { [known.url]: known.body });
    const page = await context.newPage();
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const [name, url, shown] of [
        ['card', known.url, /^Sell on alias/],
        ['card-unknown', SHOE_A_URL, 'Not in the alias catalogue'],
      ] as const) {
        await page.goto(url);
        await page.locator('archvd-card').getByText(shown).first().waitFor();
        await shoot(page, `${name}-1280-${colorScheme}`);
        expect(await objections(page, rulesOf(colorScheme), 'archvd-card'), `${name}, ${colorScheme}`).toEqual([]);
      }
    }
  } finally {
    await close();
  }
});
