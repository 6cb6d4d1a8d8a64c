import type { MessageInput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { tellAccepted } from '../bridge/listing-commands';
import { toastProblem } from '../ui/toast';

type OrderMessage = 'orders/confirm' | 'orders/cancel' | 'orders/label' | 'orders/ship';

/** Gives a command about orders, and says how many are on their way and what was left out. Answers whether it was taken. */
export async function commandOrders<N extends OrderMessage>(
  name: N,
  input: MessageInput<N>,
  kind: Parameters<typeof tellAccepted>[0],
): Promise<boolean> {
  const asked = await ask(name, input);
  if (!asked.ok) {
    toastProblem(asked.message);
    return false;
  }
  if (!asked.value.ok) return false;
  tellAccepted(kind, [asked.value]);
  return true;
}
