import type { StyleCode } from '../catalog/style-code';
import type { Money } from '../money/money';
import type { CalendarDate, Instant } from '../time/instant';

/** Where a release is known from: alias's catalogue, a calendar file, a marketplace page, or the seller. */
export type ReleaseSource = 'catalogue' | 'import' | 'page' | 'own';

/** A pair that comes out on a day. What nobody told is null. */
export interface Release {
  /** The row's id; of the catalogue's own entries `catalogue:<catalogId>`. */
  readonly id: string;
  readonly source: ReleaseSource;
  readonly catalogId: string | null;
  readonly styleCode: StyleCode | null;
  readonly name: string;
  readonly brand: string;
  /** A day is never shifted by a time zone. */
  readonly date: CalendarDate;
  /** The moment, when one is known. */
  readonly at: Instant | null;
  readonly retailPrice: Money | null;
  readonly url: string | null;
  readonly note: string;
  readonly remind: boolean;
}
