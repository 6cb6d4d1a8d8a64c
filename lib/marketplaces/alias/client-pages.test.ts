import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VariantKey } from '@/lib/domain/market/quote';
import { makeWireCatalogItem, makeWireListing } from '@/tests/fakes/alias-answers';
import { createFaultServer, type FaultServer } from '@/tests/fakes/fault-server';
import { makeHttp } from '@/tests/fakes/make-http';
import { createAliasMarketplace } from './client';

const OPTIONS = { priority: 'user' } as const;
const VARIANT: VariantKey = {
  marketplace: 'alias',
  catalogId: 'dunk',
  usSize: 10,
  condition: 'new',
  packaging: 'good',
  consigned: null,
  regionId: null,
};
const FIRST = { token: null, pageSize: 50 };
const page = (listings: unknown, pagination: unknown) => ({ listings, pagination });

let server: FaultServer;
beforeAll(async () => {
  server = await createFaultServer();
});
afterAll(() => server.close());
const alias = () => createAliasMarketplace(makeHttp(server.origin).http);
const answer = (body: unknown) =>
  ({ kind: 'answer', status: 200, body, headers: { 'x-request-id': 'req-7' } }) as const;

describe('pages that cannot be trusted', () => {
  test.each([
    ['no list', { pagination: { has_more: false } }],
    ['more promised without a token', page([], { has_more: true, pagination_token: '' })],
    ['the token just used', page([], { has_more: true, pagination_token: 'same' })],
    ['a list of another name', { results: [], pagination: {} }],
  ])('%s: never an empty page', async (_name, body) => {
    server.script(answer(body));
    const call = alias().listListings({}, { token: 'same', pageSize: 50 }, OPTIONS);
    await expect(call).rejects.toMatchObject({ code: 'bad-response', requestId: 'req-7' });
  });

  test('a record that does not fit is set aside with its reasons, redacted; the rest goes on', async () => {
    const bad = makeWireListing({
      id: 'bad',
      price_cents: '',
      note: 'goatapi_secret jane@example.com',
      blob: 'x'.repeat(9000),
    });
    server.script(
      answer(page([makeWireListing(), bad, makeWireListing({ size_unit: 'SIZE_UNIT_MARS' }), 7], { has_more: false })),
    );
    const { items, rejected } = await alias().listListings({}, FIRST, OPTIONS);
    expect(items).toHaveLength(1);
    expect(rejected.map(({ endpoint, externalId, issues }) => [endpoint, externalId, issues.join()])).toMatchObject([
      ['GET /listings', 'bad', 'price_cents: not a whole number'],
      ['GET /listings', '0199b1d2-3c4d-7e5f-8a9b-000000000001', 'size_unit: not a size scale we know'],
      ['GET /listings', null, '$: expected object'],
    ]);
    expect(rejected[0]?.raw).toHaveLength(4000);
    expect(rejected[0]?.raw).not.toMatch(/secret|jane/);
  });

  test('a broken single answer names its place', async () => {
    server.script(answer({ offer_histogram: {} }));
    const call = alias().getOffers(VARIANT, OPTIONS);
    await expect(call).rejects.toMatchObject({ code: 'bad-response', path: 'offer_histogram.bins' });
  });
});

describe('an unknown product, which alias answers with 503 for ever', () => {
  const down = { kind: 'answer', status: 503, body: { code: 14, message: '', details: [] } } as const;

  test('is not found when a search works and does not know it', async () => {
    server.script(
      down,
      down,
      answer({ catalog_items: [makeWireCatalogItem()], next_pagination_token: '', has_more: false }),
    );
    await expect(alias().getProduct('gone-shoe', OPTIONS)).rejects.toMatchObject({
      code: 'not-found',
      httpStatus: 503,
    });
    expect(server.requests.slice(-3).map(({ path }) => path)).toEqual([
      '/api/v1/catalog/gone-shoe',
      '/api/v1/catalog/gone-shoe',
      '/api/v1/catalog',
    ]);
  });

  test('is taken from the search when that finds it after all', async () => {
    server.script(
      down,
      down,
      answer({
        catalog_items: [makeWireCatalogItem({ catalog_id: 'here' })],
        next_pagination_token: '',
        has_more: false,
      }),
    );
    await expect(alias().getProduct('here', OPTIONS)).resolves.toMatchObject({ value: { catalogId: 'here' } });
  });

  test('is an outage when the search fails as well; the breaker hears of the product, not of a path', async () => {
    server.script(down, down, down, down);
    const { http, outcomes } = makeHttp(server.origin);
    await expect(createAliasMarketplace(http).getProduct('gone-shoe', OPTIONS)).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(outcomes.map((outcome) => ('subject' in outcome ? outcome.subject : ''))).toEqual([
      'gone-shoe',
      'gone-shoe',
      '/catalog',
      '/catalog',
    ]);
  });
});
