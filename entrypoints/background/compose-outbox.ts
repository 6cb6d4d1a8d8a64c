import type { Ground } from '@/lib/desk/ports';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import { drainOutbox } from '@/lib/outbox/drain-outbox';
import { getSetting } from '@/lib/settings/stored-settings';
import { writeListings } from '@/lib/sync/commit-listings';
import type { SyncTask } from '@/lib/sync/sync-run';

/** The job that brings writes to the marketplace; what it learns of listings goes into the books as a reading's would. */
export function composeOutbox({ db, clock, random }: Ground, marketplace: Marketplace): SyncTask {
  const deps = {
    db,
    clock,
    random,
    marketplace,
    sleep: (ms: number) =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, ms);
      }),
    keepListings: (...[facts, by, now]: Parameters<Parameters<typeof drainOutbox>[0]['keepListings']>) =>
      writeListings({ db, random, marketplace }, facts, now, by),
    feeProfile: () => getSetting('feeProfile'),
    regionId: () => getSetting('regionId'),
    guards: () => getSetting('repricingGuards'),
  };
  return (run) => drainOutbox(deps, run);
}
