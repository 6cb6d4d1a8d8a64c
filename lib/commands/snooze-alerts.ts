import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { changedTo, existingAlerts, writeAlerts, type AlertsChanged } from './alert-changes';
import type { CommandDeps } from './command-deps';

/** Keeps alerts silent for so many minutes, whatever happens; 0 ends it. They go on watching meanwhile. */
export async function snoozeAlerts(
  deps: CommandDeps,
  { ids, minutes }: { readonly ids: readonly string[]; readonly minutes: number },
): Promise<AlertsChanged> {
  const { db } = deps;
  return db.transaction('rw', [db.alerts, db.undos, db.activity], async () => {
    const snoozedUntil = minutes === 0 ? null : shiftInstant(deps.now(), minutes * MINUTE_MS);
    const changes = (await existingAlerts(deps, ids))
      .filter(({ state }) => state.snoozedUntil !== snoozedUntil)
      .map((alert) => changedTo(deps, alert, { state: { ...alert.state, snoozedUntil } }));
    const summary = minutes === 0 ? 'Alert no longer snoozed' : 'Alert snoozed';
    return writeAlerts(deps, { kind: 'alerts/snooze', summary, changes });
  });
}
