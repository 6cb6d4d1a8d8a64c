import { makeAlertsDue } from '@/lib/db/repositories/alert-work';
import type { WatchlistItemRow } from '@/lib/db/rows';
import type { AlertRow } from '@/lib/db/watching-rows';
import { NEW_ALERT_STATE, stateAnew, type AlertOptions, type AlertTrigger } from '@/lib/domain/alerts/alert';
import { sameTrigger } from '@/lib/domain/alerts/same-trigger';
import { existingAlerts, writeAlerts, type AlertsChanged } from './alert-changes';
import { CommandError, type CommandDeps } from './command-deps';
import { stampAfter, type RowChange } from './keep-undo';

export interface AlertToSave {
  /** null: a new alert on each of the items; else the one that is changed. */
  readonly id: string | null;
  readonly itemIds: readonly string[];
  readonly trigger: AlertTrigger;
  readonly options: AlertOptions;
  readonly enabled: boolean;
}

/** What nobody can look through is no help. */
const MOST_OF_ITEM = 20;
const MOST = 5000;

/**
 * Sets an alert on everything watched that is named, or changes one. An alert that waits for something else than before
 * begins anew; one that only rings otherwise goes on as it stands.
 *
 * @throws CommandError `not-found`, `bad-value` for an expiry that has passed, `too-many`
 */
export async function saveAlert(deps: CommandDeps, wish: AlertToSave): Promise<AlertsChanged> {
  const { db } = deps;
  const { expiresAt } = wish.options;
  if (expiresAt !== null && expiresAt <= deps.now())
    throw new CommandError('bad-value', 'That alert would have expired already. Nothing was changed.');
  return db.transaction('rw', [db.alerts, db.watchlistItems, db.undos, db.activity, db.meta], async () => {
    const changes = wish.id === null ? await newAlerts(deps, wish) : [await changedAlert(deps, wish.id, wish)];
    const changed = await writeAlerts(deps, { kind: 'alerts/save', summary: 'Alert saved', changes });
    await makeAlertsDue(db, deps.now());
    return changed;
  });
}

type AlertChange = RowChange & { readonly after: AlertRow };

async function newAlerts(deps: CommandDeps, wish: AlertToSave): Promise<readonly AlertChange[]> {
  const { db } = deps;
  const items = (await db.watchlistItems.bulkGet([...new Set(wish.itemIds)])).filter(
    (item): item is WatchlistItemRow => item !== undefined && item.deletedAt === null,
  );
  if (items.length === 0)
    throw new CommandError('not-found', 'That is no longer on your watch list. Nothing was changed.');
  const living = (await db.alerts.toArray()).filter(({ deletedAt }) => deletedAt === null);
  const ofItem = new Map<string, number>();
  for (const { itemId } of living) ofItem.set(itemId, (ofItem.get(itemId) ?? 0) + 1);
  if (items.some(({ id }) => (ofItem.get(id) ?? 0) >= MOST_OF_ITEM))
    throw new CommandError('too-many', `At most ${MOST_OF_ITEM} alerts on one thing are kept. Nothing was changed.`);
  if (living.length + items.length > MOST)
    throw new CommandError('too-many', `At most ${MOST} alerts are kept. Nothing was changed.`);
  return items.map((item) => ({ table: 'alerts', before: null, after: alertOn(deps, item, wish) }));
}

function alertOn(deps: CommandDeps, item: WatchlistItemRow, { trigger, options, enabled }: AlertToSave): AlertRow {
  const now = deps.now();
  return {
    id: deps.newId(),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    itemId: item.id,
    catalogId: item.catalogId,
    usSize: item.usSize,
    kind: trigger.kind,
    enabled,
    trigger,
    options,
    state: NEW_ALERT_STATE,
  };
}

async function changedAlert(deps: CommandDeps, id: string, wish: AlertToSave): Promise<AlertChange> {
  const { trigger, options, enabled } = wish;
  const [before] = await existingAlerts(deps, [id]);
  if (before === undefined) throw new CommandError('not-found', 'That alert is no longer there. Nothing was changed.');
  const isSame = sameTrigger(before.trigger, trigger);
  const after: AlertRow = {
    ...before,
    updatedAt: stampAfter(before.updatedAt, deps.now()),
    kind: trigger.kind,
    enabled,
    trigger,
    options,
    state: isSame ? before.state : stateAnew(trigger.kind, before.state, deps.now()),
  };
  return { table: 'alerts', before, after };
}
