import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { makeWireListing, makeWireOrder } from '@/tests/fakes/alias-answers';
import { createFaultServer, type FaultServer } from '@/tests/fakes/fault-server';
import { makeHttp } from '@/tests/fakes/make-http';
import type { Marketplace } from '../contract/marketplace';
import type { ListingDraft } from '../contract/writes';
import { createAliasMarketplace } from './client';

const OPTIONS = { priority: 'user' } as const;
const USD = (minor: number) => money(minor, 'USD');
const SIZE = { value: 10.5, system: 'US' } as const;
const DRAFT: ListingDraft = {
  catalogId: 'dunk',
  price: USD(14_200),
  size: SIZE,
  condition: 'new',
  packaging: 'good',
  activate: false,
};

let server: FaultServer;
beforeAll(async () => {
  server = await createFaultServer();
});
afterAll(() => server.close());

type Call = (alias: Marketplace) => Promise<unknown>;
interface Case {
  readonly name: string;
  readonly call: Call;
  /** Method, path below the API's base, query string decoded, body. */
  readonly sent: readonly [string, string, string, string?];
  readonly answer: unknown;
  readonly mapped: unknown;
}

const listing = { listing: makeWireListing() };
const order = { order: makeWireOrder() };
const asListing = { externalId: '0199b1d2-3c4d-7e5f-8a9b-000000000001', price: USD(14_200) };
const asOrder = { externalId: '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d', payout: USD(19_580) };
const batch = { batch_id: 'b-1', status: 'BATCH_STATUS_PENDING' };
const asBatch = { externalId: 'b-1', status: 'pending', kind: null, failed: null };
const CREATED =
  'catalog_id=dunk&price_cents=14200&condition=CONDITION_NEW&packaging_condition=PACKAGING_CONDITION_GOOD_CONDITION&size=10.5&size_unit=SIZE_UNIT_US';

