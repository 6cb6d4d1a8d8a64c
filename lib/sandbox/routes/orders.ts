import { queryOf, sendText, type App, type AppContext } from '../http/env';
import { pageOf } from '../http/paging';
import type { Query } from '../http/query';
import { invalid } from '../http/refusal';
import { withPapers } from '../papers/papers';
import { cancelOrder, confirmOrder, findOrder, generateLabel, shipOrder } from '../world/order-actions';
import type { WireOrder } from '../world/wire';
import type { World } from '../world/world';

const limits = { normal: 25, most: 50 };

/** Facets carry full enum names, of one kind per request. */
function searchOrders(world: World, query: Query): readonly WireOrder[] {
  const facets = query.all('facet_filters').map((facet) => facet.split(':'));
  const kinds = new Set(facets.map(([kind]) => kind));
  if (kinds.size > 1) throw invalid('only one facet type is allowed per request');
  const [kind] = kinds;
  if (kind !== undefined && kind !== 'status' && kind !== 'fulfillment_status')
    throw invalid(`unknown facet filter ${kind}`);
  const values = facets.map(([, value]) => value);
  const term = query.text('query')?.toLowerCase();
  return world.orders.view(JSON.stringify([kind, values, term]), (rows) =>
    rows.filter(
      (order) =>
        (kind === undefined || values.includes(order[kind])) && (term === undefined || textOf(order).includes(term)),
    ),
  );
}

function textOf(order: WireOrder): string {
  return `${order.catalog_name} ${order.catalog_sku} ${order.catalog_sku.replace(' ', '-')} ${order.purchase_order_number}`.toLowerCase();
}

export function registerOrders(app: App, world: World): void {
  const send = (context: AppContext, json: string): Response =>
    sendText(context, withPapers(json, new URL(context.req.url).origin));
  const answer = (context: AppContext, order: WireOrder): Response =>
    send(context, `{"order":${world.orders.json(order)}}`);

  app.get('/orders', (context) => {
    const query = queryOf(context);
    const page = pageOf(searchOrders(world, query), query.text('pagination_token'), query.text('page_size'), limits);
    const rows = page.rows.map((order) => world.orders.json(order)).join(',');
    return send(context, `{"results":[${rows}],"pagination":{"next_page_token":"${page.next}"}}`);
  });

  app.get('/orders/:id', (context) => answer(context, findOrder(world, context.req.param('id'))));
  app.post('/orders/:id/confirm', (context) => answer(context, confirmOrder(world, context.req.param('id'))));
  app.post('/orders/:id/cancel', (context) => answer(context, cancelOrder(world, context.req.param('id'))));
  app.post('/orders/:id/ship', (context) => answer(context, shipOrder(world, context.req.param('id'))));
  for (const [action, again] of [
    ['generate_label', false],
    ['regenerate_label', true],
  ] as const)
    app.post(`/orders/:id/${action}`, (context) =>
      answer(context, generateLabel(world, context.req.param('id'), queryOf(context).text('label_type'), again)),
    );
}
