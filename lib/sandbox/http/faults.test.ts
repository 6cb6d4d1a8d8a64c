import { describe, expect, test } from 'vitest';
import { at, draftOf, list, makeTestMarket, NEW_GOOD, TEST_START } from '../make-test-market';
import { ConnectionDropped } from './connection-dropped';

describe('faults from outside', () => {
  test('an unknown fault is refused', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    expect((await market.control('/faults', { latency: 3 })).status).toBe(400);
  });

  test('a write dropped after accepting has happened', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    await market.control('/faults', { dropAfterAccept: 1 });
    expect((await market.get('/test')).status).toBe(200);
    await expect(market.post('/listings', draftOf())).rejects.toBeInstanceOf(ConnectionDropped);
    expect(at((await market.get('/listings')).json, 'pagination.total_count')).toBe('1');
    expect((await market.post('/listings', draftOf())).status).toBe(200);
  });

  test('a request dropped before accepting has not', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    await market.control('/faults', { dropBeforeAccept: 1 });
    await expect(market.post('/listings', draftOf())).rejects.toBeInstanceOf(ConnectionDropped);
    expect(at((await market.get('/listings')).json, 'pagination.total_count')).toBe('0');
  });

  test('latency, garbled answers, chosen answers', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0, speed: 1 });
    await market.control('/faults', { latencyMs: 700, garble: { kind: 'html', next: 1 } });
    const html = await market.get('/test');
    expect(html).toMatchObject({ status: 200, json: null, text: expect.stringContaining('<html>') });
    expect(market.sandbox.now()).toBe(TEST_START + 700);
    await market.control('/faults', { latencyMs: 0, garble: { kind: 'truncated', next: 1 } });
    expect((await market.get('/test')).text).toBe('{"ok"');
    await market.control('/faults', { answer: { status: 403, next: 1 } });
    expect(await market.get('/test')).toMatchObject({ status: 403, json: { code: 7, details: [] } });
    expect(await market.get('/test')).toMatchObject({ status: 200, json: { ok: true } });
  });

  test('an answer that comes late: what was asked has happened long before', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0, speed: 1 });
    await market.control('/faults', { lateAnswer: { ms: 9000, next: 1 } });
    expect((await market.get('/test')).status).toBe(200);
    expect(market.sandbox.now()).toBe(TEST_START);
    const created = await market.post('/listings', draftOf());
    expect(market.sandbox.now()).toBe(TEST_START + 9000);
    expect(Date.parse(String(at(created.json, 'listing.created_at')))).toBe(TEST_START);
    await market.post('/listings', draftOf());
    expect(market.sandbox.now()).toBe(TEST_START + 9000);
  });

  test('a share of requests fails before anything is done', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    await market.control('/faults', { errorRate: 0.5 });
    const statuses: number[] = [];
    for (let i = 0; i < 60; i++) statuses.push((await market.post('/listings', draftOf())).status);
    const done = statuses.filter((status) => status === 200).length;
    expect(done).toBeGreaterThan(15);
    expect(done).toBeLessThan(45);
    await market.control('/faults', { errorRate: 0 });
    expect(at((await market.get('/listings')).json, 'pagination.total_count')).toBe(String(done));
  });
});

describe('the rate limit', () => {
  test.each([
    ['seconds', '2'],
    ['date', 'Wed, 04 Mar 2026 12:00:02 GMT'],
    ['none', null],
  ] as const)('429 with Retry-After as %s', async (retryAfter, expected) => {
    const market = makeTestMarket({ listings: 0, orders: 0, rateLimit: { requests: 2, perMs: 2000, retryAfter } });
    expect((await market.get('/test')).status).toBe(200);
    expect((await market.get('/test')).status).toBe(200);
    const limited = await market.get('/test');
    expect(limited).toMatchObject({ status: 429, json: { code: 8, details: [] } });
    expect(limited.headers.get('retry-after')).toBe(expected);
    expect((await market.control('/state')).status).toBe(200);
    market.passMs(2000);
    expect((await market.get('/test')).status).toBe(200);
  });
});

