import type { Write, WriteAuthor, WriteConflict, WriteProblem, WriteState } from '@/lib/domain/outbox/write';
import type { Instant } from '@/lib/domain/time/instant';
import type { Lease, Stamped } from './rows';

/**
 * A write on its way to a marketplace, one per listing whatever carries it. `pending -> sending` is committed before the
 * request leaves.
 */
export interface OutboxRow extends Stamped {
  readonly kind: Write['kind'];
  readonly state: WriteState;
  /** The listing's own id; the pair's for a listing that is to be made; the order's own id for what is done to an order. */
  readonly entityId: string;
  /** One id per decision, the same for every try; it also is the client key of a new listing. */
  readonly decisionId: string;
  /** The command this write belongs to: a row of `writeGroups`. */
  readonly groupId: string;
  readonly by: WriteAuthor;
  /** The repricing run that decided it; null: a person. */
  readonly runId: string | null;
  readonly write: Write;
  /** Outbox rows that must be confirmed first. */
  readonly after: readonly string[];
  readonly attempts: number;
  readonly nextAt: Instant;
  /** Not sent any more from then on; null: no end. */
  readonly expiresAt: Instant | null;
  readonly lease: Lease | null;
  /** When it was sent last. */
  readonly sentAt: Instant | null;
  /** The marketplace's id of the batch that carries it. */
  readonly batchId: string | null;
  readonly problem: WriteProblem | null;
  readonly conflict: WriteConflict | null;
  /** A person tried it again then: what came of the wish is told by the newer write, and this one waits for nobody. */
  readonly retriedAt?: Instant;
  /** The listing it is about, once there is one; or the order, as the marketplace calls it. */
  readonly externalId: string | null;
}

/** What a command is called in the tracker and in the activity. */
export type WriteGroupKind =
  | 'list'
  | 'price'
  | 'activate'
  | 'deactivate'
  | 'delete'
  | 'pictures'
  | 'vacation-start'
  | 'vacation-end'
  | 'sell-into-offer'
  | 'reprice'
  | 'order-confirm'
  | 'order-confirm-label'
  | 'order-label'
  | 'order-ship'
  | 'order-cancel'
  | 'undo';

/** A command that became one or many writes: what the tracker shows, and what is taken back as one. */
export interface WriteGroupRow extends Stamped {
  readonly kind: WriteGroupKind;
  readonly by: WriteAuthor;
  readonly total: number;
  readonly runId: string | null;
  /** A person saw these very changes of a rule and let them go: they are sent although repricing is not live. */
  readonly approved?: boolean;
  /** The group that took this one back. */
  readonly undoneBy: string | null;
  /** Taken back while some of it was on its way; left out: nothing is waited for. */
  readonly undoWanted?: UndoWish;
  /** The person has seen how it ended. */
  readonly dismissedAt: Instant | null;
}

/** What of a command a person wants back that had not arrived yet: it is taken back as soon as it has. */
export interface UndoWish {
  /** Rows of `outbox`; the others of the command are dealt with. */
  readonly writeIds: readonly string[];
  /** What `undoneBy` is to be once nothing is waited for any more; null: nothing was taken back so far. */
  readonly undoneBy: string | null;
}

/** The seller is away: every live listing as it was, so that exactly those come back. */
export interface VacationRow {
  readonly id: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** Own ids of the listings that were live. */
  readonly listingIds: readonly string[];
  /** When each had been put on sale last: another time at the end tells that somebody did so meanwhile. */
  readonly activated?: Readonly<Record<string, Instant | null>>;
  readonly startGroupId: string | null;
  readonly endGroupId: string | null;
}

/** A price experiment over matched listings, with a horizon that is fixed before it starts. */
export interface ExperimentRow extends Stamped {
  readonly name: string;
  readonly startedAt: Instant;
  readonly endsAt: Instant;
  readonly stoppedAt: Instant | null;
  /** Distance from the lowest ask in basis points, below zero is below it. */
  readonly arms: readonly { readonly name: string; readonly basisPoints: number }[];
  /** Which arm each listing was put into, drawn once. */
  readonly members: readonly { readonly listingId: string; readonly arm: number }[];
}

/** A picture for a listing, until it is up: the bytes go when they are no longer needed. */
export interface ListingPictureRow extends Stamped {
  readonly pairId: string;
  /** `PICTURE_TYPE_*` */
  readonly type: string;
  /** From 1, for `PICTURE_TYPE_EXTRA`. */
  readonly order: number | null;
  /** JPEG or PNG as a `data:` URL; null once it is up. */
  readonly dataUrl: string | null;
  readonly externalId: string | null;
}
