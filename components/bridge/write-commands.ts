import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { ask } from './ask';
import { skippedText, takeBackGroups } from './listing-commands';
import { openTracker } from './tracker-place';

/** Tries all failed writes of a command once more; what nothing is left of counts as seen. */
export async function retryGroup(groupId: string, writeIds: readonly string[], isAll: boolean): Promise<void> {
  const left = await retryWrites(writeIds);
  if (left === 0 && isAll) await dismissGroups([groupId]);
}

/** Tries writes that failed once more. Answers how many could not be. */
export async function retryWrites(writeIds: readonly string[]): Promise<number> {
  const asked = await ask('writes/retry', { writeIds: [...writeIds] });
  if (!asked.ok) {
    toastProblem(asked.message);
    return writeIds.length;
  }
  if (!asked.value.ok) return writeIds.length;
  const { accepted, groupId, skipped } = asked.value;
  const left = skippedText(skipped);
  if (accepted > 0) toast([t('writes.retried', accepted, [countText(accepted)]), left ?? ''].join(' ').trim());
  else toastProblem(left ?? t('writes.taken'));
  if (groupId !== null && accepted > 1) openTracker(groupId);
  return skipped.length;
}

/** Takes back what was not sent yet. */
export async function cancelWrites(writeIds: readonly string[]): Promise<void> {
  const asked = await ask('writes/cancel', { writeIds: [...writeIds] });
  if (!asked.ok) return toastProblem(asked.message);
  if (!asked.value.ok) return;
  const { changed } = asked.value;
  toast(changed === 0 ? t('writes.nothingCancelled') : t('writes.cancelled', changed, [countText(changed)]));
}

/** `mine` sends once more, on what the listing costs now; `theirs` leaves it. */
export async function resolveConflicts(writeIds: readonly string[], take: 'mine' | 'theirs'): Promise<void> {
  const asked = await ask('writes/resolve', { writeIds: [...writeIds], take });
  if (!asked.ok) return toastProblem(asked.message);
  if (!asked.value.ok) return;
  const { accepted, skipped } = asked.value;
  const left = skippedText(skipped);
  if (take === 'theirs') toast([t('writes.kept'), left ?? ''].join(' ').trim());
  else if (accepted > 0) toast([t('writes.retried', accepted, [countText(accepted)]), left ?? ''].join(' ').trim());
  else toastProblem(left ?? t('writes.taken'));
}

/** The person has seen how these ended. */
export async function dismissGroups(groupIds: readonly string[]): Promise<void> {
  const asked = await ask('writes/dismiss', { groupIds: [...groupIds] });
  if (!asked.ok) toastProblem(asked.message);
}

export async function undoGroup(groupId: string): Promise<void> {
  await takeBackGroups([groupId]);
}
