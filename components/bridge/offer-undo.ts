import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toast, toastProblem, toastRunning, toastUndo } from '../ui/toast';
import { ask } from './ask';

/**
 * Says what was done and offers the way back. `undoId` is what the command answered, or what several of them answered
 * in the order they were done; null or none means that nothing was changed, and then there is only the word.
 */
export function offerUndo(message: string, undoId: string | readonly string[] | null): void {
  const undoIds = typeof undoId === 'string' ? [undoId] : (undoId ?? []);
  if (undoIds.length === 0) toast(message);
  else toastUndo(message, () => void takeBack(undoIds));
}

async function takeBack(undoIds: readonly string[]): Promise<void> {
  const done = toastRunning(t('undo.running'));
  let left = 0;
  for (const undoId of undoIds.toReversed()) {
    const asked = await ask('undo/run', { undoId });
    if (!asked.ok) {
      done();
      return toastProblem(asked.message);
    }
    left += asked.value.ok ? asked.value.left : 0;
  }
  done();
  if (left > 0) toast(t('undo.left', left, [countText(left)]));
}
