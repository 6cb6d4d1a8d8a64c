import { describe, expect, test } from 'vitest';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { alertBooks, ringOnce, WISH } from '@/tests/fixtures/alert-books';
import { NOON } from '@/tests/fixtures/builders';
import { enableAlerts } from './enable-alerts';
import { removeAlerts } from './remove-alerts';
import { removeWatchItem } from './remove-watch-item';
import { saveAlert } from './save-alert';
import { snoozeAlerts } from './snooze-alerts';

describe('taking back', () => {
  test('a removal brings the alert back, and it does not ring again for what it rang for', async () => {
    const made = await alertBooks();
    const { deps, alerts, undo } = made;
    await saveAlert(deps, WISH);
    const [before] = await alerts();
    await ringOnce(made);
    const { undoId } = await removeAlerts(deps, [before?.id ?? '', 'gone']);
    expect((await alerts())[0]?.deletedAt).toBe(NOON);
    await undo(undoId);
    expect((await alerts())[0]).toMatchObject({ deletedAt: null, state: { rangAt: NOON, isArmed: false } });
  });

  test('a removal brings back no alert on what is not watched any more', async () => {
    const { deps, alerts, undo } = await alertBooks();
    await saveAlert(deps, WISH);
    const [alert] = await alerts();
    const removed = await removeAlerts(deps, [alert?.id ?? '']);
    const { undoId } = await removeWatchItem(deps, 'item');
    expect(await undo(removed.undoId)).toEqual({ restored: 0, left: 1 });
    expect(await alerts()).toMatchObject([{ deletedAt: expect.any(Number) }]);
    await undo(undoId);
    expect(await alerts(), 'it had been removed for itself').toMatchObject([{ deletedAt: expect.any(Number) }]);
  });

  test('a removal of the item brings its alerts back with it', async () => {
    const { deps, alerts, undo } = await alertBooks();
    await saveAlert(deps, WISH);
    const { undoId } = await removeWatchItem(deps, 'item');
    expect(await undo(undoId)).toEqual({ restored: 2, left: 0 });
    expect(await alerts()).toMatchObject([{ itemId: 'item', deletedAt: null }]);
  });

  test('a snooze ends it, and what rang meanwhile stays rung', async () => {
    const made = await alertBooks();
    const { deps, alerts, undo } = made;
    await saveAlert(deps, WISH);
    const [{ id } = { id: '' }] = await alerts();
    const { undoId } = await snoozeAlerts(deps, { ids: [id], minutes: 60 });
    expect((await alerts())[0]?.state.snoozedUntil).toBe(shiftInstant(NOON, 60 * MINUTE_MS));
    await ringOnce(made);
    await undo(undoId);
    expect((await alerts())[0]?.state).toMatchObject({ snoozedUntil: null, rangAt: NOON, isArmed: false });
  });

  test('an edit is left alone when somebody changed it since', async () => {
    const { deps, alerts, undo } = await alertBooks();
    await saveAlert(deps, WISH);
    const [{ id } = { id: '' }] = await alerts();
    const { undoId } = await enableAlerts(deps, { ids: [id], enabled: false });
    await saveAlert(deps, { ...WISH, id, enabled: true });
    expect(await undo(undoId)).toEqual({ restored: 0, left: 1 });
  });
});
