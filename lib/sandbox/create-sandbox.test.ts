import { describe, expect, test } from 'vitest';
import { draftOf, list, makeTestMarket, TEST_START } from './make-test-market';

describe('the door', () => {
  const market = makeTestMarket({ listings: 3, orders: 3 });

  test.each(['/api/v1/test', '/api/v1/listings', '/sandbox/state', '/sandbox/ledger.csv'])(
    '%s wants the token',
    async (path) => {
      for (const authorization of ['', 'Bearer wrong', 'test-token']) {
        const answer = await market.raw(path, { headers: { authorization } });
        expect(answer.status).toBe(401);
        expect(await answer.json()).toEqual({ code: 16, message: expect.any(String), details: [] });
      }
      expect((await market.raw(path)).status).toBe(200);
    },
  );

  test('every answer has an id of its own', async () => {
    const ids = await Promise.all(
      ['/api/v1/test', '/api/v1/nowhere', '/api/v1/catalog'].map(async (path) =>
        (await market.raw(path)).headers.get('x-request-id'),
      ),
    );
    expect(ids.every((id) => id !== null && id !== '')).toBe(true);
    expect(new Set(ids).size).toBe(3);
  });

  test('writes without a JSON content type: 415, not in JSON', async () => {
    for (const init of [{ method: 'POST' }, { method: 'DELETE' }, { method: 'POST', body: 'a=1' }]) {
      const answer = await market.raw('/api/v1/listings/x', init);
      expect(answer.status).toBe(415);
      expect(answer.headers.get('content-type')).not.toContain('json');
    }
    expect((await market.raw('/api/v1/regions')).status).toBe(415);
    expect((await market.raw('/api/v1/nowhere')).status).toBe(404);
  });

  test('catalogue search needs a query and ends with an empty token', async () => {
    expect(await market.get('/catalog')).toMatchObject({ status: 400, json: { code: 3 } });
    const { json } = await market.get('/catalog', { query: 'DD1391-100' });
    expect(list(json, 'catalog_items')[0]).toMatchObject({ sku: 'DD1391 100' });
    expect(json).toMatchObject({ has_more: false, next_pagination_token: '' });
    expect(list((await market.get('/catalog', { query: 'DD1391-100', limit: 1 })).json, 'catalog_items')).toHaveLength(
      1,
    );
    const first = (await market.get('/catalog', { query: 'jordan', limit: 2 })).json;
    expect(first).toMatchObject({ has_more: true, next_pagination_token: expect.stringMatching(/^[A-Za-z0-9+/]+$/) });
  });
});

describe('determinism', () => {
  async function transcript(seed: number): Promise<string[]> {
    const market = makeTestMarket({ seed });
    const texts = [market.sandbox.ledgerCsv];
    const ask = async (path: string): Promise<void> =>
      void texts.push((await market.get(path, { page_size: 50 })).text);
    for (const path of ['/listings', '/orders', '/pricing_insights/availabilities/dunk-low-black-white-dd1391-100'])
      await ask(path);
    texts.push((await market.post('/listings', draftOf({ activate: 'true' }))).text);
    market.sandbox.advance(3 * 86_400_000);
    for (const path of [
      '/orders',
      '/listings',
      '/pricing_insights/recent_sales?catalog_id=dunk-low-black-white-dd1391-100&size=10',
    ]) {
      texts.push(await (await market.raw(`/api/v1${path}`)).text());
    }
    texts.push((await market.control('/log')).text);
    return texts;
  }

  test('same seed, same bytes; another seed, another market', async () => {
    const [one, again, other] = await Promise.all([transcript(5), transcript(5), transcript(6)]);
    expect(again).toEqual(one);
    for (const [i, text] of (other ?? []).entries()) expect(text).not.toBe(one?.[i]);
  });
});

describe('time', () => {
  test('runs as fast as it is told', () => {
    let real = TEST_START;
    const { sandbox } = makeTestMarket({ listings: 0, orders: 0, speed: 60, realNow: () => real });
    real += 1000;
    expect(sandbox.now()).toBe(TEST_START + 60_000);
    sandbox.advance(5000);
    expect(sandbox.now()).toBe(TEST_START + 65_000);
  });

  test('the market moves with it', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const path = '/pricing_insights/availabilities/dunk-low-black-white-dd1391-100';
    const before = (await market.get(path)).text;
    expect((await market.get(path)).text).toBe(before);
    market.sandbox.advance(86_400_000);
    expect((await market.get(path)).text).not.toBe(before);
  });
});
