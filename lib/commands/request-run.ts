import { ensureJobs, makeDue } from '@/lib/db/repositories/jobs';
import { listRules } from '@/lib/db/repositories/repricing-rules';
import { askForRun, isAway } from '@/lib/db/repositories/repricing-runs';
import { getRepricingMode } from '@/lib/db/repositories/repricing-state';
import { CommandError, type CommandDeps } from './command-deps';

/**
 * Has a run made now.
 *
 * @throws CommandError `not-allowed` when none would be made: paused, on holiday, or no rule is on
 */
export async function requestRun(deps: CommandDeps): Promise<void> {
  const { db } = deps;
  const now = deps.now();
  await db.transaction('rw', [db.meta, db.vacations, db.repricingRules, db.jobs], async () => {
    if ((await getRepricingMode(db)) === 'paused')
      throw new CommandError('not-allowed', 'Repricing is paused. Resume it first. Nothing was changed.');
    if (await isAway(db))
      throw new CommandError('not-allowed', 'Nothing is repriced during your holiday. Nothing was changed.');
    if (!(await listRules(db)).some(({ enabled }) => enabled))
      throw new CommandError('not-allowed', 'No rule is switched on. Nothing was changed.');
    await askForRun(db, now);
    await ensureJobs(db, [{ id: 'reprice', dueAt: now }]);
    await makeDue(db, ['reprice'], now);
  });
}
