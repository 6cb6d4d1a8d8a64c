import type { StyleCode } from '@/lib/domain/catalog/style-code';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { SiteId } from '@/lib/domain/sites/site';
import type { SizeSystem } from '@/lib/domain/sizes/size';
import type { CalendarDate } from '@/lib/domain/time/instant';

/** What is doubtful about a page, so that the card can say so. A page with `BUNDLE` gets no profit figure. */
export type PageWarning =
  | 'STALE_EMBEDDED'
  | 'SIZE_UNSELECTED'
  | 'SIZE_SYSTEM_UNKNOWN'
  | 'PRICE_MISSING'
  | 'PRICE_PENDING'
  | 'SKU_MULTI'
  | 'SKU_FROM_SLUG'
  | 'SKU_SLUG_CONFLICT'
  | 'SKU_MISSING'
  | 'INTERNAL_SKU_IGNORED'
  | 'JSONLD_INVALID'
  | 'CURRENCY_AMBIGUOUS'
  | 'BUNDLE'
  | 'SOLD_OUT'
  | 'LISTING_MISMATCH'
  | 'NOT_PRODUCT'
  | 'BLOCKED';

/** Where on the page something was found, the most trusted first. Counted by diagnostics, so that a broken site shows. */
export type PageLayer = 'embedded' | 'dom-hero' | 'dom-label' | 'dom-row' | 'meta' | 'json-ld' | 'slug' | 'title';

/** An amount as the page names it; `minor` in minor units. `currency: null`: the mark fits several. */
export interface PagePrice {
  readonly minor: number;
  readonly currency: CurrencyCode | null;
}

export interface PageSize {
  /** As the page writes it: `10.5`, `UK 6 (EU 40)`. */
  readonly raw: string;
  readonly system: SizeSystem | null;
  readonly sex: 'M' | 'W' | 'Y' | 'C' | null;
  /** The number in its own system: `UK 6 (EU 40)` is 6. */
  readonly value: number | null;
  /** The US number, as far as the page's own chart tells it; never worked out by an offset. */
  readonly us: number | null;
  readonly selected: boolean;
}

/** What a layer had to say. `stale`: it is about another product; `invalid`: it is there and cannot be read. */
export type LayerState = 'found' | 'absent' | 'stale' | 'invalid';

/** Which layer answered what, and how the others stood: the report a person can copy. */
export interface LayerReport {
  readonly styleCode: PageLayer | null;
  readonly size: PageLayer | null;
  readonly price: PageLayer | null;
  readonly layers: Readonly<Partial<Record<PageLayer, LayerState>>>;
}

/**
 * What one marketplace page says, read from its document and nothing else: no request, no guess. Readers are pure; what
 * a page does not say is null.
 */
export interface PageReading {
  readonly site: SiteId;
  readonly url: string;
  readonly pageType: 'product' | 'listing' | 'not_product' | 'blocked';
  readonly identity: {
    readonly listingId: string | null;
    readonly slug: string | null;
    /** The site's own id where it is a UUID (StockX); never a style code. */
    readonly uuid: string | null;
    /** Bar codes the page names, 8 to 14 digits. */
    readonly gtins: readonly string[];
    readonly styleCode: {
      readonly canonical: StyleCode;
      readonly raw: string;
      readonly all: readonly StyleCode[];
      readonly source: PageLayer;
      /** 0 to 1: 1 is the shop's own data for this very address. */
      readonly confidence: number;
    } | null;
    readonly brand: string | null;
    readonly title: string | null;
    readonly gender: 'men' | 'women' | 'youth' | 'unisex' | null;
  };
  readonly size: PageSize | null;
  readonly price:
    | (PagePrice & {
        readonly kind: 'buy_now_size' | 'lowest_ask_any' | 'fixed' | 'auction_bid' | 'retail';
        readonly source: PageLayer;
      })
    | null;
  /** What the page adds for sending it, when it says so. */
  readonly shipping: PagePrice | null;
  /** Only new pairs in a good box. `price: null`: none for sale in this size; `value` is the US number, as `us` above. */
  readonly perSize: readonly {
    readonly label: string;
    readonly sex: PageSize['sex'];
    readonly value: number | null;
    readonly price: PagePrice | null;
    readonly inStock: boolean;
  }[];
  /** The day the page names for this very product, as written: a day is never shifted. `retailPrice` is the maker's. */
  readonly release: { readonly date: CalendarDate; readonly retailPrice: PagePrice | null } | null;
  readonly availability: 'in_stock' | 'sold_out' | 'unknown';
  readonly condition: 'new' | 'used' | 'new_defects' | 'unknown';
  readonly warnings: readonly PageWarning[];
  readonly report: LayerReport;
}
