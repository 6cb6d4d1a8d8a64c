import { expect, test } from 'vitest';
import type { VariantKey } from '@/lib/domain/market/quote';
import { money } from '@/lib/domain/money/money';
import type { Marketplace } from '../contract/marketplace';
import type { ListingDraft } from '../contract/writes';
import { createAliasMarketplace } from './client';

const OPTIONS = { priority: 'user' } as const;
const PAGE = { token: null, pageSize: 50 };
const PRICE = money(14_200, 'USD');
const DRAFT: ListingDraft = {
  catalogId: 'c',
  price: PRICE,
  size: { value: 10, system: 'US' },
  condition: 'new',
  packaging: 'good',
  activate: false,
};
const VARIANT: VariantKey = {
  marketplace: 'alias',
  catalogId: 'c',
  usSize: 10,
  condition: 'new',
  packaging: 'good',
  consigned: null,
  regionId: null,
};
const CHANGE = { externalId: 'l', price: { from: PRICE, to: PRICE } };

/** Every operation of Open API v1.3.4 in the order of its documentation, and how the port asks for it. */
const OPERATIONS: readonly (readonly [string, (alias: Marketplace) => Promise<unknown>])[] = [
  ['GET /test', (a) => a.checkConnection(OPTIONS)],
  ['GET /catalog', (a) => a.searchCatalog('x', PAGE, OPTIONS)],
  ['GET /catalog/{id}', (a) => a.getProduct('c', OPTIONS)],
  ['GET /pricing_insights/availabilities/{catalog_id}', (a) => a.getQuotes({ catalogId: 'c' }, OPTIONS)],
  ['GET /pricing_insights/availability', (a) => a.getQuote(VARIANT, OPTIONS)],
  ['GET /pricing_insights/offer_histogram', (a) => a.getOffers(VARIANT, OPTIONS)],
  ['GET /pricing_insights/recent_sales', (a) => a.getRecentSales({ catalogId: 'c', usSize: 10 }, OPTIONS)],
  ['GET /listings', (a) => a.listListings({}, PAGE, OPTIONS)],
  ['POST /listings', (a) => a.createListing(DRAFT, OPTIONS)],
  ['GET /listings/{id}', (a) => a.getListing('l', OPTIONS)],
  ['POST /listings/{id}', (a) => a.updateListing('l', { price: PRICE }, OPTIONS)],
  ['DELETE /listings/{id}', (a) => a.deleteListing('l', OPTIONS)],
  ['POST /listings/{id}/activate', (a) => a.activateListing('l', OPTIONS)],
  ['POST /listings/{id}/deactivate', (a) => a.deactivateListing('l', OPTIONS)],
  ['POST /listings/{id}/metadata', (a) => a.setListingMetadata('l', { k: 'v' }, OPTIONS)],
  ['POST /listings/{id}/metadata_delete', (a) => a.deleteListingMetadata('l', ['k'], OPTIONS)],
  [
    'POST /pictures',
    (a) => a.addPicture({ externalListingId: 'l', type: 'PICTURE_TYPE_TOP', source: { base64: 'eA==' } }, OPTIONS),
  ],
  ['DELETE /pictures/{id}', (a) => a.deletePicture('p', OPTIONS)],
  ['GET /orders', (a) => a.listOrders(PAGE, OPTIONS)],
  ['GET /orders/{id}', (a) => a.getOrder('o', OPTIONS)],
  ['POST /orders/{id}/cancel', (a) => a.cancelOrder('o', OPTIONS)],
  ['POST /orders/{id}/confirm', (a) => a.confirmOrder('o', OPTIONS)],
  ['POST /orders/{id}/generate_label', (a) => a.generateLabel('o', null, OPTIONS)],
  ['POST /orders/{id}/regenerate_label', (a) => a.regenerateLabel('o', null, OPTIONS)],
  ['POST /orders/{id}/ship', (a) => a.shipOrder('o', OPTIONS)],
  ['GET /listings/batch', (a) => a.listBatches(null, null, OPTIONS)],
  ['GET /listings/batch/{id}', (a) => a.getBatch('b', OPTIONS)],
  ['POST /listings/batch_activate', (a) => a.batchActivate(['l'], OPTIONS)],
  ['POST /listings/batch_deactivate', (a) => a.batchDeactivate(['l'], OPTIONS)],
  ['DELETE /listings/batch_delete', (a) => a.batchDelete(['l'], OPTIONS)],
  ['POST /listings/batch_create', (a) => a.batchCreate([{ ...DRAFT, copies: [{}] }], OPTIONS)],
  ['POST /listings/batch_update', (a) => a.batchUpdate([CHANGE], OPTIONS)],
  ['GET /listings/batch_operation/quota', (a) => a.getBatchQuota(OPTIONS)],
  [
    'GET /listings/batch_operations/{id}',
    (a) => a.listBatchOperations('b', { status: null, token: null, limit: 25 }, OPTIONS),
  ],
];

test('the port offers every operation of the API, and nothing the API has not', async () => {
  const asked: string[] = [];
  const alias = createAliasMarketplace({
    send: ({ method, operation }) => {
      asked.push(`${method} ${operation}`);
      return Promise.reject(new Error('asked'));
    },
  });
  for (const [, call] of OPERATIONS) await expect(call(alias)).rejects.toThrow('asked');
  expect(asked).toEqual(OPERATIONS.map(([operation]) => operation));
  expect(Object.values(alias).filter((part) => typeof part === 'function')).toHaveLength(OPERATIONS.length);
});
