import { queryOf, send, sendText, type App } from '../http/env';
import { pageOf } from '../http/paging';
import { invalid } from '../http/refusal';
import { refuseWhileInBatch } from '../world/batch-runner';
import { metadataOf, readListing } from '../world/listing-input';
import {
  activateListing,
  createListing,
  deactivateListing,
  deleteListing,
  dropMetadata,
  findListing,
  mergeMetadata,
  updateListing,
} from '../world/listing-actions';
import type { WireListing } from '../world/wire';
import type { World } from '../world/world';
import { searchListings } from './listing-search';

const limits = { normal: 25, most: 50 };
const createParameters = [
  'catalog_id',
  'price_cents',
  'condition',
  'packaging_condition',
  'size',
  'size_unit',
  'activate',
  'additional_defects',
] as const;

export function registerListings(app: App, world: World): void {
  const answer = (listing: WireListing): string => `{"listing":${world.listings.json(listing)}}`;
  /** A write on one listing: refused while a batch is about to change it. */
  const write = (id: string, work: () => WireListing): string => {
    refuseWhileInBatch(world, id);
    return answer(work());
  };

  app.get('/listings', (context) => {
    const query = queryOf(context);
    const page = pageOf(searchListings(world, query), query.text('pagination_token'), query.text('page_size'), limits);
    const rows = page.rows.map((listing) => world.listings.json(listing)).join(',');
    const pagination = `{"pagination_token":"${page.next}","has_more":${page.hasMore},"total_count":"${page.total}"}`;
    return sendText(context, `{"listings":[${rows}],"pagination":${pagination}}`);
  });

  app.post('/listings', (context) => {
    const query = queryOf(context);
    const raw = {
      ...query.record(...createParameters),
      metadata: query.object('metadata'),
      defects: query.all('defects'),
    };
    return sendText(context, answer(createListing(world, readListing(world, raw))));
  });

  app.get('/listings/:id', (context) => sendText(context, answer(findListing(world, context.req.param('id')))));

  app.post('/listings/:id', (context) => {
    const id = context.req.param('id');
    const change = queryOf(context).record('catalog_id', 'price_cents', 'size', 'size_unit');
    if (Object.keys(change).length === 0) throw invalid('nothing to update');
    return sendText(
      context,
      write(id, () => updateListing(world, id, change)),
    );
  });

  app.delete('/listings/:id', (context) => {
    const id = context.req.param('id');
    write(id, () => deleteListing(world, id));
    return send(context, { id });
  });

  app.post('/listings/:id/activate', (context) => {
    const id = context.req.param('id');
    return sendText(
      context,
      write(id, () => activateListing(world, id)),
    );
  });

  app.post('/listings/:id/deactivate', (context) => {
    const id = context.req.param('id');
    return sendText(
      context,
      write(id, () => deactivateListing(world, id)),
    );
  });

  app.post('/listings/:id/metadata', (context) => {
    const id = context.req.param('id');
    const metadata = metadataOf(queryOf(context).object('metadata'));
    if (Object.keys(metadata).length === 0) throw invalid('Missing parameter: input.Metadata');
    return sendText(
      context,
      write(id, () => mergeMetadata(world, id, metadata)),
    );
  });

  app.post('/listings/:id/metadata_delete', (context) => {
    const id = context.req.param('id');
    const keys = queryOf(context).all('keys');
    return sendText(
      context,
      write(id, () => dropMetadata(world, id, keys)),
    );
  });
}
