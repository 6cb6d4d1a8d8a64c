import { describe, expect, test } from 'vitest';
import { at, draftOf, list, makeTestMarket, NEW_GOOD, type TestMarket } from '../make-test-market';

async function create(market: TestMarket, changes: Record<string, string | number> = {}): Promise<string> {
  const answer = await market.post('/listings', draftOf(changes));
  if (answer.status !== 200) throw new Error(answer.text);
  return String(at(answer.json, 'listing.id'));
}

async function highestOffer(market: TestMarket, catalogId: string, size: number): Promise<number> {
  const answer = await market.get('/pricing_insights/availability', { catalog_id: catalogId, size, ...NEW_GOOD });
  return Number(at(answer.json, 'availability.highest_offer_price_cents'));
}

describe('GET /listings', () => {
  const market = makeTestMarket();

  test('25 a page, 50 at most, and the pages hold each listing once', async () => {
    expect(list((await market.get('/listings')).json, 'listings')).toHaveLength(25);
    expect(list((await market.get('/listings', { page_size: 500 })).json, 'listings')).toHaveLength(50);
    const ids: unknown[] = [];
    let token = '';
    do {
      const { json } = await market.get('/listings', {
        page_size: 50,
        ...(token === '' ? {} : { pagination_token: token }),
      });
      ids.push(...list(json, 'listings').map((row) => row['id']));
      token = String(at(json, 'pagination.pagination_token'));
      expect(at(json, 'pagination.has_more')).toBe(token !== '');
      expect(at(json, 'pagination.total_count')).toBe('120');
    } while (token !== '');
    expect(new Set(ids).size).toBe(120);
    expect(ids).toHaveLength(120);
  });

  test('facets and numbers narrow, sorting sorts', async () => {
    const rows = list(
      (
        await market.get('/listings', {
          page_size: 50,
          facet_filters: ['status:active', 'consigned:false'],
          numeric_filters: ['price_cents>=20000', 'price_cents<40000'],
          'order.sort_by': 'SEARCH_LISTING_REQUEST_ORDER_SORT_BY_PRICE',
          'order.order_by': 'SEARCH_LISTING_REQUEST_ORDER_ORDER_BY_ASC',
        })
      ).json,
      'listings',
    );
    expect(rows.length).toBeGreaterThan(3);
    const cents = rows.map((row) => Number(row['price_cents']));
    expect(cents).toEqual(cents.toSorted((a, b) => a - b));
    expect(Math.min(...cents)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...cents)).toBeLessThan(40_000);
    expect(rows.every((row) => row['status'] === 'LISTING_STATUS_ACTIVE' && row['consigned'] === false)).toBe(true);
  });

  test('finds by words and by metadata', async () => {
    const id = await create(market, { metadata: '{"archvd":"k1"}' });
    expect(
      list((await market.get('/listings', { facet_filters: 'metadata:archvd=k1' })).json, 'listings').map(
        (row) => row['id'],
      ),
    ).toEqual([id]);
    const dunks = list((await market.get('/listings', { search_term: 'Dunk low' })).json, 'listings');
    expect(dunks.length).toBeGreaterThan(0);
    expect(dunks.every((row) => String(row['catalog_id']).includes('dunk-low'))).toBe(true);
  });

  test.each([
    { facet_filters: 'colour:red' },
    { facet_filters: 'status:ACTIVE' },
    { numeric_filters: 'price_cents~3' },
    { pagination_token: '!!' },
  ])('refuses %o', async (params) => {
    expect(await market.get('/listings', params)).toMatchObject({ status: 400, json: { code: 3, details: [] } });
  });
});

