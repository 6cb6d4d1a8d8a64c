import type { StyleCode } from '../catalog/style-code';
import type { OpenEnum } from '../enums/open-enum';
import type { Money } from '../money/money';
import type { Size } from '../sizes/size';
import type { Instant } from '../time/instant';

/** A marketplace the companion talks to. */
export type MarketplaceId = 'alias';

export type Condition = OpenEnum<'new' | 'used' | 'new-with-defects'>;
export type Packaging = OpenEnum<'good' | 'missing-lid' | 'badly-damaged' | 'no-box'>;
export type ListingStatus = OpenEnum<'active' | 'inactive' | 'pending' | 'deleted' | 'sold'>;

/** What a marketplace says of one of the seller's own listings. */
export interface ListingFacts {
  readonly marketplace: MarketplaceId;
  /** The marketplace's id of the listing. */
  readonly externalId: string;
  readonly catalogId: string;
  readonly styleCode: StyleCode | null;
  readonly rawSku: string;
  readonly size: Size;
  readonly condition: Condition;
  readonly packaging: Packaging;
  readonly status: ListingStatus;
  readonly price: Money;
  /** True when the pair lies in the marketplace's warehouse. */
  readonly consigned: boolean;
  readonly defects: readonly string[];
  /** The seller's own keys; the companion writes `archvd` here to recognise what it created. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly listedAt: Instant;
  readonly activatedAt: Instant | null;
  readonly changedAt: Instant;
}

/**
 * A listing as it is kept.
 *
 * `missingSince` is set while its standing has to be asked for by itself: a finished sweep did not meet it, or an order
 * sold it. Only a direct answer may then set `deletedAt`.
 */
export interface Listing extends ListingFacts {
  readonly id: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly missingSince: Instant | null;
  readonly deletedAt: Instant | null;
}
