import { money } from '@/lib/domain/money/money';
import { makeWireListing, makeWireOrder } from '@/tests/fakes/alias-answers';
import { describeReads, type ReadCase } from '@/tests/fakes/alias-reads';

const OPTIONS = { priority: 'user' } as const;
const USD = (minor: number) => money(minor, 'USD');
const FIRST = { token: null, pageSize: 50 };
const page = (listings: unknown, pagination: unknown) => ({ listings, pagination });
const operation = {
  type: 'BATCH_TYPE_INVALID',
  status: 'BATCH_OPERATION_STATUS_FAILED',
  success: false,
  errors: ['condition not met'],
  update_listing_request: { id: 'l1' },
  completed_at: '',
};

const CASES: readonly ReadCase[] = [
  {
    name: 'listings',
    call: (a) => a.listListings({}, FIRST, OPTIONS),
    sent: ['/listings', 'page_size=50'],
    answer: page([makeWireListing()], { pagination_token: 'p2', has_more: true, total_count: '51' }),
    result: {
      items: [{ status: 'active', rawSku: 'DD1391 100', metadata: { archvd: 'pair-1' } }],
      next: 'p2',
      total: 51,
    },
  },
  {
    name: 'listings, filtered and sorted',
    call: (a) =>
      a.listListings(
        {
          status: 'active',
          searchTerm: 'dunk',
          metadata: { key: 'archvd', value: 'k1' },
          sort: { by: 'updated', order: 'descending' },
        },
        { token: 'p2', pageSize: 500 },
        OPTIONS,
      ),
    sent: [
      '/listings',
      'search_term=dunk&facet_filters=status:active&facet_filters=metadata:archvd=k1&order.sort_by=SEARCH_LISTING_REQUEST_ORDER_SORT_BY_UPDATED_AT&order.order_by=SEARCH_LISTING_REQUEST_ORDER_ORDER_BY_DESC&page_size=50&pagination_token=p2',
    ],
    answer: page([], { pagination_token: 'p9', has_more: false, total_count: 0 }),
    result: { items: [], next: null, total: 0 },
  },
  {
    name: 'listings between two prices, of one size, not consigned',
    call: (a) =>
      a.listListings(
        { consigned: false, price: { atLeast: USD(1000), below: USD(10_050) }, sizeValue: 7.5 },
        FIRST,
        OPTIONS,
      ),
    sent: [
      '/listings',
      'facet_filters=consigned:false&numeric_filters=price_cents>=1000&numeric_filters=price_cents<10050&numeric_filters=size=7.5&page_size=50',
    ],
    answer: page([], { pagination_token: '', has_more: false, total_count: '0' }),
    result: { items: [] },
  },
  {
    name: 'listing with a number as price',
    call: (a) => a.getListing('l1', OPTIONS),
    sent: ['/listings/l1', ''],
    answer: { listing: makeWireListing({ price_cents: 25_000, status: 'LISTING_STATUS_FROZEN', activated_at: '' }) },
    result: { value: { price: USD(25_000), status: 'unknown:LISTING_STATUS_FROZEN', activatedAt: null } },
  },
  {
    name: 'orders',
    call: (a) => a.listOrders({ token: 'o2', pageSize: 500 }, OPTIONS),
    sent: ['/orders', 'page_size=50&pagination_token=o2'],
    answer: { results: [makeWireOrder()], pagination: { next_page_token: 'o3' } },
    result: {
      items: [{ payout: USD(19_580), fulfillment: 'seller-shipped', label: { type: 'shipping' } }],
      next: 'o3',
    },
  },
  {
    name: 'orders of a status, one of them known by its raw name only',
    call: (a) =>
      a.listOrders(
        {
          ...FIRST,
          searchTerm: 'dunk',
          only: { status: ['confirmed', 'cancelled', 'unknown:ORDER_STATUS_NEEDS_CONFIRMATION'] },
        },
        OPTIONS,
      ),
    sent: [
      '/orders',
      'query=dunk&facet_filters=status:ORDER_STATUS_CONFIRMED&facet_filters=status:ORDER_STATUS_CANCELED&facet_filters=status:ORDER_STATUS_NEEDS_CONFIRMATION&page_size=50',
    ],
    answer: { results: [], pagination: {} },
    result: { items: [] },
  },
  {
    name: 'orders of a fulfilment status',
    call: (a) => a.listOrders({ ...FIRST, only: { fulfillment: ['delivered'] } }, OPTIONS),
    sent: ['/orders', 'facet_filters=fulfillment_status:FULFILLMENT_STATUS_DELIVERED&page_size=50'],
    answer: { results: [], pagination: {} },
    result: { items: [] },
  },
  {
    name: 'the last page of orders',
    call: (a) => a.listOrders(FIRST, OPTIONS),
    sent: ['/orders', 'page_size=50'],
    answer: { results: [], pagination: {} },
    result: { next: null },
  },
  {
    name: 'order not yet confirmed',
    call: (a) => a.getOrder('o1', OPTIONS),
    sent: ['/orders/o1', ''],
    answer: {
      order: makeWireOrder({
        status: 'ORDER_STATUS_NEEDS_CONFIRMATION',
        fulfillment_status: '',
        price_cents_after_take: '0',
        label_type: '',
        label_url: '',
        label_tracking_number: '',
        label_courier: null,
        listing_id: '',
      }),
    },
    result: {
      value: {
        status: 'unknown:ORDER_STATUS_NEEDS_CONFIRMATION',
        fulfillment: null,
        payout: null,
        label: null,
        externalListingId: null,
      },
    },
  },
  {
    name: 'batches',
    call: (a) => a.listBatches('in-progress', 'b2', OPTIONS),
    sent: ['/listings/batch', 'status=BATCH_STATUS_IN_PROGRESS&pagination_token=b2'],
    answer: {
      batches: [
        {
          id: 'b',
          status: 'BATCH_STATUS_IN_PROGRESS',
          type: 'BATCH_TYPE_UPDATE_LISTING',
          queued: '3',
          processed: '0',
          failed: '0',
        },
      ],
      next_pagination_token: '',
      has_more: false,
    },
    result: { items: [{ kind: 'update', status: 'in-progress', queued: 3, failed: 0 }], next: null },
  },
  {
    name: 'a batch stands at the root',
    call: (a) => a.getBatch('b', OPTIONS),
    sent: ['/listings/batch/b', ''],
    answer: {
      id: 'b',
      status: 'BATCH_STATUS_COMPLETED',
      type: 'BATCH_TYPE_INVALID',
      failed: '1',
      completed_at: '2025-12-09T18:00:00Z',
    },
    result: { value: { kind: null, failed: 1, queued: null, completedAt: Date.parse('2025-12-09T18:00:00Z') } },
  },
  {
    name: 'operations of a batch',
    call: (a) => a.listBatchOperations('b', { status: 'failed', token: null, limit: 9999 }, OPTIONS),
    sent: ['/listings/batch_operations/b', 'status=BATCH_OPERATION_STATUS_FAILED&limit=500'],
    answer: {
      id: 'b',
      operations: [
        operation,
        { ...operation, update_listing_request: null, create_listing_result: { listing: { id: 'new' } } },
      ],
      pagination_token: '',
    },
    result: {
      items: [
        { kind: 'update', externalListingId: 'l1', success: false, errors: ['condition not met'] },
        { kind: 'create', externalListingId: 'new' },
      ],
      next: null,
    },
  },
  {
    name: 'quota',
    call: (a) => a.getBatchQuota(OPTIONS),
    sent: ['/listings/batch_operation/quota', ''],
    answer: { used_operation_quota: '0', max_operation_quota: '5000' },
    result: { value: { used: 0, maximum: 5000 } },
  },
];

describeReads(CASES);
