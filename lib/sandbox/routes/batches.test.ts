import { describe, expect, test } from 'vitest';
import { at, draftOf, list, makeTestMarket, type TestAnswer, type TestMarket } from '../make-test-market';

async function createActive(market: TestMarket): Promise<string> {
  return String(at((await market.post('/listings', draftOf({ activate: 'true' }))).json, 'listing.id'));
}

async function finish(market: TestMarket, accepted: TestAnswer): Promise<TestAnswer> {
  expect(accepted).toMatchObject({
    status: 200,
    json: { batch_id: expect.any(String), status: 'BATCH_STATUS_PENDING' },
  });
  market.passMs(5000);
  return market.get(`/listings/batch/${String(at(accepted.json, 'batch_id'))}`);
}

function priceChange(id: string, to: number, from: number | string, operator = 'CONDITION_OPERATOR_EQ'): unknown {
  return {
    items: [{ id, price_cents_change: { new_value: to, conditional_value: from, condition_operator: operator } }],
  };
}

async function priceOf(market: TestMarket, id: string): Promise<unknown> {
  return at((await market.get(`/listings/${id}`)).json, 'listing.price_cents');
}

describe('batches take time', () => {
  test('pending, in progress, completed; counted in int64 strings', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const items = [{ ...draftOf(), quantity: 100 }];
    const accepted = await market.post('/listings/batch_create', {}, { items });
    const path = `/listings/batch/${String(at(accepted.json, 'batch_id'))}`;
    expect((await market.get(path)).json).toMatchObject({
      status: 'BATCH_STATUS_PENDING',
      queued: '100',
      processed: '0',
      failed: '0',
    });
    expect((await market.get('/listings/batch_operation/quota')).json).toEqual({
      used_operation_quota: '100',
      max_operation_quota: '2000',
    });
    market.passMs(270);
    expect((await market.get(path)).json).toMatchObject({
      status: 'BATCH_STATUS_IN_PROGRESS',
      queued: '50',
      processed: '50',
    });
    market.passMs(5000);
    const done = (await market.get(path)).json;
    expect(done).toMatchObject({
      status: 'BATCH_STATUS_COMPLETED',
      processed: '100',
      completed_at: expect.any(String),
    });
    expect(done).not.toHaveProperty('batch');
    expect(at((await market.get('/listings')).json, 'pagination.total_count')).toBe('100');
  });

  test('a single write on a listing in a batch is a conflict until the batch is done', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const id = await createActive(market);
    await market.post('/listings/batch_deactivate', { ids: id });
    expect(await market.post(`/listings/${id}`, { price_cents: 40_000 })).toMatchObject({
      status: 409,
      json: { code: 10 },
    });
    market.passMs(5000);
    expect((await market.post(`/listings/${id}`, { price_cents: 40_000 })).status).toBe(200);
  });

  test('more concurrent operations than allowed are refused as a whole', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0, maxOperations: 5 });
    await market.post('/listings/batch_create', {}, { items: [{ ...draftOf(), quantity: 4 }] });
    const second = await market.post('/listings/batch_create', {}, { items: [{ ...draftOf(), quantity: 2 }] });
    expect(second).toMatchObject({ status: 429, json: { code: 8 } });
    market.passMs(5000);
    expect((await market.post('/listings/batch_create', {}, { items: [{ ...draftOf(), quantity: 2 }] })).status).toBe(
      200,
    );
  });
});

