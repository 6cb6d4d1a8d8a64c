import type { Capability, Marketplace } from '../contract/marketplace';
import type { Http } from '../http/create-http';
import type { HttpRequest } from '../http/exchange';
import { createBatches } from './batches';
import { createCatalog } from './catalog';
import { createListings } from './listings';
import { createMarketReads } from './market';
import { createOrders } from './orders';
import { readAnswer } from './parse';
import { createPictures } from './pictures';
import type { PriceLimits } from './price-limits';
import { okReader } from './wire-answers';

const CAPABILITIES: ReadonlySet<Capability> = new Set([
  'listings/read',
  'listings/write',
  'listings/batch',
  'listings/conditional-price',
  'listings/pictures',
  'orders/read',
  'orders/write',
  'orders/labels',
  'catalog/search',
  'market/quotes',
  'market/offers',
  'market/recent-sales',
]);

export interface AliasOptions {
  /** Catalogue limits of a product's price; left out, only whole dollars above zero are checked here. */
  readonly priceLimits?: PriceLimits;
}

/** alias as a `Marketplace`: every operation of Open API v1.3.4, in domain terms. */
export function createAliasMarketplace(http: Http, options: AliasOptions = {}): Marketplace {
  const limits: PriceLimits = options.priceLimits ?? (() => Promise.resolve(null));
  return {
    id: 'alias',
    name: 'alias',
    capabilities: CAPABILITIES,
    checkConnection: async (callOptions) => {
      const request: HttpRequest = { method: 'GET', operation: '/test', path: '/test' };
      return readAnswer(request, await http.send(request, callOptions), null, okReader);
    },
    ...createCatalog(http),
    ...createMarketReads(http),
    ...createListings(http, limits),
    ...createPictures(http),
    ...createOrders(http),
    ...createBatches(http, limits),
  };
}
