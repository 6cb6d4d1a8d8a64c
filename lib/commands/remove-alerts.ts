import { changedTo, existingAlerts, writeAlerts, type AlertsChanged } from './alert-changes';
import type { CommandDeps } from './command-deps';

/** Takes alerts away; what they rang for stays in the history. Those that are gone already are passed over. */
export async function removeAlerts(deps: CommandDeps, ids: readonly string[]): Promise<AlertsChanged> {
  const { db } = deps;
  return db.transaction('rw', [db.alerts, db.undos, db.activity], async () => {
    const changes = (await existingAlerts(deps, ids)).map((alert) => changedTo(deps, alert, { deletedAt: deps.now() }));
    return writeAlerts(deps, { kind: 'alerts/remove', summary: 'Alert removed', changes });
  });
}
