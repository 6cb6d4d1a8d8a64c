import { countText } from '../ui/format';
import { t } from '../ui/text';

/**
 * What came of taking a run back; null: nothing of it could be.
 *
 * @param later prices that are on their way still
 * @example `runUndoneText(12, 1)` is "12 prices taken back, 1 more as soon as it has arrived."
 */
export function runUndoneText(now: number, later: number): string | null {
  if (now + later === 0) return null;
  if (now === 0) return t('writes.undoneLater', later, [countText(later)]);
  const taken = t('activity.takenBack', now, [countText(now)]);
  return later === 0 ? `${taken}.` : `${taken}, ${t('activity.takenBackLater', later, [countText(later)])}.`;
}
