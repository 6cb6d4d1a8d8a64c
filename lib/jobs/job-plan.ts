import type { JobName } from '@/lib/db/rows';
import { DAY_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import type { Priority } from '@/lib/domain/throttle/priority';

/** How often a job runs and how much it matters. */
export interface JobPlan {
  readonly name: JobName;
  readonly periodMs: number;
  readonly priority: Priority;
  /** False: works on the books alone and runs without a connection too. */
  readonly needsMarketplace: boolean;
}

/** In the order in which jobs that are due at the same time run: what costs the seller money when late comes first. */
export const JOB_PLANS: readonly JobPlan[] = [
  { name: 'outbox', periodMs: MINUTE_MS, priority: 'user', needsMarketplace: true },
  { name: 'orders', periodMs: MINUTE_MS, priority: 'orders', needsMarketplace: true },
  { name: 'listings-full', periodMs: DAY_MS, priority: 'watch', needsMarketplace: true },
  { name: 'listings', periodMs: 15 * MINUTE_MS, priority: 'watch', needsMarketplace: true },
  { name: 'products', periodMs: MINUTE_MS, priority: 'watch', needsMarketplace: true },
  { name: 'prices', periodMs: MINUTE_MS, priority: 'watch', needsMarketplace: true },
  { name: 'find-watched', periodMs: MINUTE_MS, priority: 'watch', needsMarketplace: true },
  { name: 'recent-sales', periodMs: 10 * MINUTE_MS, priority: 'backfill', needsMarketplace: true },
  { name: 'reprice', periodMs: 15 * MINUTE_MS, priority: 'repricing', needsMarketplace: true },
  { name: 'alerts', periodMs: MINUTE_MS, priority: 'backfill', needsMarketplace: false },
  { name: 'snapshot', periodMs: DAY_MS, priority: 'backfill', needsMarketplace: false },
  { name: 'housekeeping', periodMs: DAY_MS, priority: 'backfill', needsMarketplace: false },
];

/** The jobs a person means with "Sync now". */
export const READING_JOBS: readonly JobName[] = ['orders', 'listings', 'products', 'prices'];
