import { hasCode, MarketError } from '@/lib/domain/errors/market-error';
import type { ProductFacts } from '@/lib/domain/catalog/product';
import type { CallOptions } from '../contract/call';
import type { Marketplace, PageRequest } from '../contract/marketplace';
import type { Answer, Page } from '../contract/page';
import type { Http } from '../http/create-http';
import type { HttpRequest } from '../http/exchange';
import { field, listOf, nextToken, readAnswer, readRows, toPage } from './parse';
import { productReader } from './readers';
import { pageSize, refused, segment, toQuery } from './to-alias';

/** The contract does not name the largest page of a search; this many answered in the recording. */
const MOST_HITS = 100;
/** Hits looked through when a product is searched by the words of its id. */
const WITNESS_HITS = 20;

type CatalogReads = Pick<Marketplace, 'searchCatalog' | 'getProduct'>;

export function createCatalog(http: Http): CatalogReads {
  return {
    searchCatalog: (text, page, options) => searchCatalog(http, text, page, options),
    getProduct: (catalogId, options) => getProduct(http, catalogId, options),
  };
}

async function searchCatalog(
  http: Http,
  text: string,
  page: PageRequest,
  options: CallOptions,
): Promise<Page<ProductFacts>> {
  if (text.trim() === '') throw refused('There is nothing to search for. Nothing was sent.');
  const query = toQuery({ query: text, limit: pageSize(page.pageSize, MOST_HITS), pagination_token: page.token });
  const request: HttpRequest = { method: 'GET', operation: '/catalog', path: '/catalog', query };
  const answer = await http.send(request, options);
  const rows = readRows(request, listOf(request, answer, 'catalog_items'), productReader);
  const next = nextToken(request, answer, field(answer.body, 'next_pagination_token'), field(answer.body, 'has_more'));
  return toPage(request, answer, rows, { next, total: null });
}

async function getProduct(http: Http, catalogId: string, options: CallOptions): Promise<Answer<ProductFacts>> {
  const request: HttpRequest = {
    method: 'GET',
    operation: '/catalog/{id}',
    path: `/catalog/${segment(catalogId)}`,
    subject: catalogId,
  };
  try {
    return readAnswer(request, await http.send(request, options), 'catalog_item', productReader);
  } catch (error) {
    if (!hasCode(error, 'unavailable') || error.httpStatus !== 503) throw error;
    return searchInstead(http, catalogId, options, error);
  }
}

/**
 * alias answers an unknown id with 503 for ever, as if it were down. A search for the id's own words tells the two
 * apart: if it works and does not find the id, the id is unknown; if it fails as well, alias is down.
 */
async function searchInstead(
  http: Http,
  catalogId: string,
  options: CallOptions,
  unavailable: MarketError,
): Promise<Answer<ProductFacts>> {
  let found: Page<ProductFacts>;
  try {
    found = await searchCatalog(http, catalogId.replaceAll('-', ' '), { token: null, pageSize: WITNESS_HITS }, options);
  } catch {
    throw unavailable;
  }
  const product = found.items.find((item) => item.catalogId === catalogId);
  if (product !== undefined) return { value: product, rejected: [], origin: found.origin };
  throw new MarketError('not-found', {
    message: 'alias does not know this product any more.',
    requestId: unavailable.requestId,
    httpStatus: 503,
  });
}