const CASES: readonly Case[] = [
  {
    name: 'create',
    call: (a) => a.createListing(DRAFT, OPTIONS),
    sent: ['POST', '/listings', `${CREATED}&activate=false`],
    answer: listing,
    mapped: asListing,
  },
  {
    name: 'create with everything',
    call: (a) =>
      a.createListing(
        {
          ...DRAFT,
          condition: 'new-with-defects',
          packaging: 'no-box',
          activate: true,
          metadata: { archvd: 'k&1' },
          defects: ['LISTING_DEFECT_HAS_ODOR', 'LISTING_DEFECT_B_GRADE'],
          additionalDefects: 'a mark',
        },
        OPTIONS,
      ),
    sent: [
      'POST',
      '/listings',
      'catalog_id=dunk&price_cents=14200&condition=CONDITION_NEW_WITH_DEFECTS&packaging_condition=PACKAGING_CONDITION_NO_ORIGINAL_BOX&size=10.5&size_unit=SIZE_UNIT_US&activate=true&metadata={"archvd":"k&1"}&defects=LISTING_DEFECT_HAS_ODOR&defects=LISTING_DEFECT_B_GRADE&additional_defects=a mark',
    ],
    answer: listing,
    mapped: asListing,
  },
  {
    name: 'update is POST with only what changes',
    call: (a) => a.updateListing('l/1', { price: USD(13_900) }, OPTIONS),
    sent: ['POST', '/listings/l%2F1', 'price_cents=13900'],
    answer: listing,
    mapped: asListing,
  },
  {
    name: 'update of size and product',
    call: (a) => a.updateListing('l1', { size: SIZE, catalogId: 'other' }, OPTIONS),
    sent: ['POST', '/listings/l1', 'catalog_id=other&size=10.5&size_unit=SIZE_UNIT_US'],
    answer: listing,
    mapped: asListing,
  },
  {
    name: 'delete',
    call: (a) => a.deleteListing('l1', OPTIONS),
    sent: ['DELETE', '/listings/l1', ''],
    answer: { id: 'l1' },
    mapped: 'l1',
  },
  {
    name: 'activate',
    call: (a) => a.activateListing('l1', OPTIONS),
    sent: ['POST', '/listings/l1/activate', ''],
    answer: listing,
    mapped: asListing,
  },
  {
    name: 'deactivate',
    call: (a) => a.deactivateListing('l1', OPTIONS),
    sent: ['POST', '/listings/l1/deactivate', ''],
    answer: listing,
    mapped: asListing,
  },
  {
    name: 'set metadata as JSON text',
    call: (a) => a.setListingMetadata('l1', { a: '1', b: 'x=y' }, OPTIONS),
    sent: ['POST', '/listings/l1/metadata', 'metadata={"a":"1","b":"x=y"}'],
    answer: listing,
    mapped: asListing,
  },
  {
    name: 'delete metadata keys',
    call: (a) => a.deleteListingMetadata('l1', ['a', 'b'], OPTIONS),
    sent: ['POST', '/listings/l1/metadata_delete', 'keys=a&keys=b'],
    answer: listing,
    mapped: asListing,
  },
  {
    name: 'add a picture by address',
    call: (a) =>
      a.addPicture(
        { externalListingId: 'l1', type: 'PICTURE_TYPE_EXTRA', order: 2, source: { url: 'https://x.test/p.png' } },
        OPTIONS,
      ),
    sent: ['POST', '/pictures', 'listing_id=l1&type=PICTURE_TYPE_EXTRA&order=2&url=https://x.test/p.png'],
    answer: { picture: { id: 'p1', listing_id: 'l1', type: 'PICTURE_TYPE_EXTRA', order: '2', url: '' } },
    mapped: { externalId: 'p1', order: 2 },
  },
  {
    name: 'add a picture as text',
    call: (a) =>
      a.addPicture({ externalListingId: 'l1', type: 'PICTURE_TYPE_TOP', source: { base64: 'iVBOR+/=' } }, OPTIONS),
    sent: ['POST', '/pictures', 'listing_id=l1&type=PICTURE_TYPE_TOP&base64_data=iVBOR+/='],
    answer: { picture: { id: 'p1', listing_id: 'l1', type: 'PICTURE_TYPE_TOP' } },
    mapped: { externalId: 'p1', order: 0 },
  },
  {
    name: 'delete a picture',
    call: (a) => a.deletePicture('p1', OPTIONS),
    sent: ['DELETE', '/pictures/p1', ''],
    answer: { id: 'p1' },
    mapped: 'p1',
  },
  {
    name: 'cancel an order',
    call: (a) => a.cancelOrder('o1', OPTIONS),
    sent: ['POST', '/orders/o1/cancel', ''],
    answer: order,
    mapped: asOrder,
  },
  {
    name: 'confirm an order',
    call: (a) => a.confirmOrder('o1', OPTIONS),
    sent: ['POST', '/orders/o1/confirm', ''],
    answer: order,
    mapped: asOrder,
  },
  {
    name: 'a label of alias’s choice',
    call: (a) => a.generateLabel('o1', null, OPTIONS),
    sent: ['POST', '/orders/o1/generate_label', ''],
    answer: order,
    mapped: asOrder,
  },
  {
    name: 'a drop-off label',
    call: (a) => a.generateLabel('o1', 'drop-off', OPTIONS),
    sent: ['POST', '/orders/o1/generate_label', 'label_type=LABEL_TYPE_DROPOFF'],
    answer: order,
    mapped: asOrder,
  },
  {
    name: 'another label',
    call: (a) => a.regenerateLabel('o1', 'shipping', OPTIONS),
    sent: ['POST', '/orders/o1/regenerate_label', 'label_type=LABEL_TYPE_SHIPPING'],
    answer: order,
    mapped: asOrder,
  },
  {
    name: 'ship',
    call: (a) => a.shipOrder('o1', OPTIONS),
    sent: ['POST', '/orders/o1/ship', ''],
    answer: order,
    mapped: asOrder,
  },
  {
    name: 'batch activate',
    call: (a) => a.batchActivate(['l1', 'l2'], OPTIONS),
    sent: ['POST', '/listings/batch_activate', 'ids=l1&ids=l2'],
    answer: batch,
    mapped: asBatch,
  },
  {
    name: 'batch deactivate',
    call: (a) => a.batchDeactivate(['l1'], OPTIONS),
    sent: ['POST', '/listings/batch_deactivate', 'ids=l1'],
    answer: batch,
    mapped: asBatch,
  },
  {
    name: 'batch delete',
    call: (a) => a.batchDelete(['l1', 'l2'], OPTIONS),
    sent: ['DELETE', '/listings/batch_delete', 'ids=l1&ids=l2'],
    answer: batch,
    mapped: asBatch,
  },
  {
    name: 'batch create, one metadata object per pair',
    call: (a) => a.batchCreate([{ ...DRAFT, copies: [{ k: '1' }, { k: '2' }] }], OPTIONS),
    sent: [
      'POST',
      '/listings/batch_create',
      '',
      '{"items":[{"catalog_id":"dunk","activate":false,"size_unit":"SIZE_UNIT_US","condition":"CONDITION_NEW","packaging_condition":"PACKAGING_CONDITION_GOOD_CONDITION","metadata_list":[{"k":"1"},{"k":"2"}],"price_cents":14200,"size":10.5,"quantity":2}]}',
    ],
    answer: batch,
    mapped: asBatch,
  },
  {
    name: 'batch update always states the price it was decided on',
    call: (a) => a.batchUpdate([{ externalId: 'l1', price: { from: USD(14_200), to: USD(13_900) } }], OPTIONS),
    sent: [
      'POST',
      '/listings/batch_update',
      '',
      '{"items":[{"id":"l1","price_cents_change":{"new_value":13900,"conditional_value":14200,"condition_operator":"CONDITION_OPERATOR_EQ"}}]}',
    ],
    answer: batch,
    mapped: asBatch,
  },
  {
    name: 'batch update of size and product',
    call: (a) =>
      a.batchUpdate(
        [
          {
            externalId: 'l1',
            size: { from: SIZE, to: { value: 11, system: 'US' } },
            catalogId: { from: 'a', to: 'b' },
          },
        ],
        OPTIONS,
      ),
    sent: [
      'POST',
      '/listings/batch_update',
      '',
      '{"items":[{"id":"l1","size_change":{"new_value":11,"conditional_value":10.5,"condition_operator":"CONDITION_OPERATOR_EQ"},"catalog_id_change":{"new_value":"b","conditional_value":"a","condition_operator":"CONDITION_OPERATOR_EQ"}}]}',
    ],
    answer: batch,
    mapped: asBatch,
  },
];

describe('writes as sent and as understood', () => {
  test.each(CASES)('$name', async ({ call, sent, answer, mapped }) => {
    server.script({ kind: 'answer', status: 200, body: answer, headers: { 'x-request-id': 'req-7' } });
    const result = await call(createAliasMarketplace(makeHttp(server.origin).http));
    const request = server.requests.at(-1);
    const query = request?.query.map(([name, value]) => `${name}=${value}`).join('&');
    expect([request?.method, request?.path.replace('/api/v1', ''), query, request?.body]).toEqual([
      ...sent,
      ...(sent.length === 3 ? [''] : []),
    ]);
    expect(request?.headers.get('content-type')).toBe('application/json');
    expect(result).toMatchObject({ value: mapped, rejected: [], origin: { requestId: 'req-7' } });
  });
});

test('a write whose answer is not understood is an unknown outcome, not a failure', async () => {
  server.script({ kind: 'answer', status: 200, body: { listing: { id: 'l1' } } });
  const call = createAliasMarketplace(makeHttp(server.origin).http).createListing(DRAFT, OPTIONS);
  await expect(call).rejects.toMatchObject({ code: 'unknown-outcome', path: 'listing.catalog_id' });
});
