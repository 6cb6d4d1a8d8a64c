import type { MarketQuote, OfferBin, RecentSale, VariantKey } from '@/lib/domain/market/quote';
import type { CallOptions } from '../contract/call';
import type { Marketplace, QuoteRequest, RecentSalesRequest } from '../contract/marketplace';
import type { Answer } from '../contract/page';
import type { Http } from '../http/create-http';
import type { HttpRequest } from '../http/exchange';
import { listOf, readAnswer, readRows } from './parse';
import { offerBinReader, recentSaleReader } from './readers';
import { availabilitySchema, variantSchema } from './schemas';
import { packagingName, productConditionName, segment, toQuery, variantQuery } from './to-alias';
import { toQuote, toVariantQuote, type QuoteContext } from './to-market';

const MOST_SALES = 10;
/** Only when every filter is given, condition and packaging included. */
const MOST_SALES_FILTERED = 200;

type MarketReads = Pick<Marketplace, 'getQuotes' | 'getQuote' | 'getOffers' | 'getRecentSales'>;

export function createMarketReads(http: Http): MarketReads {
  return {
    getQuotes: (request, options) => getQuotes(http, request, options),
    getQuote: (variant, options) => getQuote(http, variant, options),
    getOffers: (variant, options) => getOffers(http, variant, options),
    getRecentSales: (request, options) => getRecentSales(http, request, options),
  };
}

async function getQuotes(
  http: Http,
  { catalogId, consigned, regionId }: QuoteRequest,
  options: CallOptions,
): Promise<Answer<readonly MarketQuote[]>> {
  const request: HttpRequest = {
    method: 'GET',
    operation: '/pricing_insights/availabilities/{catalog_id}',
    path: `/pricing_insights/availabilities/${segment(catalogId)}`,
    query: toQuery({ region_id: regionId, consigned }),
    subject: catalogId,
  };
  const answer = await http.send(request, options);
  const context: QuoteContext = {
    catalogId,
    consigned: consigned ?? null,
    regionId: regionId === undefined || regionId === '' ? null : regionId,
  };
  const { items, rejected } = readRows(request, listOf(request, answer, 'variants'), {
    schema: variantSchema,
    toDomain: (wire) => toVariantQuote(wire, context),
  });
  return { value: items, rejected, origin: answer.origin };
}

async function getQuote(http: Http, variant: VariantKey, options: CallOptions): Promise<Answer<MarketQuote>> {
  const request: HttpRequest = {
    ...pricing('availability', variant.catalogId),
    query: toQuery({ ...variantQuery(variant), consigned: variant.consigned }),
  };
  return readAnswer(request, await http.send(request, options), 'availability', {
    schema: availabilitySchema,
    toDomain: (wire) => toQuote(variant, wire),
  });
}

async function getOffers(http: Http, variant: VariantKey, options: CallOptions): Promise<Answer<readonly OfferBin[]>> {
  const request: HttpRequest = {
    ...pricing('offer_histogram', variant.catalogId),
    query: toQuery(variantQuery(variant)),
  };
  const answer = await http.send(request, options);
  const { items, rejected } = readRows(request, listOf(request, answer, 'offer_histogram', 'bins'), offerBinReader);
  return { value: items, rejected, origin: answer.origin };
}

/** Asked per size: without one alias answers 400, whatever its documentation says. */
async function getRecentSales(
  http: Http,
  { catalogId, usSize, consigned, regionId, limit, condition, packaging }: RecentSalesRequest,
  options: CallOptions,
): Promise<Answer<readonly RecentSale[]>> {
  const filters = [consigned, regionId, condition, packaging];
  const most = filters.includes(undefined) ? MOST_SALES : MOST_SALES_FILTERED;
  const request: HttpRequest = {
    ...pricing('recent_sales', catalogId),
    query: toQuery({
      catalog_id: catalogId,
      size: usSize,
      product_condition: condition && productConditionName(condition),
      packaging_condition: packaging && packagingName(packaging),
      consigned,
      region_id: regionId,
      limit: limit === undefined ? null : Math.min(Math.max(1, limit), most),
    }),
  };
  const answer = await http.send(request, options);
  const { items, rejected } = readRows(request, listOf(request, answer, 'recent_sales'), recentSaleReader);
  return { value: items, rejected, origin: answer.origin };
}

function pricing(name: string, catalogId: string): Pick<HttpRequest, 'method' | 'operation' | 'path' | 'subject'> {
  return {
    method: 'GET',
    operation: `/pricing_insights/${name}`,
    path: `/pricing_insights/${name}`,
    subject: catalogId,
  };
}
