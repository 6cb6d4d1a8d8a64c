import { instant, type Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { ExperimentRow } from '../selling-rows';

/** Whether prices are told by it now: it is neither over nor stopped. */
export function isRunning({ endsAt, stoppedAt }: Pick<ExperimentRow, 'endsAt' | 'stoppedAt'>, now: Instant): boolean {
  return stoppedAt === null && endsAt > now;
}

/** Switches off the rules that carry out experiments which run no more. @returns how many were on */
export async function switchOffEndedExperiments(db: ArchvdDatabase, now: Instant): Promise<number> {
  return db.transaction('rw', [db.experiments, db.repricingRules], async () => {
    const running = new Set(
      (await db.experiments.toArray()).filter((each) => isRunning(each, now)).map(({ id }) => id),
    );
    const over = (await db.repricingRules.toArray()).filter(
      ({ enabled, settings: { strategy } }) =>
        enabled && strategy.kind === 'experiment' && !running.has(strategy.experimentId),
    );
    const stamp = (before: Instant) => (now > before ? now : instant(before + 1));
    await db.repricingRules.bulkPut(
      over.map((rule) => ({ ...rule, enabled: false, updatedAt: stamp(rule.updatedAt) })),
    );
    return over.length;
  });
}
