import { getRepricingMode } from '@/lib/db/repositories/repricing-state';
import { approvedGroups, isStopped, type Claim, type Surroundings } from './claim-writes';
import type { Turn } from './outbox-run';

/**
 * The last thing before a request leaves: are we still the holder of the job, was repricing not paused meanwhile, and are
 * the fees those that the floor was reckoned with?
 *
 * @throws StaleRun
 */
export async function stillMaySend(turn: Turn, claim: Claim, around: Surroundings): Promise<boolean> {
  const profile = await turn.deps.feeProfile();
  if (JSON.stringify(profile) !== JSON.stringify(around.profile)) return false;
  return turn.inBooks([], async () => {
    const mode = await getRepricingMode(turn.deps.db);
    const approved = await approvedGroups(turn, claim.rows);
    return !claim.rows.some((row) => isStopped(row, mode, approved));
  });
}
