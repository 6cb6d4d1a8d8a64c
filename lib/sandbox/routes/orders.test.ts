import { describe, expect, test } from 'vitest';
import { at, draftOf, list, makeTestMarket, NEW_GOOD, type TestMarket } from '../make-test-market';

const HOUR = 3_600_000;

async function soldOrder(market: TestMarket): Promise<string> {
  const { json } = await market.post('/listings', draftOf({ activate: 'true' }));
  const sold = await market.control('/sell', { listingId: at(json, 'listing.id') });
  return String(at(sold.json, 'order.id'));
}

async function read(market: TestMarket, id: string): Promise<unknown> {
  return at((await market.get(`/orders/${id}`)).json, 'order');
}

describe('GET /orders', () => {
  const market = makeTestMarket();

  test('under results, newest first, next_page_token until the end', async () => {
    const rows: Record<string, unknown>[] = [];
    let token = '';
    do {
      const { json } = await market.get('/orders', {
        page_size: 50,
        ...(token === '' ? {} : { pagination_token: token }),
      });
      expect(Object.keys(json as object)).toEqual(['results', 'pagination']);
      rows.push(...list(json, 'results'));
      token = String(at(json, 'pagination.next_page_token'));
    } while (token !== '');
    expect(rows).toHaveLength(80);
    const times = rows.map((row) => String(row['sold_at']));
    expect(times).toEqual(times.toSorted().toReversed());
    expect(list((await market.get('/orders')).json, 'results')).toHaveLength(25);
  });

  test('facets carry full enum names, of one kind', async () => {
    const facet = { facet_filters: 'fulfillment_status:FULFILLMENT_STATUS_DELIVERED', page_size: 50 };
    const rows = list((await market.get('/orders', facet)).json, 'results');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row['fulfillment_status'] === 'FULFILLMENT_STATUS_DELIVERED')).toBe(true);
    const both = {
      facet_filters: ['status:ORDER_STATUS_COMPLETED', 'fulfillment_status:FULFILLMENT_STATUS_DELIVERED'],
    };
    expect(await market.get('/orders', both)).toMatchObject({ status: 400, json: { code: 3 } });
    expect((await market.get('/orders', { facet_filters: 'brand:Nike' })).status).toBe(400);
  });

  test('query looks at name, code and number', async () => {
    const [first] = list((await market.get('/orders')).json, 'results');
    const found = list(
      (await market.get('/orders', { query: String(first?.['purchase_order_number']) })).json,
      'results',
    );
    expect(found.map((row) => row['id'])).toEqual([first?.['id']]);
  });

  test('money is int64 strings; what is optional is left out, never null', async () => {
    for (const row of list((await market.get('/orders', { page_size: 50 })).json, 'results')) {
      expect(row['price_cents']).toMatch(/^\d+$/);
      expect(row['price_cents_after_take']).toMatch(/^\d+$/);
      expect(Object.values(row)).not.toContain(null);
      expect(row).not.toHaveProperty('size_unit');
    }
  });
});