describe('conditional updates', () => {
  test('apply when the condition holds, number or string', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const id = await createActive(market);
    await finish(market, await market.post('/listings/batch_update', {}, priceChange(id, 49_000, 50_000)));
    expect(await priceOf(market, id)).toBe('49000');
    await finish(market, await market.post('/listings/batch_update', {}, priceChange(id, 48_000, '49000')));
    expect(await priceOf(market, id)).toBe('48000');
  });

  test('a condition that does not hold: completed, failed 1, the error in the operation', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const id = await createActive(market);
    const batch = await finish(
      market,
      await market.post('/listings/batch_update', {}, priceChange(id, 49_000, 12_300)),
    );
    expect(batch.json).toMatchObject({ status: 'BATCH_STATUS_COMPLETED', failed: '1', processed: '1' });
    expect(await priceOf(market, id)).toBe('50000');
    const [operation] = list(
      (await market.get(`/listings/batch_operations/${String(at(batch.json, 'id'))}`)).json,
      'operations',
    );
    expect(operation).toMatchObject({
      success: false,
      status: 'BATCH_OPERATION_STATUS_FAILED',
      errors: [expect.stringContaining('condition')],
      update_listing_request: { id },
    });
    expect(operation).not.toHaveProperty('update_listing_result');
  });

  test('part of a batch may fail', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const id = await createActive(market);
    const change = { new_value: 45_000 };
    const items = [
      { id, price_cents_change: change },
      { id: 'gone', price_cents_change: change },
      { id, price_cents_change: { new_value: 45_050 } },
    ];
    const batch = await finish(market, await market.post('/listings/batch_update', {}, { items }));
    expect(batch.json).toMatchObject({ processed: '3', failed: '2' });
    expect(await priceOf(market, id)).toBe('45000');
    const path = `/listings/batch_operations/${String(at(batch.json, 'id'))}`;
    expect(list((await market.get(path, { status: 'BATCH_OPERATION_STATUS_FAILED' })).json, 'operations')).toHaveLength(
      2,
    );
    const first = await market.get(path, { limit: 2 });
    expect(Object.keys(first.json as object)).toEqual(['id', 'operations', 'pagination_token']);
    const rest = await market.get(path, { limit: 2, pagination_token: String(at(first.json, 'pagination_token')) });
    expect(list(rest.json, 'operations')).toHaveLength(1);
    expect(at(rest.json, 'pagination_token')).toBe('');
  });
});

describe('the other batches', () => {
  test('ids travel in the query; 1,000 at most', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const ids = [await createActive(market), await createActive(market)];
    const status = async (): Promise<unknown[]> =>
      Promise.all(ids.map(async (id) => at((await market.get(`/listings/${id}`)).json, 'listing.status')));
    await finish(market, await market.post('/listings/batch_deactivate', { ids }));
    expect(await status()).toEqual(['LISTING_STATUS_INACTIVE', 'LISTING_STATUS_INACTIVE']);
    await finish(market, await market.post('/listings/batch_activate', { ids }));
    expect(await status()).toEqual(['LISTING_STATUS_ACTIVE', 'LISTING_STATUS_ACTIVE']);
    await finish(market, await market.remove('/listings/batch_delete', { ids }));
    expect(await status()).toEqual(['LISTING_STATUS_DELETED', 'LISTING_STATUS_DELETED']);
    expect((await market.post('/listings/batch_activate')).status).toBe(400);
    expect(
      (await market.post('/listings/batch_activate', { ids: Array.from({ length: 1001 }, (_, i) => i) })).status,
    ).toBe(400);
  });

  test('ids that make the URL too long are refused by the gateway, not in JSON', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const ids = Array.from({ length: 300 }, () => '00000000-0000-7000-8000-000000000000');
    expect(await market.post('/listings/batch_activate', { ids })).toMatchObject({ status: 414, json: null });
  });

  test('metadata goes one to one with the quantity', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const item = { ...draftOf(), quantity: 2, metadata_list: [{ k: 'a' }, { k: 'b' }] };
    await finish(market, await market.post('/listings/batch_create', {}, { items: [item] }));
    const rows = list((await market.get('/listings')).json, 'listings');
    expect(new Set(rows.map((row) => at(row, 'metadata.k')))).toEqual(new Set(['a', 'b']));
    expect((await market.post('/listings/batch_create', {}, { items: [{ ...item, quantity: 3 }] })).status).toBe(400);
    expect(
      (await market.post('/listings/batch_create', {}, { items: [{ ...draftOf(), quantity: 1001 }] })).status,
    ).toBe(400);
  });

  test('the list of batches, newest first, by status', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const first = await finish(market, await market.post('/listings/batch_create', {}, { items: [draftOf()] }));
    const second = await market.post('/listings/batch_create', {}, { items: [draftOf()] });
    const { json } = await market.get('/listings/batch');
    expect(json).toMatchObject({ next_pagination_token: '', has_more: false });
    expect(list(json, 'batches').map((row) => row['id'])).toEqual([at(second.json, 'batch_id'), at(first.json, 'id')]);
    const done = await market.get('/listings/batch', { status: 'BATCH_STATUS_COMPLETED' });
    expect(list(done.json, 'batches').map((row) => row['id'])).toEqual([at(first.json, 'id')]);
  });
});
