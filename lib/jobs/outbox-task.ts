import { drainOutbox } from '@/lib/outbox/drain-outbox';
import type { OutboxDeps } from '@/lib/outbox/outbox-run';
import { writeListings } from '@/lib/sync/commit-listings';
import type { SyncTask } from '@/lib/sync/sync-run';

/** The job that brings writes to the marketplace; what it learns of listings goes into the books as a reading's would. */
export function createOutboxTask(deps: Omit<OutboxDeps, 'keepListings' | 'sleep'>): SyncTask {
  const outbox: OutboxDeps = {
    ...deps,
    sleep: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
    keepListings: (facts, by, now) => writeListings(deps, facts, now, by),
  };
  return (run) => drainOutbox(outbox, run);
}
