import { t } from '../ui/text';
import { toast, toastProblem, toastUndo } from '../ui/toast';
import { ask } from './ask';

/**
 * Says what was done and offers the way back. `undoId` is what the command answered; null means that nothing was
 * changed, and then there is only the word.
 */
export function offerUndo(message: string, undoId: string | null): void {
  if (undoId === null) toast(message);
  else toastUndo(message, () => void takeBack(undoId));
}

async function takeBack(undoId: string): Promise<void> {
  const asked = await ask('undo/run', { undoId });
  if (!asked.ok) return toastProblem(asked.message);
  const left = asked.value.ok ? asked.value.left : 0;
  if (left > 0) toast(t('undo.left', left, [String(left)]));
}
