import { makeAlertsDue } from '@/lib/db/repositories/alert-work';
import { changedTo, existingAlerts, writeAlerts, type AlertsChanged } from './alert-changes';
import type { CommandDeps } from './command-deps';

/**
 * Switches alerts on or off. One that is switched on has to be confirmed anew: what it saw before it was off may be long
 * ago; and what it rang for it does not ring for again.
 */
export async function enableAlerts(
  deps: CommandDeps,
  { ids, enabled }: { readonly ids: readonly string[]; readonly enabled: boolean },
): Promise<AlertsChanged> {
  const { db } = deps;
  return db.transaction('rw', [db.alerts, db.undos, db.activity, db.meta], async () => {
    const others = (await existingAlerts(deps, ids)).filter((alert) => alert.enabled !== enabled);
    const changes = others.map((alert) =>
      changedTo(deps, alert, { enabled, state: { ...alert.state, trueSince: null } }),
    );
    await makeAlertsDue(db, deps.now());
    const summary = enabled ? 'Alert switched on' : 'Alert switched off';
    return writeAlerts(deps, { kind: 'alerts/enable', summary, changes });
  });
}
