import { pruneActivity } from '@/lib/db/repositories/activity';
import { pruneAlerts } from '@/lib/db/repositories/alert-work';
import { pruneReminders } from '@/lib/db/repositories/cursors';
import { switchOffEndedExperiments } from '@/lib/db/repositories/experiments';
import { pruneJobRuns } from '@/lib/db/repositories/job-runs';
import { pruneNotices } from '@/lib/db/repositories/notices';
import { pruneWrites } from '@/lib/db/repositories/prune-writes';
import { pruneDecisions } from '@/lib/db/repositories/repricing-runs';
import { pruneReceipts } from '@/lib/db/repositories/expenses';
import { pruneSiteReads } from '@/lib/db/repositories/site-reads';
import type { ArchvdDatabase } from '@/lib/db/database';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import type { Clock } from '@/lib/platform/ports';
import type { SyncTask } from '@/lib/sync/sync-run';
import { compactHistory } from './compact-history';

const NOTICES_KEPT_MS = 90 * DAY_MS;
const REMINDERS_KEPT_MS = 30 * DAY_MS;
const SITE_READS_KEPT_MS = 90 * DAY_MS;
const RECEIPTS_KEPT_MS = 90 * DAY_MS;

/** Keeps the database from growing for ever: thins price history, drops old runs, notices, decisions, log lines and reminders. */
export function createHousekeepingTask(deps: { readonly db: ArchvdDatabase; readonly clock: Clock }): SyncTask {
  return async (run) => {
    const now = deps.clock.now();
    await compactHistory(deps.db, now, () => run.shouldYield());
    if (run.shouldYield()) return 'more';
    await switchOffEndedExperiments(deps.db, now);
    await pruneJobRuns(deps.db, now);
    await pruneActivity(deps.db);
    await pruneWrites(deps.db, now);
    await pruneReminders(deps.db, shiftInstant(now, -REMINDERS_KEPT_MS));
    await pruneNotices(deps.db, shiftInstant(now, -NOTICES_KEPT_MS));
    await pruneDecisions(deps.db, now);
    await pruneAlerts(deps.db, now);
    await pruneSiteReads(deps.db, shiftInstant(now, -SITE_READS_KEPT_MS));
    await pruneReceipts(deps.db, shiftInstant(now, -RECEIPTS_KEPT_MS));
    return 'done';
  };
}
