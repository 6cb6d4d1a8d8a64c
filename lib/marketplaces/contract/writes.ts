import type { Condition, ListingFacts, Packaging } from '@/lib/domain/listings/listing';
import type { Money } from '@/lib/domain/money/money';
import type { OrderFacts } from '@/lib/domain/orders/order';
import type { Size } from '@/lib/domain/sizes/size';
import type { CallOptions } from './call';
import type { Answer } from './page';

export interface ListingDraft {
  readonly catalogId: string;
  readonly price: Money;
  readonly size: Size;
  readonly condition: Condition;
  readonly packaging: Packaging;
  readonly activate: boolean;
  /** alias's `LISTING_DEFECT_*` names. */
  readonly defects?: readonly string[];
  readonly additionalDefects?: string;
  /** Holds the client key a create is recognised by after a lost answer. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Only what changes; condition, packaging and defects cannot be changed on alias. */
export interface ListingChange {
  readonly catalogId?: string;
  readonly price?: Money;
  readonly size?: Size;
}

export interface PictureDraft {
  readonly externalListingId: string;
  /** alias's `PICTURE_TYPE_*` name. */
  readonly type: string;
  /** Wanted for `PICTURE_TYPE_EXTRA`, counted from 1. */
  readonly order?: number;
  readonly source: { readonly base64: string } | { readonly url: string };
}

export interface Picture {
  readonly externalId: string;
  readonly externalListingId: string;
  readonly type: string;
  readonly order: number;
  readonly url: string;
}

/**
 * Single writes to listings. None is idempotent on alias and a browser may deliver one twice, so nothing here is
 * retried: a lost answer is a `MarketError` with code `unknown-outcome`, to be resolved by reading back.
 */
export interface ListingWrites {
  createListing(draft: ListingDraft, options: CallOptions): Promise<Answer<ListingFacts>>;
  updateListing(externalId: string, change: ListingChange, options: CallOptions): Promise<Answer<ListingFacts>>;
  deleteListing(externalId: string, options: CallOptions): Promise<Answer<string>>;
  activateListing(externalId: string, options: CallOptions): Promise<Answer<ListingFacts>>;
  deactivateListing(externalId: string, options: CallOptions): Promise<Answer<ListingFacts>>;
  setListingMetadata(
    externalId: string,
    metadata: Readonly<Record<string, string>>,
    options: CallOptions,
  ): Promise<Answer<ListingFacts>>;
  deleteListingMetadata(
    externalId: string,
    keys: readonly string[],
    options: CallOptions,
  ): Promise<Answer<ListingFacts>>;
  addPicture(draft: PictureDraft, options: CallOptions): Promise<Answer<Picture>>;
  deletePicture(externalId: string, options: CallOptions): Promise<Answer<string>>;
}

export type LabelType = 'shipping' | 'drop-off';

export interface OrderWrites {
  confirmOrder(externalId: string, options: CallOptions): Promise<Answer<OrderFacts>>;
  cancelOrder(externalId: string, options: CallOptions): Promise<Answer<OrderFacts>>;
  /** Without a type alias makes a shipping label. */
  generateLabel(externalId: string, type: LabelType | null, options: CallOptions): Promise<Answer<OrderFacts>>;
  /** Also the way to switch between shipping and drop-off; without a type the current one is kept. */
  regenerateLabel(externalId: string, type: LabelType | null, options: CallOptions): Promise<Answer<OrderFacts>>;
  shipOrder(externalId: string, options: CallOptions): Promise<Answer<OrderFacts>>;
}
