import { queryOf, send, sendText, type App } from '../http/env';
import { pageOf } from '../http/paging';
import type { Query } from '../http/query';
import { invalid, missing } from '../http/refusal';
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

type Write = (world: World, id: string, query: Query) => WireListing;

/** Writes on one listing, by the path behind its id. */
const writes: Readonly<Record<string, Write>> = {
  '': (world, id, query) => {
    const change = query.record('catalog_id', 'price_cents', 'size', 'size_unit');
    if (Object.keys(change).length === 0) throw invalid('nothing to update');
    return updateListing(world, id, change);
  },
  '/activate': activateListing,
  '/deactivate': deactivateListing,
  '/metadata': (world, id, query) => {
    const metadata = metadataOf(query.object('metadata'));
    if (Object.keys(metadata).length === 0) throw missing('input.Metadata');
    return mergeMetadata(world, id, metadata);
  },
  '/metadata_delete': (world, id, query) => dropMetadata(world, id, query.all('keys')),
};

export function registerListings(app: App, world: World): void {
  const answer = (listing: WireListing): string => `{"listing":${world.listings.json(listing)}}`;

  app.get('/listings', (context) => {
    const query = queryOf(context);
    const page = pageOf(searchListings(world, query), query.text('pagination_token'), query.text('page_size'), limits);
    const rows = page.rows.map((listing) => world.listings.json(listing)).join(',');
    const pagination = `{"pagination_token":"${page.next}","has_more":${page.hasMore},"total_count":"${page.total}"}`;
    return sendText(context, `{"listings":[${rows}],"pagination":${pagination}}`);
  });

  app.get('/listings/:id', (context) => sendText(context, answer(findListing(world, context.req.param('id')))));

  app.post('/listings', (context) => {
    const query = queryOf(context);
    const raw = {
      ...query.record(...createParameters),
      metadata: query.object('metadata'),
      defects: query.all('defects'),
    };
    return sendText(context, answer(createListing(world, readListing(world, raw))));
  });

  for (const [path, write] of Object.entries(writes)) {
    app.post(`/listings/:id${path}`, (context) => {
      const id = context.req.param('id');
      refuseWhileInBatch(world, id);
      return sendText(context, answer(write(world, id, queryOf(context))));
    });
  }

  app.delete('/listings/:id', (context) => {
    const id = context.req.param('id');
    refuseWhileInBatch(world, id);
    deleteListing(world, id);
    return send(context, { id });
  });
}
