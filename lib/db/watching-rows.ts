import type { AlertKind, AlertOptions, AlertState, AlertTrigger } from '@/lib/domain/alerts/alert';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import type { Money } from '@/lib/domain/money/money';
import type { SiteId } from '@/lib/domain/sites/site';
import type { Instant } from '@/lib/domain/time/instant';
import type { Stamped } from './rows';

/** Rows of what is watched, waited for and counted; they exist only in the database. */

/** An alert on something watched. `kind` repeats the trigger's for the index. */
export interface AlertRow extends Stamped {
  readonly deletedAt: Instant | null;
  /** The watched item it belongs to; it goes with it. */
  readonly itemId: string;
  readonly catalogId: string;
  /** null: every size. */
  readonly usSize: number | null;
  readonly kind: AlertKind;
  readonly enabled: boolean;
  readonly trigger: AlertTrigger;
  readonly options: AlertOptions;
  readonly state: AlertState;
}

/**
 * An alert that rang. `alertId` is the alert's id, or the item's for its target price. Words are kept as they were said;
 * `facts` holds the figures they were made of.
 */
export interface AlertEventRow {
  readonly id: string;
  readonly alertId: string;
  readonly itemId: string | null;
  readonly catalogId: string | null;
  readonly usSize: number | null;
  readonly kind: AlertKind | null;
  readonly at: Instant;
  /** A person has looked at it; what is not seen counts on the badge when the alert says so. */
  readonly seen: boolean;
  readonly onBadge: boolean;
  readonly title: string;
  readonly message: string;
  /** Waits for the next digest; null: not part of one, or told. */
  readonly digest: 'waiting' | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A line somebody wants to watch whose product is not in the books yet: it is searched for, one request each. */
export interface WatchRequestRow extends Stamped {
  readonly watchlistId: string;
  /** The import or paste it came with; all of it can be taken back at once. */
  readonly batchId: string;
  /** As it was written. */
  readonly text: string;
  readonly styleCode: StyleCode;
  readonly usSize: number | null;
  readonly targetPrice: Money | null;
  readonly note: string;
  readonly state: 'waiting' | 'found' | 'several' | 'not-found' | 'failed' | 'cancelled';
  /** What was found: the watched item. */
  readonly itemId: string | null;
  readonly problem: string | null;
}

/** A release somebody wrote down, imported or captured. Dates of the catalogue's own products are not copied here. */
export interface ReleaseRow extends Stamped {
  readonly deletedAt: Instant | null;
  readonly source: 'import' | 'page' | 'own';
  /** Names the entry within its source, so that a feed read twice adds nothing: an ICS UID, an address. */
  readonly ref: string | null;
  readonly importId: string | null;
  readonly catalogId: string | null;
  readonly styleCode: StyleCode | null;
  readonly name: string;
  readonly brand: string;
  /** `2026-12-05`, the day it is released; a day is never shifted. */
  readonly date: string;
  /** The moment, when one is known. */
  readonly at: Instant | null;
  readonly retailPrice: Money | null;
  readonly url: string | null;
  readonly note: string;
  /** The catalogue's own entry of this product is not shown; the row is nothing else then. */
  readonly hidden: boolean;
  /** Rings a day before, and an hour before where the moment is known. */
  readonly remind: boolean;
}

/** How pages of one site were read on one day, so that a site that changed shows. Counted here and told nobody. */
export interface SiteReadsRow {
  /** `2026-11-23|stockx` */
  readonly id: string;
  readonly day: string;
  readonly site: SiteId;
  readonly pages: number;
  readonly unreadable: number;
  readonly blocked: number;
  /** By layer, how often it told the style code, and the price. */
  readonly styleCode: Readonly<Record<string, number>>;
  readonly price: Readonly<Record<string, number>>;
  readonly warnings: Readonly<Record<string, number>>;
}

/**
 * A stretch of time in which sales of a size may have been missed: a reading came full and its oldest sale is younger
 * than the newest one known before.
 */
export interface SalesGapRow {
  readonly id: string;
  readonly catalogId: string;
  readonly usSize: number;
  /** The newest sale known before the reading; null: the reading was the first, and there may be older ones. */
  readonly from: Instant | null;
  /** The oldest sale of the reading. */
  readonly until: Instant;
}
