import type { ListingFacts } from '@/lib/domain/listings/listing';
import type { Money } from '@/lib/domain/money/money';
import type { CallOptions } from '../contract/call';
import type { ListingFilter, Marketplace, PageRequest } from '../contract/marketplace';
import type { Answer, Page } from '../contract/page';
import type { ListingChange, ListingDraft } from '../contract/writes';
import type { Http } from '../http/create-http';
import type { HttpRequest } from '../http/exchange';
import { field, listOf, nextToken, readAnswer, readRows, toPage } from './parse';
import { assertWithinLimits, type PriceLimits } from './price-limits';
import { listingReader } from './readers';
import {
  changeQuery,
  draftQuery,
  listingFilterQuery,
  metadataText,
  pageSize,
  refused,
  segment,
  toQuery,
} from './to-alias';
import { deletedIdReader, totalOf } from './wire-answers';

const MOST_LISTINGS = 50;

type Listings = Pick<
  Marketplace,
  | 'listListings'
  | 'getListing'
  | 'createListing'
  | 'updateListing'
  | 'deleteListing'
  | 'activateListing'
  | 'deactivateListing'
  | 'setListingMetadata'
  | 'deleteListingMetadata'
>;

/** Reads and single writes. All parameters of the writes travel in the query string; update is POST, not PATCH. */
export function createListings(http: Http, limits: PriceLimits): Listings {
  const one = async (request: HttpRequest, options: CallOptions): Promise<Answer<ListingFacts>> =>
    readAnswer(request, await http.send(request, options), 'listing', listingReader);

  const post = async (externalId: string, action: string, query: URLSearchParams, options: CallOptions) =>
    one(
      {
        method: 'POST',
        operation: `/listings/{id}${action}`,
        path: `/listings/${segment(externalId)}${action}`,
        query,
      },
      options,
    );

  return {
    listListings: (filter, page, options) => listListings(http, filter, page, options),
    getListing: async (externalId, options) =>
      one({ method: 'GET', operation: '/listings/{id}', path: `/listings/${segment(externalId)}` }, options),
    createListing: async (draft, options) => {
      await assertDraftPrice(limits, draft);
      return one({ method: 'POST', operation: '/listings', path: '/listings', query: draftQuery(draft) }, options);
    },
    updateListing: async (externalId, change, options) => {
      const query = changeQuery(change);
      await assertChangePrice(limits, externalId, change, change.price);
      return post(externalId, '', query, options);
    },
    deleteListing: async (externalId, options) => {
      const path = `/listings/${segment(externalId)}`;
      const request: HttpRequest = { method: 'DELETE', operation: '/listings/{id}', path };
      return readAnswer(request, await http.send(request, options), null, deletedIdReader);
    },
    activateListing: (externalId, options) => post(externalId, '/activate', toQuery({}), options),
    deactivateListing: (externalId, options) => post(externalId, '/deactivate', toQuery({}), options),
    setListingMetadata: async (externalId, metadata, options) => {
      const text = metadataText(metadata);
      if (text === null) throw refused('There is nothing to note. Nothing was sent.');
      return post(externalId, '/metadata', toQuery({ metadata: text }), options);
    },
    deleteListingMetadata: async (externalId, keys, options) => {
      if (keys.length === 0) throw refused('There is nothing to remove. Nothing was sent.');
      return post(externalId, '/metadata_delete', toQuery({ keys }), options);
    },
  };
}

async function listListings(
  http: Http,
  filter: ListingFilter,
  page: PageRequest,
  options: CallOptions,
): Promise<Page<ListingFacts>> {
  const query = toQuery({
    ...listingFilterQuery(filter),
    page_size: pageSize(page.pageSize, MOST_LISTINGS),
    pagination_token: page.token,
  });
  const request: HttpRequest = { method: 'GET', operation: '/listings', path: '/listings', query };
  const answer = await http.send(request, options);
  const pagination = field(answer.body, 'pagination');
  const rows = readRows(request, listOf(request, answer, 'listings'), listingReader);
  const next = nextToken(request, answer, field(pagination, 'pagination_token'), field(pagination, 'has_more'));
  return toPage(request, answer, rows, { next, total: totalOf(field(pagination, 'total_count')) });
}

function assertDraftPrice(limits: PriceLimits, draft: ListingDraft): Promise<void> {
  return assertWithinLimits(limits, { catalogId: draft.catalogId }, draft.price);
}

async function assertChangePrice(
  limits: PriceLimits,
  externalListingId: string,
  change: ListingChange,
  price: Money | undefined,
): Promise<void> {
  if (price === undefined) return;
  const target = change.catalogId === undefined ? { externalListingId } : { catalogId: change.catalogId };
  await assertWithinLimits(limits, target, price);
}
