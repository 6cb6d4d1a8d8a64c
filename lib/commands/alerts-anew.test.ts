import { describe, expect, test } from 'vitest';
import { decideAlert } from '@/lib/domain/alerts/decide-alert';
import { makeReading } from '@/lib/domain/alerts/fake-reading';
import { DAY_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeAlertRow, watchPanda } from '@/tests/fixtures/alerts-bench';
import { NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { editWatchItem } from './edit-watch-item';
import { enableAlerts } from './enable-alerts';
import { saveAlert } from './save-alert';

const TRIGGER = { kind: 'sold-at-or-below', price: usd(100) } as const;

/** An alert that last looked twenty days ago; a pair was sold for $95 ten days ago and seen then. */
async function books(enabled: boolean) {
  const deps = makeCommandDeps();
  await watchPanda(deps.db);
  const lookedAt = shiftInstant(NOON, -20 * DAY_MS);
  const row = makeAlertRow({ trigger: TRIGGER, enabled });
  await deps.db.alerts.add({ ...row, usSize: 10, state: { ...row.state, lookedAt } });
  const sold = (days: number) => {
    const at = shiftInstant(NOON, -days * DAY_MS);
    return { at, price: usd(95), seenAt: days > 0 ? at : shiftInstant(NOON, 9 * MINUTE_MS) };
  };
  const look = async (...sales: readonly ReturnType<typeof sold>[]) => {
    const now = shiftInstant(NOON, 10 * MINUTE_MS);
    const [alert] = await deps.db.alerts.toArray();
    return alert === undefined ? null : decideAlert(alert, makeReading({ salesReadAt: now, sales }), now).kind;
  };
  return { deps, old: sold(10), fresh: sold(0), look, row };
}

describe('an alert for sales tells no sale from before it was asked', () => {
  test('after it was switched on again', async () => {
    const { deps, old, fresh, look } = await books(false);
    await enableAlerts(deps, { ids: ['alert'], enabled: true });
    expect([await look(old), await look(old, fresh)]).toEqual(['hold', 'ring']);
  });

  test('after it was given another price', async () => {
    const { deps, old, fresh, look, row } = await books(true);
    const trigger = { ...TRIGGER, price: usd(97) };
    await saveAlert(deps, { id: 'alert', itemIds: ['item'], trigger, options: row.options, enabled: true });
    expect([await look(old), await look(old, fresh)]).toEqual(['hold', 'ring']);
  });

  test('after another size is watched', async () => {
    const { deps, old, fresh, look } = await books(true);
    await editWatchItem(deps, { itemId: 'item', usSize: 11 });
    expect([await look(old), await look(old, fresh)]).toEqual(['hold', 'ring']);
  });
});
