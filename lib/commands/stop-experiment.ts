import { appendActivity } from '@/lib/db/repositories/activity';
import { isRunning, switchOffEndedExperiments } from '@/lib/db/repositories/experiments';
import { CommandError, type CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';

/**
 * Ends an experiment before its time. Its rule is switched off, and its listings go by the others.
 *
 * @throws CommandError `not-found`; `not-allowed` when it is over
 */
export async function stopExperiment(deps: CommandDeps, experimentId: string): Promise<void> {
  const { db } = deps;
  await db.transaction('rw', [db.experiments, db.repricingRules, db.activity], async () => {
    const now = deps.now();
    const experiment = await db.experiments.get(experimentId);
    if (experiment === undefined)
      throw new CommandError('not-found', 'That experiment is no longer there. Nothing was changed.');
    if (!isRunning(experiment, now))
      throw new CommandError('not-allowed', 'That experiment is over already. Nothing was changed.');
    const updatedAt = stampAfter(experiment.updatedAt, now);
    await db.experiments.put({ ...experiment, stoppedAt: now, updatedAt });
    await switchOffEndedExperiments(db, now);
    await appendActivity(db, {
      id: deps.newId(),
      at: now,
      kind: 'experiment/stop',
      by: 'user',
      entity: { table: 'experiments', id: experimentId },
      summary: `Experiment stopped: ${experiment.name}`,
      facts: { listings: experiment.members.length },
    });
  });
}