describe('creating', () => {
  const market = makeTestMarket({ listings: 0, orders: 0 });

  test.each<[string, Record<string, string | number>]>([
    ['off whole dollars', { price_cents: 50_050 }],
    ['under the minimum', { price_cents: 2400 }],
    ['over the maximum', { price_cents: 200_100 }],
    ['a size the model lacks', { size: 99 }],
    ["another unit than the catalogue's", { size_unit: 'SIZE_UNIT_EU' }],
    ["pricing's condition name", { condition: 'PRODUCT_CONDITION_NEW' }],
    ['an unknown box', { packaging_condition: 'PACKAGING_CONDITION_TORN' }],
    ['an unknown model', { catalog_id: 'nothing' }],
    ['no price', { price_cents: '' }],
    ['metadata that is no object', { metadata: '[1]' }],
  ])('refuses %s', async (_name, changes) => {
    expect(await market.post('/listings', draftOf(changes))).toMatchObject({
      status: 400,
      json: { code: 3, details: [] },
    });
  });

  test('refuses what cannot be resold', async () => {
    const answer = await market.post('/listings', draftOf({ catalog_id: 'yeezy-slide-bone-2019-fw6345' }));
    expect(answer).toMatchObject({ status: 402, json: { code: 9 } });
  });

  test('waits for activation', async () => {
    const id = await create(market);
    expect(at((await market.get(`/listings/${id}`)).json, 'listing')).toMatchObject({
      status: 'LISTING_STATUS_PENDING',
      price_cents: '50000',
      sku: 'DD1391 100',
      activated_at: '',
      metadata: {},
      consigned: false,
    });
    expect(at((await market.post(`/listings/${id}/activate`)).json, 'listing.status')).toBe('LISTING_STATUS_ACTIVE');
  });

  test('does not read a JSON body', async () => {
    expect((await market.post('/listings', {}, draftOf())).status).toBe(400);
  });

  test('activation is refused while pictures are missing', async () => {
    const draft = { catalog_id: 'yeezy-boost-350-turtle-dove-aq4832', price_cents: 400_000 };
    const id = await create(market, draft);
    expect(await market.post(`/listings/${id}/activate`)).toMatchObject({ status: 402, json: { code: 9 } });
    expect(at((await market.get(`/listings/${id}`)).json, 'listing.status')).toBe('LISTING_STATUS_INACTIVE');
    for (const name of ['OUTER', 'INNER', 'TOP', 'BACK', 'UNDER', 'SIZE_TAG', 'PACKAGING']) {
      const picture = await market.post('/pictures', {
        listing_id: id,
        type: `PICTURE_TYPE_${name}`,
        base64_data: '/9j/4AAQ',
      });
      expect(picture.status).toBe(200);
    }
    expect(at((await market.post(`/listings/${id}/activate`)).json, 'listing.status')).toBe('LISTING_STATUS_ACTIVE');
  });
});

describe('pictures', () => {
  const market = makeTestMarket({ listings: 0, orders: 0 });

  test('need one source, and an order when extra', async () => {
    const listing_id = await create(market);
    const type = 'PICTURE_TYPE_EXTRA';
    expect((await market.post('/pictures', { listing_id, type, url: 'https://x.test/a.jpg' })).status).toBe(400);
    expect((await market.post('/pictures', { listing_id, type, order: 1 })).status).toBe(400);
    expect(
      (await market.post('/pictures', { listing_id, type, order: 1, url: 'https://x.test/a.jpg', base64_data: '/9j/' }))
        .status,
    ).toBe(400);
    const { json } = await market.post('/pictures', { listing_id, type, order: 1, url: 'https://x.test/a.jpg' });
    expect(at(json, 'picture')).toEqual({
      id: expect.any(String),
      listing_id,
      type,
      order: 1,
      url: 'https://x.test/a.jpg',
    });
    const id = String(at(json, 'picture.id'));
    expect((await market.remove(`/pictures/${id}`)).json).toEqual({ id });
    expect((await market.remove(`/pictures/${id}`)).status).toBe(404);
  });
});

