import type { Instant } from '@/lib/domain/time/instant';

/** A record that did not fit the contract. It is kept aside; the rest of its page goes on. */
export interface RejectedRecord {
  /** Operation that returned it, e.g. `GET /listings`. */
  readonly endpoint: string;
  /** The record's own id, when it could be read. */
  readonly externalId: string | null;
  /** `path: message` for each thing that did not fit. */
  readonly issues: readonly string[];
  /** The record as it came, as JSON text, redacted and cut to 4,000 characters. */
  readonly raw: string;
}

/** Where an answer came from: for freshness, for the activity log and for support. */
export interface AnswerOrigin {
  /** alias's `x-request-id`. */
  readonly requestId: string | null;
  readonly receivedAt: Instant;
}

/** One page of a longer list. Pages are read in order: alias allows no skipping and no parallel pages. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly rejected: readonly RejectedRecord[];
  /** Opaque token of the next page; null on the last one. */
  readonly next: string | null;
  /** Size of the whole list when the marketplace says it. */
  readonly total: number | null;
  readonly origin: AnswerOrigin;
}

/** One answer that is not a page. */
export interface Answer<T> {
  readonly value: T;
  readonly rejected: readonly RejectedRecord[];
  readonly origin: AnswerOrigin;
}
