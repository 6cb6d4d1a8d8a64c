import { beforeEach, describe, expect, test } from 'vitest';
import { MarketError } from '@/lib/domain/errors/market-error';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { START } from '../fakes/fake-platform';
import { calls, freshBrowser, makeCard, PANDA, REFRESH } from './card';

/** What marketplace pages make alias be asked, and how often at most. */

beforeEach(freshBrowser);

describe('reading from alias', () => {
  test('many tabs, one reading: search and quotes, each once; the sales of the size when it is looked at later', async () => {
    const { handlers, market, clock } = await makeCard();
    const answers = await Promise.all(Array.from({ length: 20 }, () => handlers['page/refresh'](REFRESH)));
    expect(new Set(answers.map((answer) => answer.state))).toEqual(new Set(['written']));
    expect(market.calls.map((call) => call.name)).toEqual(['searchCatalog', 'getQuotes']);
    clock.pass(14 * MINUTE_MS);
    expect(await handlers['page/refresh'](REFRESH)).toEqual({ state: 'fresh' });
    expect(market.calls).toHaveLength(2);
    clock.pass(MINUTE_MS);
    expect(await handlers['page/refresh'](REFRESH)).toEqual({ state: 'written' });
    expect(calls(market, 'getQuotes')).toBe(2);
    expect(calls(market, 'searchCatalog')).toBe(1);
    expect(calls(market, 'getRecentSales')).toBe(1);
  });

  test('another size that is picked: its sales alone are read, once, and only of sizes there are', async () => {
    const { handlers, market, clock, look } = await makeCard();
    await handlers['page/refresh'](REFRESH);
    const pick = (usSize: number) => handlers['page/refresh']({ ...REFRESH, usSize });
    expect(await Promise.all([pick(11), pick(11)])).toEqual([{ state: 'written' }, { state: 'written' }]);
    expect(await pick(11)).toEqual({ state: 'fresh' });
    expect(await pick(10)).toEqual({ state: 'fresh' });
    expect(await pick(44)).toEqual({ state: 'fresh' });
    expect(calls(market, 'getQuotes')).toBe(1);
    expect(calls(market, 'getRecentSales')).toBe(1);
    const sizes = [{ label: '11', value: 11, price: null }];
    expect(await look({ sizes })).toMatchObject({ sizes: [{ salesReadAt: START }] });
    clock.pass(15 * MINUTE_MS);
    expect(await pick(11)).toEqual({ state: 'written' });
    expect(calls(market, 'getQuotes')).toBe(2);
    expect(calls(market, 'getRecentSales')).toBe(2);
  });

  test('a size that is picked while the product is read waits for it, and has its prices too', async () => {
    const { handlers, market } = await makeCard();
    const both = [10, 11].map((usSize) => handlers['page/refresh']({ ...REFRESH, usSize }));
    expect(await Promise.all(both)).toEqual([{ state: 'written' }, { state: 'written' }]);
    expect(market.calls.map((call) => call.name)).toEqual(['searchCatalog', 'getQuotes', 'getRecentSales']);
  });

  test('a refusal of the sales of one size stands for a minute, for this size alone', async () => {
    const { handlers, market, clock } = await makeCard();
    await handlers['page/refresh'](REFRESH);
    const hook = market.hook;
    market.hook = () => {
      throw new MarketError('rate-limited', { message: 'alias asks for a pause (429).' });
    };
    const before = market.calls.length;
    for (let nth = 0; nth < 2; nth += 1)
      expect(await handlers['page/refresh']({ ...REFRESH, usSize: 11 })).toMatchObject({ state: 'failed' });
    expect(market.calls).toHaveLength(before + 1);
    expect(await handlers['page/refresh'](REFRESH)).toEqual({ state: 'fresh' });
    market.hook = hook;
    clock.pass(MINUTE_MS);
    expect(await handlers['page/refresh']({ ...REFRESH, usSize: 11 })).toEqual({ state: 'written' });
  });

  test('somebody who runs through all sizes is answered within the same bounds', async () => {
    const { db, handlers, market } = await makeCard();
    const allowedSizes = Array.from({ length: 60 }, (_, nth) => ({ label: `${nth}`, usValue: nth + 1 }));
    await handlers['page/refresh'](REFRESH);
    await db.products.toCollection().modify({ allowedSizes } as never);
    for (let usSize = 1; usSize <= 60; usSize += 1) await handlers['page/refresh']({ ...REFRESH, usSize });
    expect(calls(market, 'getRecentSales')).toBe(39);
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
