import type { OrderFacts } from '@/lib/domain/orders/order';
import type { CallOptions } from '../contract/call';
import type { Marketplace, OrderPageRequest } from '../contract/marketplace';
import type { Answer, Page } from '../contract/page';
import type { LabelType, OrderWrites } from '../contract/writes';
import type { Http } from '../http/create-http';
import type { HttpRequest } from '../http/exchange';
import { fromLabelType } from './enums';
import { field, listOf, nextToken, readAnswer, readRows, toPage } from './parse';
import { orderReader } from './readers';
import { orderFilterQuery, pageSize, segment, toQuery } from './to-alias';

const MOST_ORDERS = 50;

export function createOrders(http: Http): Pick<Marketplace, 'listOrders' | 'getOrder'> & OrderWrites {
  const one = async (request: HttpRequest, options: CallOptions): Promise<Answer<OrderFacts>> =>
    readAnswer(request, await http.send(request, options), 'order', orderReader);

  const act = async (externalId: string, action: string, options: CallOptions, label: LabelType | null = null) =>
    one(
      {
        method: 'POST',
        operation: `/orders/{id}/${action}`,
        path: `/orders/${segment(externalId)}/${action}`,
        query: toQuery({ label_type: label === null ? null : fromLabelType(label) }),
      },
      options,
    );

  return {
    listOrders: (page, options) => listOrders(http, page, options),
    getOrder: async (externalId, options) =>
      one({ method: 'GET', operation: '/orders/{id}', path: `/orders/${segment(externalId)}` }, options),
    confirmOrder: async (externalId, options) => act(externalId, 'confirm', options),
    cancelOrder: async (externalId, options) => act(externalId, 'cancel', options),
    generateLabel: async (externalId, type, options) => act(externalId, 'generate_label', options, type),
    regenerateLabel: async (externalId, type, options) => act(externalId, 'regenerate_label', options, type),
    shipOrder: async (externalId, options) => act(externalId, 'ship', options),
  };
}

/** Orders come under `results`, with the next token in `pagination.next_page_token` and no `has_more`. */
async function listOrders(http: Http, page: OrderPageRequest, options: CallOptions): Promise<Page<OrderFacts>> {
  const query = toQuery({
    ...orderFilterQuery(page),
    page_size: pageSize(page.pageSize, MOST_ORDERS),
    pagination_token: page.token,
  });
  const request: HttpRequest = { method: 'GET', operation: '/orders', path: '/orders', query };
  const answer = await http.send(request, options);
  const rows = readRows(request, listOf(request, answer, 'results'), orderReader);
  const token = field(field(answer.body, 'pagination'), 'next_page_token');
  return toPage(request, answer, rows, { next: nextToken(request, answer, token, undefined), total: null });
}