describe('the other controls', () => {
  test('the log tells which request caused what, also after a dropped answer', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const created = await market.post('/listings', draftOf());
    const id = at(created.json, 'listing.id');
    await market.control('/faults', { dropAfterAccept: 1 });
    await expect(market.post(`/listings/${String(id)}`, { price_cents: 49_000 })).rejects.toThrow('Failed to fetch');
    const log = (await market.control('/log')).json;
    expect(at(log, 'effects.0')).toMatchObject({
      kind: 'listing/created',
      id,
      requestId: created.headers.get('x-request-id'),
    });
    const change = at(log, 'effects.1');
    expect(change).toMatchObject({ kind: 'listing/price', id, from: '50000', to: '49000' });
    const requests = at(log, 'requests') as { requestId: string; path: string; status: number }[];
    expect(requests.find((one) => one.requestId === at(change, 'requestId'))).toMatchObject({
      path: `/api/v1/listings/${String(id)}`,
      status: 0,
    });
  });

  test('effects of a batch carry the id of the request that asked for it', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const accepted = await market.post('/listings/batch_create', {}, { items: [draftOf()] });
    market.passMs(5000);
    await market.get('/test');
    const created = market.sandbox.log.effects.find((effect) => effect.kind === 'listing/created');
    expect(created?.requestId).toBe(accepted.headers.get('x-request-id'));
  });

  test("a competitor's ask is put where a test wants it, and given back to the market", async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const listingId = String(at((await market.post('/listings', draftOf({ activate: 'true' }))).json, 'listing.id'));
    const asks = async (): Promise<unknown[]> => {
      const one = await market.get('/pricing_insights/availability', {
        catalog_id: 'dunk-low-black-white-dd1391-100',
        size: 10,
        ...NEW_GOOD,
      });
      const all = await market.get('/pricing_insights/availabilities/dunk-low-black-white-dd1391-100');
      const row = list(all.json, 'variants').find(
        (each) => each['size'] === 10 && Object.entries(NEW_GOOD).every(([key, value]) => each[key] === value),
      );
      return [
        at(one.json, 'availability.lowest_listing_price_cents'),
        at(row, 'availability.lowest_listing_price_cents'),
      ];
    };
    const before = await asks();
    await market.control('/move-ask', { listingId, askCents: 9900 });
    expect(await asks()).toEqual(['9900', '9900']);
    await market.control('/move-ask', { listingId, askCents: 90_000 });
    expect(await asks()).toEqual(['50000', '50000']);
    expect(market.sandbox.log.effects.at(-1)).toMatchObject({ kind: 'market/ask', to: '90000' });
    await market.control('/move-ask', { listingId, askCents: null });
    expect(await asks()).toEqual(before);
    expect((await market.control('/move-ask', { listingId, askCents: 0 })).status).toBe(400);
    expect((await market.control('/move-ask', { listingId: 'gone', askCents: 100 })).status).toBe(404);
  });

  test('sell, edit and advance act from elsewhere', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const listingId = String(at((await market.post('/listings', draftOf({ activate: 'true' }))).json, 'listing.id'));
    await market.control('/edit', { listingId, priceCents: 44_000 });
    expect(at((await market.get(`/listings/${listingId}`)).json, 'listing.price_cents')).toBe('44000');
    await market.control('/edit', { listingId, status: 'inactive' });
    expect((await market.control('/sell', { listingId })).status).toBe(402);
    await market.control('/edit', { listingId, status: 'active' });
    const order = at((await market.control('/sell', { listingId })).json, 'order');
    expect(order).toMatchObject({ listing_id: listingId, price_cents: '44000' });
    await market.control('/advance', { ms: 50 * 3_600_000 });
    expect(at((await market.get(`/orders/${String(at(order, 'id'))}`)).json, 'order.status')).toBe(
      'ORDER_STATUS_CANCELED',
    );
    expect((await market.control('/state')).json).toMatchObject({
      orders: { ORDER_STATUS_CANCELED: 1 },
      listings: { LISTING_STATUS_INACTIVE: 1 },
    });
  });
});
