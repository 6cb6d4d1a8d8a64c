import { send, sendText, queryOf, type App } from '../http/env';
import { pageOf } from '../http/paging';
import { missing, Refusal } from '../http/refusal';
import type { CatalogueItem } from '../catalogue/item';
import type { World } from '../world/world';

const limits = { normal: 50, most: 50 };

/** alias answers 503, not 404, for a catalogue id it does not know. */
export function itemOrUnavailable(world: World, catalogId: string): CatalogueItem {
  const item = world.catalogue.get(catalogId);
  if (item === undefined) throw new Refusal(14, 'upstream request failed');
  return item;
}

export function registerCatalog(app: App, world: World): void {
  app.get('/test', (context) => send(context, { ok: true }));

  app.get('/catalog', (context) => {
    const query = queryOf(context);
    const wanted = query.text('query');
    if (wanted === undefined) throw missing('input.Query');
    const page = pageOf(world.catalogue.search(wanted), query.text('pagination_token'), query.text('limit'), limits);
    const items = page.rows.map((item) => item.json).join(',');
    return sendText(
      context,
      `{"catalog_items":[${items}],"next_pagination_token":"${page.next}","has_more":${page.hasMore}}`,
    );
  });

  app.get('/catalog/:id', (context) =>
    sendText(context, `{"catalog_item":${itemOrUnavailable(world, context.req.param('id')).json}}`),
  );
}
