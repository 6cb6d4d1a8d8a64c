import type { MessageInput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { toastProblem } from '../ui/toast';

type Changing =
  | 'watchlists/save'
  | 'watchlists/remove'
  | 'watchlists/order'
  | 'watch/move'
  | 'watch/aim'
  | 'watch/remove-many'
  | 'watch/choose'
  | 'watch/edit'
  | 'alerts/save'
  | 'alerts/enable'
  | 'alerts/remove'
  | 'alerts/snooze';

/**
 * Asks for a change of what is watched, says what was done with the way back, or why it was refused.
 *
 * @param said null: nothing is said, only a refusal is
 * @returns whether it was done
 */
export async function change<N extends Changing>(
  name: N,
  input: MessageInput<N>,
  said: string | null,
): Promise<boolean> {
  const asked = await ask(name, input);
  if (!asked.ok) {
    toastProblem(asked.message);
    return false;
  }
  const answer = asked.value as { readonly ok: boolean; readonly undoId?: string | null };
  if (answer.ok && said !== null) offerUndo(said, answer.undoId ?? null);
  return answer.ok;
}
