import type { ProductFacts } from '@/lib/domain/catalog/product';
import type { Condition, ListingFacts, ListingStatus, MarketplaceId, Packaging } from '@/lib/domain/listings/listing';
import type { MarketQuote, OfferBin, RecentSale, VariantKey } from '@/lib/domain/market/quote';
import type { Money } from '@/lib/domain/money/money';
import type { FulfillmentStatus, OrderFacts, OrderStatus } from '@/lib/domain/orders/order';
import type { BatchPort } from './batches';
import type { CallOptions } from './call';
import type { ListingWrites, OrderWrites } from './writes';
import type { Answer, Page } from './page';

/** What a marketplace can do; a screen or job asks before it offers or tries. */
export type Capability =
  | 'listings/read'
  | 'listings/write'
  | 'listings/batch'
  | 'listings/conditional-price'
  | 'listings/pictures'
  | 'orders/read'
  | 'orders/write'
  | 'orders/labels'
  | 'catalog/search'
  | 'market/quotes'
  | 'market/offers'
  | 'market/recent-sales';

export interface PageRequest {
  /** Token of an earlier page's `next`; null for the first page. */
  readonly token: string | null;
  /** At most `pageSize` items; the marketplace may cap it (alias: 50). */
  readonly pageSize: number;
}

export interface ListingFilter {
  readonly status?: Extract<ListingStatus, 'active' | 'inactive' | 'pending' | 'deleted' | 'sold'>;
  readonly searchTerm?: string;
  readonly metadata?: { readonly key: string; readonly value: string };
  readonly consigned?: boolean;
  /** From `atLeast` on, below `below`: $10 up to but not including $100. */
  readonly price?: { readonly atLeast?: Money; readonly below?: Money };
  /** Number of the size, in the unit the listings are in. */
  readonly sizeValue?: number;
  readonly sort?: { readonly by: 'size' | 'price' | 'updated' | 'created'; readonly order: 'ascending' | 'descending' };
}

/** A page of orders, all of them unless narrowed. There is no filter by date and no sorting. */
export interface OrderPageRequest extends PageRequest {
  readonly searchTerm?: string;
  /** Any of these values. alias takes one kind per request, never both. */
  readonly only?: { readonly status: readonly OrderStatus[] } | { readonly fulfillment: readonly FulfillmentStatus[] };
}

/** A quote request: one call answers every size and condition of a product. */
export interface QuoteRequest {
  readonly catalogId: string;
  /** Left out: both pooled, and each quote says `consigned: null`. */
  readonly consigned?: boolean;
  /** Left out: global. Never sent empty. */
  readonly regionId?: string;
}

export interface RecentSalesRequest {
  readonly catalogId: string;
  readonly usSize: number;
  readonly consigned?: boolean;
  readonly regionId?: string;
  /** Rows carry no condition: without these two, sales of used pairs are mixed in, and alias gives 10 at most. */
  readonly condition?: Condition;
  readonly packaging?: Packaging;
  /** At most 200, and only with every filter above given; else at most 10. */
  readonly limit?: number;
}

/** What the companion reads from any marketplace, in domain terms. Every call may throw a `MarketError`. */
export interface MarketplaceReads {
  /** Resolves when the credentials are accepted. */
  checkConnection(options: CallOptions): Promise<Answer<true>>;
  searchCatalog(query: string, page: PageRequest, options: CallOptions): Promise<Page<ProductFacts>>;
  getProduct(catalogId: string, options: CallOptions): Promise<Answer<ProductFacts>>;
  listListings(filter: ListingFilter, page: PageRequest, options: CallOptions): Promise<Page<ListingFacts>>;
  getListing(externalId: string, options: CallOptions): Promise<Answer<ListingFacts>>;
  /** Newest first. */
  listOrders(page: OrderPageRequest, options: CallOptions): Promise<Page<OrderFacts>>;
  getOrder(externalId: string, options: CallOptions): Promise<Answer<OrderFacts>>;
  getQuotes(request: QuoteRequest, options: CallOptions): Promise<Answer<readonly MarketQuote[]>>;
  getQuote(variant: VariantKey, options: CallOptions): Promise<Answer<MarketQuote>>;
  /** Highest price first. */
  getOffers(variant: VariantKey, options: CallOptions): Promise<Answer<readonly OfferBin[]>>;
  /** Newest first. */
  getRecentSales(request: RecentSalesRequest, options: CallOptions): Promise<Answer<readonly RecentSale[]>>;
}

/** A marketplace, whole: what it is, what it can, and how to ask it. Adding one is one folder and one line in a compose file. */
export interface Marketplace extends MarketplaceReads, ListingWrites, OrderWrites, BatchPort {
  readonly id: MarketplaceId;
  readonly name: string;
  readonly capabilities: ReadonlySet<Capability>;
}
