import { putOff } from '@/lib/db/repositories/jobs';
import { cancelRun } from '@/lib/db/repositories/repricing-runs';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import type { CommandDeps } from './command-deps';

/** As long as between two runs on schedule: one that was only asked for must not begin all the same. */
const REST_MS = 15 * MINUTE_MS;

/** Ends the run being made before it decides anything, and withdraws the wish for one. On schedule the next one comes. */
export async function cancelRepricingRun(deps: CommandDeps): Promise<void> {
  const { db } = deps;
  const now = deps.now();
  await db.transaction('rw', [db.meta, db.jobs], async () => {
    await cancelRun(db, now);
    await putOff(db, 'reprice', shiftInstant(now, REST_MS));
  });
}
