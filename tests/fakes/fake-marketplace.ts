import type { ProductFacts } from '@/lib/domain/catalog/product';
import { MarketError } from '@/lib/domain/errors/market-error';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import type { MarketQuote, OfferBin, RecentSale } from '@/lib/domain/market/quote';
import type { OrderFacts } from '@/lib/domain/orders/order';
import { instant } from '@/lib/domain/time/instant';
import type { Answer, Page, RejectedRecord } from '@/lib/marketplaces/contract/page';
import type { MarketplaceReads, PageRequest, RecentSalesRequest } from '@/lib/marketplaces/contract/marketplace';

/** What a test may make of one call: let it pass, fail it, or change the world just before it is answered. */
export type FakeHook = (call: {
  readonly name: string;
  readonly argument: string | null;
  readonly nth: number;
}) => void | Promise<void>;

export interface FakeMarketplace extends MarketplaceReads {
  readonly id: 'alias';
  listings: ListingFacts[];
  orders: OrderFacts[];
  products: ProductFacts[];
  quotes: MarketQuote[];
  recentSales: RecentSale[];
  offers: OfferBin[];
  /** Records that a page carries but that cannot be read, by the index they stand at. */
  rejectListingAt: Map<number, RejectedRecord>;
  rejectOrderAt: Map<number, RejectedRecord>;
  readonly calls: { readonly name: string; readonly argument: string | null }[];
  hook: FakeHook;
}

/**
 * A marketplace in memory that pages by offset, as alias does: edits between two pages shift what the next one shows.
 * Pages hold `pageSize` at most.
 */
export function fakeMarketplace(pageSize = 50): FakeMarketplace {
  const world: FakeMarketplace = {
    id: 'alias',
    listings: [],
    orders: [],
    products: [],
    quotes: [],
    recentSales: [],
    offers: [],
    rejectListingAt: new Map(),
    rejectOrderAt: new Map(),
    calls: [],
    hook: () => {},
    checkConnection: async () => answer('checkConnection', null, () => true as const),
    searchCatalog: (query, page) => paged('searchCatalog', query, page, () => world.products),
    getProduct: (catalogId) =>
      answer('getProduct', catalogId, () => only(world.products.find((one) => one.catalogId === catalogId))),
    listListings: (filter, page) =>
      paged('listListings', null, page, () => sorted(filter.sort?.by === 'updated'), world.rejectListingAt),
    getListing: (id) => answer('getListing', id, () => only(world.listings.find((one) => one.externalId === id))),
    listOrders: (page) =>
      paged('listOrders', null, page, () => world.orders.toSorted((a, b) => b.soldAt - a.soldAt), world.rejectOrderAt),
    getOrder: (id) => answer('getOrder', id, () => only(world.orders.find((one) => one.externalId === id))),
    getQuotes: ({ catalogId }) =>
      answer('getQuotes', catalogId, () => world.quotes.filter((quote) => quote.variant.catalogId === catalogId)),
    getQuote: (variant) =>
      answer('getQuote', variant.catalogId, () =>
        only(world.quotes.find((quote) => quote.variant.usSize === variant.usSize)),
      ),
    getOffers: (variant) => answer('getOffers', variant.catalogId, () => world.offers),
    getRecentSales: (request) =>
      answer('getRecentSales', `${request.catalogId}/${request.usSize}`, () => newestSales(request)),
  };

  /** Ten of them, or up to 200 when every filter is given. */
  function newestSales({ catalogId, usSize, limit = 10, ...filters }: RecentSalesRequest): RecentSale[] {
    const { consigned, regionId, condition, packaging } = filters;
    const most = [consigned, regionId, condition, packaging].includes(undefined) ? 10 : 200;
    return world.recentSales
      .filter((sale) => sale.catalogId === catalogId && sale.usSize === usSize)
      .filter((sale) => consigned === undefined || sale.consigned === null || sale.consigned === consigned)
      .toSorted((a, b) => b.purchasedAt - a.purchasedAt)
      .slice(0, Math.min(limit, most));
  }

  function sorted(byUpdate: boolean): ListingFacts[] {
    return byUpdate
      ? world.listings.toSorted((a, b) => b.changedAt - a.changedAt)
      : world.listings.toSorted((a, b) => a.listedAt - b.listedAt);
  }

  async function enter(name: string, argument: string | null): Promise<void> {
    const nth = world.calls.filter((call) => call.name === name).length;
    world.calls.push({ name, argument });
    await world.hook({ name, argument, nth });
  }

  async function answer<T>(name: string, argument: string | null, read: () => T): Promise<Answer<T>> {
    await enter(name, argument);
    return { value: structuredClone(read()), rejected: [], origin: origin() };
  }

  async function paged<T>(
    name: string,
    argument: string | null,
    page: PageRequest,
    read: () => T[],
    rejects: ReadonlyMap<number, RejectedRecord> = new Map(),
  ): Promise<Page<T>> {
    await enter(name, argument);
    const all = read();
    const start = Number(page.token ?? 0);
    const end = start + Math.min(page.pageSize, pageSize);
    const indexes = all.map((_, index) => index).slice(start, end);
    return structuredClone({
      items: indexes.filter((index) => !rejects.has(index)).map((index) => all[index] as T),
      rejected: indexes.flatMap((index) => rejects.get(index) ?? []),
      next: end < all.length ? String(end) : null,
      total: all.length,
      origin: origin(),
    });
  }

  let requests = 0;
  function origin() {
    requests += 1;
    return { requestId: `req-${requests}`, receivedAt: instant(requests) };
  }

  return world;
}

function only<T>(found: T | undefined): T {
  if (found === undefined)
    throw new MarketError('not-found', { message: 'alias does not know it (404).', httpStatus: 404 });
  return found;
}
