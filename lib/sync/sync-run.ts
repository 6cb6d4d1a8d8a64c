import type { ArchvdDatabase } from '@/lib/db/database';
import type { CursorRow, JobName } from '@/lib/db/rows';
import { isMarketError } from '@/lib/domain/errors/market-error';
import type { MarketplaceId } from '@/lib/domain/listings/listing';
import type { Instant } from '@/lib/domain/time/instant';
import type { Priority } from '@/lib/marketplaces/contract/call';
import type { MarketplaceReads } from '@/lib/marketplaces/contract/marketplace';
import type { AnswerOrigin } from '@/lib/marketplaces/contract/page';
import type { Clock, Random } from '@/lib/platform/ports';

/** What every reading job needs; all of it given, so that tests own time, chance and the network. */
export interface SyncDeps {
  readonly db: ArchvdDatabase;
  readonly marketplace: MarketplaceReads & { readonly id: MarketplaceId };
  readonly clock: Clock;
  readonly random: Random;
}

/** Counts since the last commit; each commit adds them to the run's row and starts again from nothing. */
export interface RunTally {
  requests: number;
  pages: number;
  read: number;
  /** Oldest first. */
  requestIds: string[];
}

export function emptyTally(): RunTally {
  return { requests: 0, pages: 0, read: 0, requestIds: [] };
}

/** One run of a job, as its reader sees it. */
export interface SyncRun {
  readonly job: JobName;
  readonly runId: string;
  /** When the run began, possibly in an earlier life of the worker. */
  readonly startedAt: Instant;
  /** Every commit checks it: a revived holder whose lease was taken over writes nothing. */
  readonly fence: number;
  readonly priority: Priority;
  readonly signal: AbortSignal;
  tally: RunTally;
  /** True when this turn has used its time: commit, return `more`, and be called again. */
  shouldYield(): boolean;
}

/** `more`: the run goes on from its cursor at the next turn; `waitUntil`: not before that moment. */
export type SyncVerdict = 'done' | 'more' | { readonly waitUntil: Instant };

/** A reading job: reads, merges, and commits rows together with the cursor, page by page. */
export type SyncTask = (run: SyncRun) => Promise<SyncVerdict>;

/** Options of every call a run makes. */
export function callOptions(run: SyncRun): { priority: Priority; signal: AbortSignal } {
  return { priority: run.priority, signal: run.signal };
}

export function noteAnswer(tally: RunTally, origin: AnswerOrigin): void {
  tally.requests += 1;
  if (origin.requestId !== null) tally.requestIds.push(origin.requestId);
}

/** The request a run failed with is the one support asks for. A refusal of our own gate was no request. */
export function noteFailure(tally: RunTally, error: unknown): void {
  if (!isMarketError(error) || (error.httpStatus === null && error.requestId === null)) return;
  tally.requests += 1;
  if (error.requestId !== null) tally.requestIds.push(error.requestId);
}

/**
 * When a poll began that did not come to its end; null when the last one did. Its newer pages are in the books and its
 * older ones are not, so for the next poll everything since then is still news.
 */
export function cutSince(cursor: CursorRow | undefined): Instant | null {
  return cursor === undefined || cursor.token === null ? null : cursor.startedAt;
}

export function freshCursor(id: string, at: { now: Instant }): CursorRow {
  return { id, token: null, sweepId: null, startedAt: at.now, finishedAt: null, pages: 0, items: 0, total: null };
}
