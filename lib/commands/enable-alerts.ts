import { makeAlertsDue } from '@/lib/db/repositories/alert-work';
import { stateAnew } from '@/lib/domain/alerts/alert';
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
    const changes = others.map((alert) => {
      // Of what was sold while it was off nothing is told.
      const { lookedAt } =
        alert.kind === 'sold-at-or-below' ? stateAnew(alert.kind, alert.state, deps.now()) : alert.state;
      return changedTo(deps, alert, { enabled, state: { ...alert.state, lookedAt, trueSince: null } });
    });
    await makeAlertsDue(db, deps.now());
    const summary = enabled ? 'Alert switched on' : 'Alert switched off';
    return writeAlerts(deps, { kind: 'alerts/enable', summary, changes });
  });
}