describe('changing', () => {
  const market = makeTestMarket({ listings: 0, orders: 0 });

  test('price and size change, condition does not', async () => {
    const id = await create(market);
    const answer = await market.post(`/listings/${id}`, { price_cents: 49_900, size: 11, condition: 'CONDITION_USED' });
    expect(at(answer.json, 'listing')).toMatchObject({ price_cents: '49900', size: 11, condition: 'CONDITION_NEW' });
    expect((await market.post(`/listings/${id}`, { price_cents: 49_950 })).status).toBe(400);
    expect((await market.post(`/listings/${id}`)).status).toBe(400);
  });

  test('metadata is merged and dropped by key', async () => {
    const id = await create(market, { metadata: '{"a":"1"}' });
    expect(
      at((await market.post(`/listings/${id}/metadata`, { metadata: '{"b":"2"}' })).json, 'listing.metadata'),
    ).toEqual({ a: '1', b: '2' });
    expect(
      at((await market.post(`/listings/${id}/metadata`, { 'metadata[c]': '3' })).json, 'listing.metadata'),
    ).toEqual({ a: '1', b: '2', c: '3' });
    expect(
      at((await market.post(`/listings/${id}/metadata_delete`, { keys: ['a', 'c'] })).json, 'listing.metadata'),
    ).toEqual({ b: '2' });
  });

  test('a deleted listing can still be read, is out of the list, and cannot be changed', async () => {
    const id = await create(market);
    expect((await market.remove(`/listings/${id}`)).json).toEqual({ id });
    expect(at((await market.get(`/listings/${id}`)).json, 'listing.status')).toBe('LISTING_STATUS_DELETED');
    expect(list((await market.get('/listings')).json, 'listings').map((row) => row['id'])).not.toContain(id);
    expect((await market.post(`/listings/${id}/activate`)).status).toBe(402);
    expect((await market.get('/listings/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('prices in reach of an offer', () => {
  const dunk = 'dunk-low-black-white-dd1391-100';

  test.each(['create', 'update', 'activate'] as const)('%s settles at once, at what the buyer offered', async (how) => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const offer = await highestOffer(market, dunk, 10);
    expect(offer).toBeGreaterThan(0);
    const live = { activate: 'true' };
    const id = await create(
      market,
      how === 'create' ? { ...live, price_cents: offer } : how === 'update' ? live : { price_cents: offer },
    );
    if (how === 'update') await market.post(`/listings/${id}`, { price_cents: Math.max(2500, offer - 500) });
    if (how === 'activate') await market.post(`/listings/${id}/activate`);
    const [order] = list((await market.get('/orders')).json, 'results');
    expect(order).toMatchObject({
      listing_id: id,
      price_cents: String(offer),
      status: 'ORDER_STATUS_NEEDS_CONFIRMATION',
    });
    expect(order?.['price_cents_after_take']).toBe(String(offer - Math.round(offer * 0.095) - 500));
    expect(at((await market.get(`/listings/${id}`)).json, 'listing.status')).toBe('LISTING_STATUS_SOLD');
    expect(await highestOffer(market, dunk, 10)).toBeLessThan(offer);
  });

  test('a dollar above the offer nothing is sold, and the listing is inside the lowest ask', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const offer = await highestOffer(market, dunk, 10);
    const id = await create(market, { activate: 'true', price_cents: offer + 100 });
    expect(list((await market.get('/orders')).json, 'results')).toEqual([]);
    const answer = await market.get('/pricing_insights/availability', { catalog_id: dunk, size: 10, ...NEW_GOOD });
    expect(Number(at(answer.json, 'availability.lowest_listing_price_cents'))).toBeLessThanOrEqual(offer + 100);
    expect(at((await market.get(`/listings/${id}`)).json, 'listing.status')).toBe('LISTING_STATUS_ACTIVE');
  });

  test('an inactive listing may cost anything', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const id = await create(market, { price_cents: 2500 });
    expect(at((await market.post(`/listings/${id}`, { price_cents: 2600 })).json, 'listing.status')).toBe(
      'LISTING_STATUS_PENDING',
    );
  });
});
