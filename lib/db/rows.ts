import type { MarketErrorCode } from '@/lib/domain/errors/market-error';
import type { FeeSchedule } from '@/lib/domain/fees/fee-schedule';
import type { Money } from '@/lib/domain/money/money';
import type { FxRate } from '@/lib/domain/money/fx';
import type { BudgetState } from '@/lib/domain/throttle/policy';
import type { Instant } from '@/lib/domain/time/instant';
import type { OfferBin, RecentSale, VariantKey } from '@/lib/domain/market/quote';

/** Rows that exist only in the database. Rows that are domain nouns (Listing, Order, Pair, …) are their domain types. */

/** Fields every record carries. */
export interface Stamped {
  readonly id: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** One observation of a variant's figures; `tier` is how long it is kept (raw 48 h, hourly 90 days, daily for ever). */
export interface PriceHistoryRow {
  readonly id: string;
  readonly variantId: string;
  readonly catalogId: string;
  readonly at: Instant;
  readonly tier: 'raw' | 'hourly' | 'daily';
  readonly lowestAsk: Money | null;
  readonly highestOffer: Money | null;
  readonly lastSale: Money | null;
}

/** A market sale, accumulated; `id` is its natural key (time, size, price, consigned and the count of identical ones). */
export interface MarketSaleRow extends RecentSale {
  readonly id: string;
  readonly seenAt: Instant;
}

export interface OfferHistogramRow {
  readonly id: string;
  readonly variant: VariantKey;
  readonly catalogId: string;
  readonly bins: readonly OfferBin[];
  readonly at: Instant;
}

export interface WatchlistRow extends Stamped {
  readonly deletedAt: Instant | null;
  readonly name: string;
  /** Where it stands among the lists, from 0 up; equal ones go by their names. */
  readonly position: number;
}

/** A product, or one size of it, that is watched. Figures are those of new pairs in a good box. */
export interface WatchlistItemRow extends Stamped {
  readonly deletedAt: Instant | null;
  readonly watchlistId: string;
  readonly catalogId: string;
  /** null: every size; the lowest ask of any counts. */
  readonly usSize: number | null;
  /** Rings when an ask is at or below it. */
  readonly targetPrice: Money | null;
  readonly note: string;
  /** When the target rang last; it rings again only after the ask was above the target in between. */
  readonly reachedAt: Instant | null;
}

/** A picture the seller took, as a small JPEG in a `data:` URL, so that it is in every backup. */
export interface PhotoRow extends Stamped {
  readonly pairId: string;
  readonly dataUrl: string;
}

/** A way of looking at a list that the seller gave a name. */
export interface SavedViewRow extends Stamped {
  readonly screen: string;
  readonly name: string;
  /** Filters, sorting and columns; their shape belongs to the screen, which ignores what it does not know. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * How things were before a command, so that it can be taken back, also after a restart. Carried out once; rows that
 * somebody changed since are left alone and told.
 */
export interface UndoRow {
  readonly id: string;
  readonly at: Instant;
  readonly kind: string;
  readonly undoneAt: Instant | null;
  /** Rows as they were (`before`, null: not there) and when they were last changed by the command (`stamp`). */
  readonly rows: readonly {
    readonly table:
      | 'inventory'
      | 'sales'
      | 'watchlists'
      | 'watchlistItems'
      | 'alerts'
      | 'watchRequests'
      | 'releases'
      | 'photos'
      | 'savedViews'
      | 'repricingRules'
      | 'orders'
      | 'expenses'
      | 'recurringExpenses'
      | 'receipts'
      | 'payouts'
      | 'bankAccounts'
      | 'bankLines'
      | 'importMappings'
      | 'reports'
      | 'stockBook'
      | 'feeSchedules'
      | 'fxRates';
    readonly id: string;
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly stamp: Instant;
  }[];
}

/** Who may work on something until when; `fence` rises with each claim, so that a revived stale holder is recognised. */
export interface Lease {
  readonly fence: number;
  readonly until: Instant;
}

export type JobName =
  | 'outbox'
  | 'orders'
  | 'listings'
  | 'listings-full'
  | 'products'
  | 'prices'
  | 'recent-sales'
  | 'find-watched'
  | 'alerts'
  | 'reprice'
  | 'snapshot'
  | 'housekeeping';

/** A job's standing: when it is due, whether somebody works on it, how it last went. */
export interface JobRow {
  readonly id: JobName;
  readonly dueAt: Instant;
  readonly lease: Lease | null;
  readonly fence: number;
  /** Failures in a row, for the back-off. */
  readonly failures: number;
  readonly lastFinishedAt: Instant | null;
  readonly lastSuccessAt: Instant | null;
  /** Where an unfinished run goes on; its shape belongs to the job. */
  readonly progress: Readonly<Record<string, unknown>> | null;
  /** It was wanted while somebody worked on it; left out: it was not. */
  readonly calledAt?: Instant;
}

/** One run of a job, for Diagnostics. A run that took several worker lives is one row. */
export interface JobRunRow {
  readonly id: string;
  readonly job: JobName;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly outcome: 'running' | 'done' | 'failed' | 'stopped';
  readonly requests: number;
  readonly pages: number;
  readonly read: number;
  readonly written: number;
  readonly rejected: number;
  /** The last request ids, newest first, at most 20: support asks for them. */
  readonly requestIds: readonly string[];
  readonly error: { readonly code: MarketErrorCode | 'internal'; readonly message: string } | null;
}

/** How far a list was read; committed in the same transaction as the rows of its page. Also where freshness is told. */
export interface CursorRow {
  /** e.g. `alias/orders`, `alias/listings/full`, `alias/prices/<catalogId>` */
  readonly id: string;
  readonly token: string | null;
  readonly sweepId: string | null;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly pages: number;
  readonly items: number;
  /** The server's count when it names one. */
  readonly total: number | null;
}

/** External ids that a sweep has met so far, a row per page, so that a resumed sweep still knows what was there. */
export interface SweepPageRow {
  readonly id: string;
  readonly sweepId: string;
  readonly externalIds: readonly string[];
}

/** A record that did not fit the contract; the same record again raises `count`. */
export interface QuarantineRow {
  readonly id: string;
  readonly endpoint: string;
  readonly externalId: string | null;
  readonly issues: readonly string[];
  readonly raw: string;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  readonly count: number;
}

/** Append-only log of what was done, by whom or which rule. Never a token, never a body. */
export interface ActivityRow {
  readonly id: string;
  readonly at: Instant;
  readonly kind: string;
  readonly by: 'user' | 'sync' | 'rule' | 'system';
  readonly entity: { readonly table: string; readonly id: string } | null;
  readonly summary: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

export interface ImportRow extends Stamped {
  readonly kind:
    | 'purchase-ledger'
    | 'backup'
    | 'releases'
    | 'sales'
    | 'inventory'
    | 'expenses'
    | 'bank'
    | 'payouts'
    | 'rates';
  readonly fileName: string;
  /** SHA-256 of the file, hex: the same file is recognised. */
  readonly digest: string;
  readonly rows: number;
  readonly applied: number;
  readonly skipped: number;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** When the whole import was taken back; its digest is then free for the same file again. */
  readonly undoneAt: Instant | null;
  /** Of one that is written piece by piece; left out: it was written at once. `running`: somebody went away before its end. */
  readonly standing?: 'running' | 'done' | 'undoing';
  /** Which kind of report it was. */
  readonly source?: string;
  readonly counts?: Readonly<Record<string, number>>;
  /** Rows of the file that were left out, as they stood there: headings first, then line, reason and cells of each. */
  readonly leftOut?: {
    readonly header: readonly string[];
    readonly rows: readonly { readonly line: number; readonly reason: string; readonly cells: readonly string[] }[];
    /** Beyond those that are kept here. */
    readonly more: number;
  };
}

export interface FxRateRow extends FxRate {
  readonly id: string;
  /** When it was typed, so that it can be taken back; left out: nobody typed it. */
  readonly updatedAt?: Instant;
}

/** A marketplace's fees as dated, editable configuration. What the index needs is said twice. */
export interface FeeScheduleRow extends Stamped {
  readonly marketplace: string;
  readonly validFrom: Instant;
  readonly schedule: FeeSchedule;
}

export interface BudgetRow extends BudgetState {
  readonly id: string;
}

/** An event that rang once; written in the transaction of the event itself. */
export interface NoticeRow {
  readonly id: string;
  readonly at: Instant;
  readonly title: string;
  readonly message: string;
  /** The screen it opens, as `routeHref` makes it without the `#`; Today when left out. */
  readonly route?: string;
  /** Shown to the person, or still to be shown by whoever wakes next. */
  readonly shownAt: Instant | null;
}

/** Single facts about this database: which account it belongs to, the display currency in force at the last report, … */
export interface MetaRow {
  readonly id: string;
  readonly value: string | number | boolean | null;
  readonly updatedAt: Instant;
}
