import type { OpenEnum } from '@/lib/domain/enums/open-enum';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import type { Money } from '@/lib/domain/money/money';
import type { Size } from '@/lib/domain/sizes/size';
import type { Instant } from '@/lib/domain/time/instant';
import type { CallOptions } from './call';
import type { Answer, Page } from './page';
import type { ListingDraft } from './writes';

export type BatchStatus = OpenEnum<'pending' | 'in-progress' | 'completed'>;
export type OperationStatus = OpenEnum<'pending' | 'in-progress' | 'completed' | 'failed'>;
export type OperationKind = OpenEnum<'create' | 'update' | 'activate' | 'deactivate' | 'delete'>;

/** `completed` says that the batch was worked off, not that it worked: read `failed` and the operations. */
export interface Batch {
  readonly externalId: string;
  readonly status: BatchStatus;
  readonly kind: OperationKind | null;
  readonly queued: number | null;
  readonly processed: number | null;
  readonly failed: number | null;
  readonly createdAt: Instant | null;
  readonly completedAt: Instant | null;
}

export interface BatchOperation {
  readonly kind: OperationKind;
  readonly status: OperationStatus;
  readonly success: boolean;
  readonly errors: readonly string[];
  /** Listing it is about, when the operation names one. */
  readonly externalListingId: string | null;
  /** The listing as the answer tells it; null when it tells none, or one that cannot be read. */
  readonly listing: ListingFacts | null;
  /** The seller's own keys as they were sent: which of our drafts a refused create was. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly completedAt: Instant | null;
}

export interface BatchQuota {
  readonly used: number;
  readonly maximum: number;
}

/** One listing of a batch create; `copies` has one metadata object per pair. */
export interface BatchDraft extends Omit<ListingDraft, 'metadata' | 'defects' | 'additionalDefects'> {
  readonly copies: readonly Readonly<Record<string, string>>[];
}

/**
 * A conditional price change: applied only while the listing still costs `from`. The only compare-and-set alias has,
 * hence the only door for automatic repricing.
 */
export interface ConditionalChange {
  readonly externalId: string;
  readonly price?: { readonly from: Money; readonly to: Money };
  readonly size?: { readonly from: Size; readonly to: Size };
  readonly catalogId?: { readonly from: string; readonly to: string };
}

/** Asynchronous writes over many listings, at most 1,000 a batch. */
export interface BatchPort {
  batchCreate(drafts: readonly BatchDraft[], options: CallOptions): Promise<Answer<Batch>>;
  batchUpdate(changes: readonly ConditionalChange[], options: CallOptions): Promise<Answer<Batch>>;
  /** Ids travel in the URL: the caller gives at most `maxBatchIds`, others are refused before sending. */
  batchActivate(externalIds: readonly string[], options: CallOptions): Promise<Answer<Batch>>;
  batchDeactivate(externalIds: readonly string[], options: CallOptions): Promise<Answer<Batch>>;
  batchDelete(externalIds: readonly string[], options: CallOptions): Promise<Answer<Batch>>;
  /** How many ids one of the three calls above may carry (URL length): about 100 on alias. */
  readonly maxBatchIds: number;
  listBatches(
    status: Extract<BatchStatus, 'pending' | 'in-progress' | 'completed'> | null,
    token: string | null,
    options: CallOptions,
  ): Promise<Page<Batch>>;
  getBatch(externalId: string, options: CallOptions): Promise<Answer<Batch>>;
  listBatchOperations(
    externalId: string,
    filter: { readonly status: 'completed' | 'failed' | null; readonly token: string | null; readonly limit: number },
    options: CallOptions,
  ): Promise<Page<BatchOperation>>;
  getBatchQuota(options: CallOptions): Promise<Answer<BatchQuota>>;
}
