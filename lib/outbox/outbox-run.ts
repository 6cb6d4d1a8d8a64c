import type { AnyTable, ArchvdDatabase } from '@/lib/db/database';
import type { JobName } from '@/lib/db/rows';
import { StaleRun } from '@/lib/db/stale-run';
import type { FeeProfile } from '@/lib/domain/fees/fee-schedule';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import type { OrderFacts } from '@/lib/domain/orders/order';
import type { WriteAuthor } from '@/lib/domain/outbox/write';
import type { Instant } from '@/lib/domain/time/instant';
import type { BatchPort } from '@/lib/marketplaces/contract/batches';
import type { CallOptions, Priority } from '@/lib/marketplaces/contract/call';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import type { OrderWrites } from '@/lib/marketplaces/contract/writes';
import type { Answer, AnswerOrigin, Page } from '@/lib/marketplaces/contract/page';
import type { Clock, Random } from '@/lib/platform/ports';

/** What of a marketplace the outbox needs. */
export type OutboxMarket = BatchPort &
  OrderWrites &
  Pick<Marketplace, 'id' | 'createListing' | 'addPicture' | 'getListing' | 'listListings' | 'getOrder'>;

/** What of orders goes into the books together with how their writes ended. */
export interface OrderKeeping {
  /** Tables it writes, besides those of the outbox. */
  readonly tables: readonly AnyTable[];
  /** Merges an order as the marketplace told it; inside a transaction over `tables`, awaiting nothing but the database. */
  keep(facts: OrderFacts, now: Instant): Promise<unknown>;
}

/** Everything the outbox asks of the world; all of it given, so that tests own time, chance and the network. */
export interface OutboxDeps {
  readonly db: ArchvdDatabase;
  readonly marketplace: OutboxMarket;
  readonly clock: Clock;
  readonly random: Random;
  /** Waits between two looks at a batch. */
  sleep(ms: number): Promise<void>;
  /**
   * Merges what the marketplace said into the books; called inside a transaction over `outboxTables`, so it awaits nothing
   * but the database. A price that moved is logged as changed by `by`.
   */
  keepListings(facts: readonly ListingFacts[], by: WriteAuthor, now: Instant): Promise<unknown>;
  /** How orders are kept now: what lies outside of the database is read before the transaction. */
  orderKeeping(): Promise<OrderKeeping>;
  /** Takes back what a person wanted back while it was on its way, as far as it has arrived. */
  carryUndoWishes(): Promise<void>;
  feeProfile(): Promise<FeeProfile>;
  /** Region whose prices count; null: those of everywhere. */
  regionId(): Promise<string | null>;
  guards(): Promise<Pick<GuardSettings, 'freshMinutes' | 'decisionMinutes'>>;
}

/** One run of the job `outbox`, as far as draining needs it. */
export interface OutboxRun {
  readonly job: JobName;
  readonly runId: string;
  /** Every transaction checks it: a revived holder whose lease was taken over writes and sends nothing. */
  readonly fence: number;
  readonly priority: Priority;
  readonly signal: AbortSignal;
  readonly tally: { requests: number; requestIds: string[] };
  shouldYield(): boolean;
}

/** `waitUntil`: nothing is to be done before that moment. */
export type OutboxVerdict = 'done' | 'more' | { readonly waitUntil: Instant };

/** Deps and run of one turn, with what its requests and transactions have in common. */
export interface Turn {
  readonly deps: OutboxDeps;
  readonly run: OutboxRun;
  now(): Instant;
  /** Asks the marketplace once and counts it. */
  ask<T extends Answer<unknown> | Page<unknown>>(request: (options: CallOptions) => Promise<T>): Promise<T>;
  /**
   * A transaction in which the turn is still the true holder of the job.
   *
   * @param also tables besides those of the outbox
   * @throws StaleRun otherwise, with nothing written
   */
  inBooks<T>(also: readonly AnyTable[], work: () => Promise<T>): Promise<T>;
}

/** Tables of a transaction that settles writes; `keepListings` may use them all. */
function outboxTables(db: ArchvdDatabase): AnyTable[] {
  return [db.outbox, db.writeGroups, db.listingPictures, db.listings, db.inventory, db.activity, db.meta, db.jobs];
}

export function beginTurn(deps: OutboxDeps, run: OutboxRun): Turn {
  const { db } = deps;
  return {
    deps,
    run,
    now: () => deps.clock.now(),
    async ask(request) {
      const answer = await request({ priority: run.priority, signal: run.signal });
      noteAnswer(run.tally, answer.origin);
      return answer;
    },
    inBooks: (also, work) =>
      db.transaction('rw', [...new Set([...outboxTables(db), ...also])], async () => {
        const job = await db.jobs.get(run.job);
        if (job?.fence !== run.fence) throw new StaleRun(`The run ${run.runId} of ${run.job} was taken over`);
        return work();
      }),
  };
}

function noteAnswer(tally: OutboxRun['tally'], { requestId }: AnswerOrigin): void {
  tally.requests += 1;
  if (requestId !== null) tally.requestIds.push(requestId);
}
