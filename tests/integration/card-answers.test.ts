import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openFromPage } from '@/entrypoints/background/open-from-page';
import type { SiteProfile } from '@/lib/domain/sites/site-profile';
import { HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { PROTOCOL } from '@/lib/messaging/protocol';
import { setSetting } from '@/lib/settings/stored-settings';
import { START } from '../fakes/fake-platform';
import { makeListing, makePair, makeProduct, usd } from '../fixtures/builders';
import { freshBrowser, LOOK, makeCard, PANDA, REFRESH } from './card';

/** What marketplace pages are told, and what they can do: with the real handlers on a database and market in memory. */

const ADD = {
  site: 'goat',
  styleCode: 'DD1391-100',
  catalogId: null,
  name: 'Dunk Low',
  brand: 'Nike',
  usSize: 10,
  price: { minor: 10_500, currency: 'USD' },
  condition: 'new',
  shipping: null,
  withAdded: true,
} as const;
const SENDER = { tabId: 1, windowId: 2, url: 'https://www.goat.com/sneakers/panda-dd1391-100?size=10&me=secret#x' };

/** 3 % and $5 on top of the price, and nothing else. */
const OWN_TERMS: SiteProfile = {
  currency: null,
  buyer: { feeBasisPoints: 300, fixedFee: usd(0), shipping: usd(5), dutyBasisPoints: 0 },
  seller: null,
};

beforeEach(freshBrowser);

describe('looking up', () => {
  test('the example of the card, once the product was read', async () => {
    const { handlers, look } = await makeCard();
    expect(await look()).toEqual({ state: 'unknown-product', standing: 'ready', isDemo: false, soughtAt: null });
    expect(await handlers['page/refresh'](REFRESH)).toEqual({ state: 'written' });
    expect(await look()).toMatchObject({
      state: 'known',
      currency: 'USD',
      readAt: START,
      product: { catalogId: PANDA, styleCode: 'DD1391-100' },
      sizes: [
        {
          figures: { lowestAsk: usd(98) },
          deal: {
            underAsk: { net: usd(80.38), profit: usd(-24.62) },
            maxBuy: usd(69.89),
            breakEven: { price: usd(126) },
          },
        },
      ],
    });
  });

  test('in the demo market every answer says so', async () => {
    const { handlers, look, db } = await makeCard({ isDemo: true });
    expect(await look()).toMatchObject({ state: 'unknown-product', isDemo: true });
    expect(await look({ bundle: true })).toMatchObject({ state: 'bundle', isDemo: true });
    await handlers['page/refresh'](REFRESH);
    expect(await look()).toMatchObject({ state: 'known', isDemo: true });
    await db.products.add(makeProduct({ catalogId: 'other', id: 'other' }));
    expect(await look()).toMatchObject({ state: 'ambiguous', isDemo: true });
  });

  test('what pairs cost is in no answer while it is switched off', async () => {
    const { db, handlers, look } = await makeCard();
    await handlers['page/refresh'](REFRESH);
    await db.inventory.add(makePair({ cost: usd(61.37), otherCosts: usd(4.19) }));
    await db.listings.add(makeListing({ price: usd(112) }));
    const silent = await look();
    expect(silent).toMatchObject({ sizes: [{ own: { count: 1, listedPrice: usd(112), costs: null } }] });
    expect(JSON.stringify(silent)).not.toMatch(/6137|6556|419\b/);
    await setSetting('overlay', { ownCosts: true, sites: {} });
    expect(await look()).toMatchObject({ sizes: [{ own: { costs: { cost: usd(65.56), missing: [] } } }] });
  });

  test('a locked vault leaves what is in the books, and says so of what is not', async () => {
    const { db, look } = await makeCard({ vault: 'locked' });
    expect(await look()).toEqual({ state: 'not-connected', standing: 'locked', isDemo: false });
    await db.products.add(makeProduct());
    expect(await look()).toMatchObject({ state: 'known', standing: 'locked', readAt: null });
  });

  test('a bundle gets no figure; what is no style code is no product', async () => {
    const { look, db } = await makeCard();
    await db.products.add(makeProduct());
    expect(await look({ bundle: true })).toEqual({ state: 'bundle', standing: 'ready', isDemo: false });
    expect(await look({ styleCode: '<img onerror=x>' })).toMatchObject({ state: 'unknown-product' });
  });

  test('a price in a currency that is not known is not compared with anything', async () => {
    const { db, look } = await makeCard();
    await db.products.add(makeProduct());
    for (const currency of [null, 'XXX']) {
      const sizes = [{ label: '10', value: 10, price: { minor: 10_500, currency } }];
      expect(await look({ sizes })).toMatchObject({ currency: 'USD', sizes: [{ pagePrice: null }] });
    }
  });

  test('what the seller set for the site counts: 105 + 3.15 + 5.00 = 113.15, and 80.38 - 113.15 = -32.77', async () => {
    const { handlers, look } = await makeCard();
    await handlers['page/refresh'](REFRESH);
    await setSetting('siteProfiles', { goat: OWN_TERMS });
    expect(await look()).toMatchObject({
      terms: { isOwn: true },
      sizes: [
        {
          deal: {
            landed: { total: usd(113.15), missing: [] },
            underAsk: { profit: usd(-32.77) },
            maxBuy: usd(63),
          },
        },
      ],
    });
    const sent = { shipping: { minor: 0, currency: 'USD' } };
    expect(await look(sent)).toMatchObject({ sizes: [{ deal: { landed: { total: usd(108.15) } } }] });
  });

  test('a bare mark is what the seller says the site means by it', async () => {
    const { db, look } = await makeCard();
    await db.products.add(makeProduct());
    const sizes = [{ label: '10', value: 10, price: { minor: 10_500, currency: null } }];
    await setSetting('siteProfiles', { goat: { ...OWN_TERMS, currency: 'GBP' } });
    expect(await look({ sizes })).toMatchObject({
      currency: 'GBP',
      sizes: [{ pagePrice: { minor: 10_500, currency: 'GBP' } }],
    });
  });

  test('the protocol refuses what is too much', () => {
    const { input } = PROTOCOL['page/look-up'];
    const size = { label: '10', value: 10, price: null };
    expect(input.safeParse({ ...LOOK, sizes: Array.from({ length: 60 }, () => size) }).success).toBe(true);
    expect(input.safeParse({ ...LOOK, sizes: Array.from({ length: 61 }, () => size) }).success).toBe(false);
    expect(input.safeParse({ ...LOOK, styleCode: 'A'.repeat(41) }).success).toBe(false);
    expect(input.safeParse({ ...LOOK, site: 'evil' }).success).toBe(false);
    expect(input.safeParse({ ...LOOK, shipping: { minor: -1, currency: 'USD' } }).success).toBe(false);
    expect(input.safeParse({ ...LOOK, taken: { label: 'A'.repeat(41), us: 8 } }).success).toBe(false);
    expect(input.safeParse({ ...LOOK, taken: { label: 'EU 42', us: 61 } }).success).toBe(false);
    expect(input.safeParse({ ...LOOK, sizes: [{ ...size, price: { minor: 0.5, currency: 'USD' } }] }).success).toBe(
      false,
    );
  });
});

describe('what a page can change', () => {
  test.each([
    [true, usd(8.15)],
    [false, null],
  ])('the costs of a pair hold what the site adds if the person leaves it on (%s)', async (withAdded, otherCosts) => {
    const { db, handlers } = await makeCard();
    await setSetting('siteProfiles', { goat: OWN_TERMS });
    const added = await handlers['page/add']({ ...ADD, withAdded }, SENDER);
    expect(await db.inventory.toArray()).toMatchObject([{ cost: usd(105), otherCosts }]);
    if (!added.ok || added.undoId === null) throw new Error('It can be taken back.');
    await handlers['page/undo']({ undoId: added.undoId });
    expect((await db.inventory.toArray()).filter((pair) => pair.deletedAt === null)).toEqual([]);
  });

  test('a used pair is kept as used', async () => {
    const { db, handlers } = await makeCard();
    await handlers['page/add']({ ...ADD, condition: 'used' }, SENDER);
    expect(await db.inventory.toArray()).toMatchObject([{ cost: usd(105), condition: 'used' }]);
  });

  test('of costs nobody knows none are kept', async () => {
    const { db, handlers } = await makeCard();
    await handlers['page/add'](ADD, SENDER);
    expect(await db.inventory.toArray()).toMatchObject([{ cost: usd(105), otherCosts: null }]);
  });

  test('a pair is added as bought here, and taken back; the address is the browser’s, without its query', async () => {
    const { db, handlers } = await makeCard();
    await db.products.add(makeProduct());
    const added = await handlers['page/add']({ ...ADD, catalogId: PANDA, name: 'something else' }, SENDER);
    expect(added.ok).toBe(true);
    expect(await db.inventory.toArray()).toMatchObject([
      {
        catalogId: PANDA,
        name: 'Dunk Low Panda',
        size: { value: 10, system: 'US' },
        cost: usd(105),
        boughtAt: START,
        supplier: 'GOAT',
        boughtUrl: 'https://www.goat.com/sneakers/panda-dd1391-100',
        note: '',
      },
    ]);
    const undoId = added.ok ? (added.undoId ?? '') : '';
    expect(await handlers['page/undo']({ undoId })).toEqual({ ok: true });
    expect(await db.inventory.count()).toBe(0);
  });

  test('a pair of a product that is not in the books keeps what the page calls it', async () => {
    const { db, handlers } = await makeCard();
    await handlers['page/add'](ADD, { ...SENDER, url: 'javascript:alert(1)' });
    expect(await db.inventory.toArray()).toMatchObject([
      { catalogId: null, styleCode: 'DD1391-100', name: 'Dunk Low', brand: 'Nike', note: '' },
    ]);
  });

  test('no pair of another product, and none in a size it does not come in', async () => {
    const { db, handlers } = await makeCard();
    await db.products.add(makeProduct());
    for (const wrong of [{ styleCode: 'QX4321' }, { catalogId: 'nobody' }, { usSize: 44 }]) {
      const refused = await handlers['page/add']({ ...ADD, catalogId: PANDA, ...wrong }, SENDER);
      expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
    expect(await db.inventory.count()).toBe(0);
  });

  test('a product is watched once it is known; other commands cannot be taken back from a page', async () => {
    const { db, handlers } = await makeCard();
    expect(await handlers['page/watch']({ site: 'goat', catalogId: PANDA, usSize: 10 })).toMatchObject({ ok: false });
    await db.products.add(makeProduct());
    const first = await handlers['page/watch']({ site: 'goat', catalogId: PANDA, usSize: 10 });
    expect(first).toMatchObject({ ok: true, already: false });
    expect(await handlers['page/watch']({ site: 'goat', catalogId: PANDA, usSize: 10 })).toMatchObject({
      already: true,
    });
    await db.undos.add({ id: 'edit', at: START, kind: 'pairs/edit', undoneAt: null, rows: [] });
    expect(await handlers['page/undo']({ undoId: 'edit' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('nothing is taken back from a page an hour later, nor what the seller has changed since', async () => {
    const { db, clock, handlers } = await makeCard();
    await db.products.add(makeProduct());
    const watch = (usSize: number) => handlers['page/watch']({ site: 'goat', catalogId: PANDA, usSize });
    const undoIdOf = (answer: Awaited<ReturnType<typeof watch>>) => (answer.ok ? (answer.undoId ?? '') : '');
    const [first, second] = [undoIdOf(await watch(9)), undoIdOf(await watch(10))];
    await db.watchlistItems.toCollection().modify({ note: 'mine', updatedAt: shiftInstant(START, 1) });
    expect(await handlers['page/undo']({ undoId: first })).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    clock.pass(HOUR_MS + 1);
    expect(await handlers['page/undo']({ undoId: second })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await db.watchlistItems.count()).toBe(2);
  });

  test('how the card was left is kept by site, and nothing else of the setting changes', async () => {
    const { handlers } = await makeCard();
    await setSetting('overlay', { ownCosts: true, sites: {} });
    expect(await handlers['page/place']({ site: 'goat' })).toEqual({ folded: false, top: null });
    await handlers['page/remember']({ site: 'goat', place: { folded: true, top: 120 } });
    expect(await handlers['page/place']({ site: 'goat' })).toEqual({ folded: true, top: 120 });
    expect(await fakeBrowser.storage.local.get('overlay')).toMatchObject({ overlay: { value: { ownCosts: true } } });
  });
});

describe('the panel', () => {
  test('is opened in the turn of the click and finds word where to go', async () => {
    const opened: unknown[] = [];
    Object.assign(fakeBrowser, { sidePanel: { open: async (options: unknown) => void opened.push(options) } });
    const finish = openFromPage({ catalogId: PANDA, query: '' }, SENDER);
    expect(opened).toEqual([{ windowId: 2 }]);
    await finish();
    expect(await fakeBrowser.storage.session.get('panel-route')).toMatchObject({
      'panel-route': { windowId: 2, route: `/market?product=${PANDA}` },
    });
    Reflect.deleteProperty(fakeBrowser, 'sidePanel');
  });
});