describe('the life of an order', () => {
  test('confirm, label, ship; then courier and verification do the rest', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const id = await soldOrder(market);
    expect(await read(market, id)).toMatchObject({
      status: 'ORDER_STATUS_NEEDS_CONFIRMATION',
      cancels_at: expect.any(String),
    });
    expect((await market.post(`/orders/${id}/ship`)).status).toBe(402);
    expect(at((await market.post(`/orders/${id}/confirm`)).json, 'order.status')).toBe('ORDER_STATUS_CONFIRMED');
    expect((await market.post(`/orders/${id}/confirm`)).status).toBe(402);
    const label = await market.post(`/orders/${id}/generate_label`);
    expect(at(label.json, 'order')).toMatchObject({
      status: 'ORDER_STATUS_LABEL_GENERATED',
      label_type: 'LABEL_TYPE_SHIPPING',
      label_url: expect.any(String),
    });
    const dropOff = await market.post(`/orders/${id}/regenerate_label`, { label_type: 'LABEL_TYPE_DROPOFF' });
    expect(at(dropOff.json, 'order.label_type')).toBe('LABEL_TYPE_DROPOFF');
    const shipped = at((await market.post(`/orders/${id}/ship`)).json, 'order');
    expect(shipped).toMatchObject({
      status: 'ORDER_STATUS_IN_TRANSIT',
      fulfillment_status: 'FULFILLMENT_STATUS_SELLER_SHIPPED',
    });
    expect(shipped).not.toHaveProperty('cancels_at');
    market.sandbox.advance(24 * HOUR);
    expect(await read(market, id)).toMatchObject({ fulfillment_status: 'FULFILLMENT_STATUS_IN_TRANSIT' });
    market.sandbox.advance(12 * 24 * HOUR);
    expect(await read(market, id)).toMatchObject({
      status: 'ORDER_STATUS_COMPLETED',
      fulfillment_status: 'FULFILLMENT_STATUS_DELIVERED',
    });
    expect((await market.get(`/listings/${String(at(await read(market, id), 'listing_id'))}`)).status).toBe(404);
  });

  test('nobody confirms: cancelled at the deadline, the pair is back on the shelf', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const id = await soldOrder(market);
    const deadline = String(at(await read(market, id), 'cancels_at'));
    market.sandbox.advance(49 * HOUR);
    const order = await read(market, id);
    expect(order).toMatchObject({ status: 'ORDER_STATUS_CANCELED', updated_at: deadline });
    expect(order).not.toHaveProperty('cancels_at');
    expect(at((await market.get(`/listings/${String(at(order, 'listing_id'))}`)).json, 'listing.status')).toBe(
      'LISTING_STATUS_INACTIVE',
    );
  });

  test('a labelled parcel is scanned even if nobody pressed "shipped"', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const id = await soldOrder(market);
    await market.post(`/orders/${id}/confirm`);
    await market.post(`/orders/${id}/generate_label`);
    market.sandbox.advance(46 * HOUR);
    expect(await read(market, id)).toMatchObject({
      status: 'ORDER_STATUS_IN_TRANSIT',
      in_transit_at: expect.any(String),
    });
  });

  test('the seller may cancel until it is shipped', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const id = await soldOrder(market);
    expect(at((await market.post(`/orders/${id}/cancel`)).json, 'order.status')).toBe('ORDER_STATUS_CANCELED');
    expect((await market.post(`/orders/${id}/cancel`)).status).toBe(402);
  });
});

describe('buyers', () => {
  test('take the pair that is cheapest, at its own price; a dear one stays', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0, buyerShare: 1 });
    const book = await market.get('/pricing_insights/availability', { ...draftOf(), ...NEW_GOOD });
    const offer = Number(at(book.json, 'availability.highest_offer_price_cents'));
    const cheap = await market.post('/listings', draftOf({ activate: 'true', price_cents: offer + 100 }));
    const dear = await market.post('/listings', draftOf({ activate: 'true', price_cents: 150_000 }));
    market.sandbox.advance(24 * HOUR);
    const orders = list((await market.get('/orders')).json, 'results');
    expect(orders.map((order) => [order['listing_id'], order['price_cents']])).toEqual([
      [at(cheap.json, 'listing.id'), String(offer + 100)],
    ]);
    const sales = await market.get('/pricing_insights/recent_sales', {
      ...draftOf(),
      ...NEW_GOOD,
      consigned: 'false',
      region_id: 3,
      limit: 200,
    });
    const ours = list(sales.json, 'recent_sales').filter((sale) => sale['purchased_at'] === orders[0]?.['sold_at']);
    expect(ours.map((sale) => sale['price_cents'])).toEqual([String(offer + 100)]);
    const still = await market.get(`/listings/${String(at(dear.json, 'listing.id'))}`);
    expect(at(still.json, 'listing.status')).toBe('LISTING_STATUS_ACTIVE');
  });

  test('come to a seller with stock of their own accord', async () => {
    const market = makeTestMarket({ listings: 300, orders: 0 });
    expect(list((await market.get('/orders')).json, 'results')).toEqual([]);
    market.sandbox.advance(5 * 24 * HOUR);
    const orders = list((await market.get('/orders', { page_size: 50 })).json, 'results');
    expect(orders.length).toBeGreaterThan(2);
    expect(orders.length).toBeLessThan(60);
  });

  test('stay away when switched off', async () => {
    const market = makeTestMarket({ listings: 300, orders: 0, buyerShare: 0 });
    market.sandbox.advance(10 * 24 * HOUR);
    expect(list((await market.get('/orders')).json, 'results')).toEqual([]);
  });
});
