import type { Money } from '../money/money';
import type { AllowedSize, SizeRun, SizeSystem } from '../sizes/size';
import type { CalendarDate, Instant } from '../time/instant';
import type { StyleCode } from './style-code';

/** A model in one colourway, as a marketplace's catalogue describes it. */
export interface ProductFacts {
  /** The catalogue's own key: stored, never built from a style code. */
  readonly catalogId: string;
  readonly styleCode: StyleCode | null;
  /** The style code exactly as the catalogue wrote it (`DD1391 100`). */
  readonly rawSku: string;
  readonly name: string;
  readonly brand: string;
  readonly colorway: string;
  readonly nickname: string;
  readonly sizeRun: SizeRun;
  readonly sizeSystem: SizeSystem;
  readonly allowedSizes: readonly AllowedSize[];
  readonly releaseDate: CalendarDate | null;
  readonly retailPrice: Money | null;
  readonly minimumListingPrice: Money | null;
  readonly maximumListingPrice: Money | null;
  readonly requiresPictures: boolean;
  readonly resellable: boolean;
  /** https address on a picture host the extension may show, or null. */
  readonly pictureUrl: string | null;
}

/** A catalogue item as it is kept. */
export interface Product extends ProductFacts {
  readonly id: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
