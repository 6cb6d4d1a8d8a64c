import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deskParts } from '@/entrypoints/background/compose-desk';
import { openFromPage } from '@/entrypoints/background/open-from-page';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import type { ProductFacts } from '@/lib/domain/catalog/product';
import { pageHandlers } from '@/lib/desk/handle-page';
import type { MessageParts } from '@/lib/desk/ports';
import { MarketError } from '@/lib/domain/errors/market-error';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { HOUR_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { PROTOCOL, type MessageInput, type MessageOutput } from '@/lib/messaging/protocol';
import { setSetting } from '@/lib/settings/stored-settings';
import { fakeMarketplace } from '../fakes/fake-marketplace';
import { fakeClock, fakeRandom, START } from '../fakes/fake-platform';
import { makeListing, makePair, makePrice, makeProduct, usd } from '../fixtures/builders';
import { makeDatabase } from '../fixtures/test-database';

/** What marketplace pages are told, and what they can do: with the real handlers on a database and market in memory. */

const PANDA = makeProduct().catalogId;
const LOOK: MessageInput<'page/look-up'> = {
  site: 'goat',
  styleCode: 'DD1391-100',
  catalogId: null,
  run: 'men',
  bundle: false,
  sizes: [{ label: '10', value: 10, price: { minor: 10_500, currency: 'USD' } }],
};
const REFRESH = { site: 'goat', styleCode: 'DD1391-100', catalogId: null, usSize: 10 } as const;
const ADD = {
  site: 'goat',
  styleCode: 'DD1391-100',
  catalogId: null,
  name: 'Dunk Low',
  brand: 'Nike',
  usSize: 10,
  price: { minor: 10_500, currency: 'USD' },
} as const;
const SENDER = { tabId: 1, windowId: 2, url: 'https://www.goat.com/sneakers/panda-dd1391-100?size=10&me=secret#x' };

async function makeCard({ vault = 'unlocked', isDemo = false } = {}) {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, START);
  const clock = fakeClock(START);
  const market = fakeMarketplace();
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...panda } = makeProduct();
  const facts: ProductFacts = { ...panda, styleCode: panda.styleCode };
  market.products = [facts, { ...facts, catalogId: 'near-miss', rawSku: 'DD1391 103', styleCode: null }];
  market.quotes = [makePrice({ lowestAsk: usd(98), highestOffer: usd(90) })];
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const ground = {
    db,
    clock,
    isDemo,
    random: fakeRandom(),
    log,
    vault: { status: async () => ({ state: vault }), touch: async () => {} },
  };
  // Nothing else of the background is asked by these handlers.
  const parts = { ground, marketplace: market } as unknown as MessageParts;
  const handlers = pageHandlers(deskParts(parts));
  const look = async (given: Partial<typeof LOOK> = {}): Promise<MessageOutput<'page/look-up'>> =>
    PROTOCOL['page/look-up'].output.parse(await handlers['page/look-up']({ ...LOOK, ...given }));
  return { db, clock, market, handlers, look };
}

const calls = (market: ReturnType<typeof fakeMarketplace>, name: string) =>
  market.calls.filter((call) => call.name === name).length;

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
});

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

  test('the protocol refuses what is too much', () => {
    const { input } = PROTOCOL['page/look-up'];
    const size = { label: '10', value: 10, price: null };
    expect(input.safeParse({ ...LOOK, sizes: Array.from({ length: 60 }, () => size) }).success).toBe(true);
    expect(input.safeParse({ ...LOOK, sizes: Array.from({ length: 61 }, () => size) }).success).toBe(false);
    expect(input.safeParse({ ...LOOK, styleCode: 'A'.repeat(41) }).success).toBe(false);
    expect(input.safeParse({ ...LOOK, site: 'evil' }).success).toBe(false);
    expect(input.safeParse({ ...LOOK, sizes: [{ ...size, price: { minor: 0.5, currency: 'USD' } }] }).success).toBe(
      false,
    );
  });
});

describe('reading from alias', () => {
  test('many tabs, one reading: search, quotes and the sales of one size, each once', async () => {
    const { handlers, market, clock } = await makeCard();
    const answers = await Promise.all(Array.from({ length: 20 }, () => handlers['page/refresh'](REFRESH)));
    expect(new Set(answers.map((answer) => answer.state))).toEqual(new Set(['written']));
    expect(market.calls.map((call) => call.name)).toEqual(['searchCatalog', 'getQuotes', 'getRecentSales']);
    clock.pass(14 * MINUTE_MS);
    expect(await handlers['page/refresh'](REFRESH)).toEqual({ state: 'fresh' });
    expect(market.calls).toHaveLength(3);
    clock.pass(MINUTE_MS);
    expect(await handlers['page/refresh'](REFRESH)).toEqual({ state: 'written' });
    expect(calls(market, 'getQuotes')).toBe(2);
    expect(calls(market, 'searchCatalog')).toBe(1);
  });

  test('a product alias does not have is not sought at every look', async () => {
    const { handlers, market, look } = await makeCard();
    market.products = market.products.slice(1);
    for (let nth = 0; nth < 3; nth += 1)
      expect(await handlers['page/refresh'](REFRESH)).toEqual({ state: 'unknown-product' });
    expect(market.calls).toHaveLength(1);
    expect(await look()).toMatchObject({ state: 'unknown-product', soughtAt: START });
  });

  test('a refusal is told in words, stands for a minute, and is then tried again', async () => {
    const { handlers, market, clock } = await makeCard();
    market.hook = () => {
      throw new MarketError('rate-limited', { message: 'alias asks for a pause (429).' });
    };
    const refused = { state: 'failed', error: { code: 'rate-limited', message: 'alias asks for a pause (429).' } };
    expect(await handlers['page/refresh'](REFRESH)).toEqual(refused);
    expect(await handlers['page/refresh'](REFRESH)).toEqual(refused);
    expect(market.calls).toHaveLength(1);
    clock.pass(MINUTE_MS);
    market.hook = () => {};
    expect(await handlers['page/refresh'](REFRESH)).toEqual({ state: 'written' });
  });

  test('a page gone wild stops being answered by alias', async () => {
    const { handlers, market } = await makeCard();
    for (let nth = 0; nth < 60; nth += 1)
      await handlers['page/refresh']({ ...REFRESH, styleCode: `DD13${10 + nth}-100` });
    expect(calls(market, 'searchCatalog')).toBe(40);
  });

  test('one code twice in the catalogue is asked about, then read as chosen', async () => {
    const { handlers, market, look } = await makeCard();
    market.products = [market.products[0]!, { ...market.products[0]!, catalogId: 'again' }];
    expect(await handlers['page/refresh'](REFRESH)).toEqual({ state: 'ambiguous' });
    expect(await look()).toMatchObject({
      state: 'ambiguous',
      candidates: [{ catalogId: PANDA }, { catalogId: 'again' }],
    });
    expect(await handlers['page/refresh']({ ...REFRESH, catalogId: 'again' })).toEqual({ state: 'written' });
    expect(market.calls.at(-2)).toMatchObject({ name: 'getQuotes', argument: 'again' });
  });
});

describe('what a page can change', () => {
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
        note: 'https://www.goat.com/sneakers/panda-dd1391-100',
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
