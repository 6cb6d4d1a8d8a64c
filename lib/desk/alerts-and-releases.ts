import { writeDueExpenses } from '@/lib/commands/write-due-expenses';
import { createAlertsTask, type AlertsDeps } from '@/lib/jobs/alerts';
import { remindOfReleases } from '@/lib/jobs/remind-of-releases';
import type { SyncTask } from '@/lib/sync/sync-run';
import { recurringDeps } from './handle-expenses';
import type { DeskParts } from './ports';
import type { DeskWords } from './desk-words';

/** All of them work on the books alone and wait for their time: reminders, recurring expenses, alerts. */
export function alertsAndReleases(parts: DeskParts, words: DeskWords): SyncTask {
  const alerts = createAlertsTask(alertsDeps(parts, words));
  const { db, clock } = parts.ground;
  return async (run) => {
    await remindOfReleases({ db, clock, offsetAt: parts.repricing.offsetAt, releaseWords: words.releases });
    if (!(await writeDueExpenses(await recurringDeps(parts), () => !run.shouldYield()))) return 'more';
    return alerts(run);
  };
}

function alertsDeps({ reading, stored, repricing }: DeskParts, words: DeskWords): AlertsDeps {
  return {
    ...reading,
    feeProfile: () => stored.get('feeProfile'),
    // What alias sells is bought on GOAT.
    buyerTerms: async () => (await stored.get('siteProfiles'))['goat']?.buyer ?? null,
    watching: () => stored.get('watching'),
    offsetAt: repricing.offsetAt,
    words: words.alerts,
  };
}
