import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { at, draftOf, list, makeTestMarket, NEW_GOOD, type TestMarket } from './make-test-market';
import { serveSandbox } from './serve';

/** An independent check of the wire contract; it lies outside this repository, without it these tests skip. */
const tool = fileURLToPath(new URL('../../../shared/tools/alias-contract.mjs', import.meta.url));
const there = existsSync(tool);
if (!there) console.warn(`no contract check at ${tool}: the sandbox is not checked against it`);

function run(base: string, token: string): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tool, '--base', base, '--token', token]);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('close', (code) => resolve({ code, output }));
  });
}

describe.skipIf(!there)('the independent contract check', () => {
  test.each([
    [2, 340, 420],
    [1, 10_000, 5000],
  ])(
    'seed %i, %i listings, %i orders',
    async (seed, listings, orders) => {
      const served = await serveSandbox({ token: 'contract', seed, listings, orders });
      try {
        const { code, output } = await run(`http://127.0.0.1:${served.port}/api/v1`, served.token);
        expect(output.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
        expect(output).toMatch(/\n\d{2,} passed, 0 failed\n$/);
        expect(code).toBe(0);
      } finally {
        await served.close();
      }
    },
    60_000,
  );
});

const DUNK = 'dunk-low-black-white-dd1391-100';
const PICTURED = 'yeezy-boost-350-turtle-dove-aq4832';
const EQ = 'CONDITION_OPERATOR_EQ';

async function create(market: TestMarket, changes: Parameters<typeof draftOf>[0] = {}): Promise<string> {
  return String(at((await market.post('/listings', draftOf(changes))).json, 'listing.id'));
}

async function listingOf(market: TestMarket, id: string): Promise<unknown> {
  return at((await market.get(`/listings/${id}`)).json, 'listing');
}

async function offerFor(market: TestMarket): Promise<number> {
  const answer = await market.get('/pricing_insights/availability', { catalog_id: DUNK, size: 10, ...NEW_GOOD });
  return Number(at(answer.json, 'availability.highest_offer_price_cents'));
}

function repriced(ids: readonly string[], from: number, to: number): unknown {
  const change = { new_value: to, conditional_value: from, condition_operator: EQ };
  return { items: ids.map((id) => ({ id, price_cents_change: change })) };
}

/** Errors of a batch that is worked off, operation by operation; none for one that worked. */
async function outcome(market: TestMarket, accepted: { readonly json: unknown }): Promise<unknown[]> {
  market.passMs(5000);
  const id = String(at(accepted.json, 'batch_id'));
  expect(at((await market.get(`/listings/batch/${id}`)).json, 'status')).toBe('BATCH_STATUS_COMPLETED');
  const { json } = await market.get(`/listings/batch_operations/${id}`, { limit: 500 });
  return list(json, 'operations').map((one) => one['errors']);
}

describe('every write does what alias does', () => {
  test('a conditional price sent twice works once: the second time is refused, and both are batches', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const id = await create(market, { activate: 'true' });
    const body = repriced([id], 50_000, 49_000);
    const first = await market.post('/listings/batch_update', {}, body);
    const second = await market.post('/listings/batch_update', {}, body);
    expect(await outcome(market, second)).toEqual([[expect.stringContaining('condition')]]);
    expect(await outcome(market, first)).toEqual([[]]);
    expect(market.sandbox.log.effects.filter(({ kind }) => kind === 'listing/price')).toHaveLength(1);
    expect(list((await market.get('/listings/batch')).json, 'batches')).toHaveLength(2);
  });

  test('a create sent twice makes two', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const draft = { items: [{ ...draftOf(), metadata_list: [{ key: 'one' }] }] };
    for (const _ of [1, 2]) await outcome(market, await market.post('/listings/batch_create', {}, draft));
    const found = await market.get('/listings', { facet_filters: 'metadata:key=one' });
    expect(list(found.json, 'listings')).toHaveLength(2);
  });

  test.each([
    ['a new price', (id: string) => ['POST', `/listings/${id}`, { price_cents: 40_000 }] as const],
    ['activation', (id: string) => ['POST', `/listings/${id}/activate`, {}] as const],
    ['deactivation', (id: string) => ['POST', `/listings/${id}/deactivate`, {}] as const],
    ['metadata', (id: string) => ['POST', `/listings/${id}/metadata`, { metadata: '{"a":"1"}' }] as const],
    ['less metadata', (id: string) => ['POST', `/listings/${id}/metadata_delete`, { keys: 'a' }] as const],
    ['deletion', (id: string) => ['DELETE', `/listings/${id}`, {}] as const],
  ])('%s is a conflict while a batch is about to change the listing, and changes nothing', async (_name, write) => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const [id, other] = [await create(market, { activate: 'true' }), await create(market, { activate: 'true' })];
    const before = await listingOf(market, id);
    await market.post('/listings/batch_update', {}, repriced([id], 50_000, 49_000));
    const send = (to: string) => {
      const [method, path, params] = write(to);
      return method === 'POST' ? market.post(path, params) : market.remove(path, params);
    };
    expect(await send(id)).toMatchObject({ status: 409, json: { code: 10 } });
    expect(await listingOf(market, id)).toEqual(before);
    expect((await send(other)).status).toBe(200);
    market.passMs(5000);
    expect((await send(id)).status).toBe(200);
  });

  test('the quota counts what is open, and is free again when it is done, failed or not', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0, maxOperations: 3 });
    const quota = async () => (await market.get('/listings/batch_operation/quota')).json;
    const ids = [await create(market), await create(market)];
    const accepted = await market.post('/listings/batch_update', {}, repriced([...ids, 'gone'], 50_000, 49_000));
    expect(await quota()).toEqual({ used_operation_quota: '3', max_operation_quota: '3' });
    const refused = await market.post('/listings/batch_update', {}, repriced(ids, 50_000, 48_000));
    expect(refused).toMatchObject({ status: 429, json: { code: 8 } });
    expect(await outcome(market, accepted)).toEqual([[], [], ['listing not found']]);
    expect(await quota()).toEqual({ used_operation_quota: '0', max_operation_quota: '3' });
  });

  test('what a batch cannot do it says, and it ends all the same', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const [live, deleted, pictured] = [
      await create(market, { activate: 'true' }),
      await create(market),
      await create(market, { catalog_id: PICTURED, price_cents: 400_000 }),
    ];
    await market.remove(`/listings/${deleted}`);
    const accepted = await market.post('/listings/batch_activate', { ids: [live, deleted, pictured, 'gone'] });
    expect(await outcome(market, accepted)).toEqual([
      [],
      ['listing can no longer be changed'],
      ['listing pictures are required before activation'],
      ['listing not found'],
    ]);
    expect(await listingOf(market, pictured)).toMatchObject({ status: 'LISTING_STATUS_INACTIVE' });
  });

  test('pictures: JPEG or PNG, however large, and one of each kind before the listing goes live', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const id = await create(market, { catalog_id: PICTURED, price_cents: 400_000 });
    const send = (type: string, base64_data: string) =>
      market.post('/pictures', { listing_id: id, type: `PICTURE_TYPE_${type}`, base64_data });
    expect(await send('OUTER', 'R0lGODlh')).toMatchObject({ status: 400, json: { code: 3 } });
    expect(await send('FRONT', '/9j/')).toMatchObject({ status: 400, json: { code: 3 } });
    const kinds = ['OUTER', 'INNER', 'TOP', 'BACK', 'UNDER', 'SIZE_TAG', 'PACKAGING'];
    for (const kind of kinds.slice(1)) expect((await send(kind, 'iVBORw0KGgo='.padEnd(300_000, 'A'))).status).toBe(200);
    expect((await market.post(`/listings/${id}/activate`)).status).toBe(402);
    expect((await send('OUTER', '/9j/4AAQ')).status).toBe(200);
    expect((await market.post(`/listings/${id}/activate`)).status).toBe(200);
  });

  test.each([
    [
      'a new price',
      async (m: TestMarket, id: string, cents: number) => m.post(`/listings/${id}`, { price_cents: cents }),
    ],
    [
      'a new price in a batch',
      async (m: TestMarket, id: string, cents: number) =>
        outcome(m, await m.post('/listings/batch_update', {}, repriced([id], 50_000, cents))),
    ],
    [
      'activation in a batch',
      async (m: TestMarket, id: string, cents: number) => {
        await m.post(`/listings/${id}/deactivate`);
        await m.post(`/listings/${id}`, { price_cents: cents });
        await outcome(m, await m.post('/listings/batch_activate', { ids: id }));
      },
    ],
  ])('%s at the highest offer sells at once at the offer; a dollar above it does not', async (_name, write) => {
    for (const above of [0, 100]) {
      const market = makeTestMarket({ listings: 0, orders: 0 });
      const offer = await offerFor(market);
      const id = await create(market, { activate: 'true' });
      await write(market, id, offer + above);
      const orders = list((await market.get('/orders')).json, 'results');
      expect(orders.map((order) => [order['listing_id'], order['price_cents']])).toEqual(
        above === 0 ? [[id, String(offer)]] : [],
      );
      const status = above === 0 ? 'LISTING_STATUS_SOLD' : 'LISTING_STATUS_ACTIVE';
      expect(await listingOf(market, id)).toMatchObject({ status });
    }
  });

  test('a listing is found by its metadata in whatever state it is on the shelf', async () => {
    const market = makeTestMarket({ listings: 0, orders: 0 });
    const key = 'a=b:c d/é';
    const id = await create(market, { metadata: JSON.stringify({ archvd: key }) });
    await create(market, { metadata: '{"archvd":"another"}' });
    const found = async () =>
      list((await market.get('/listings', { facet_filters: `metadata:archvd=${key}` })).json, 'listings').map(
        (row) => row['id'],
      );
    for (const action of [null, 'activate', 'deactivate']) {
      if (action !== null) await market.post(`/listings/${id}/${action}`);
      expect(await found()).toEqual([id]);
    }
    await market.post(`/listings/${id}/metadata_delete`, { keys: 'archvd' });
    expect(await found()).toEqual([]);
  });
});
