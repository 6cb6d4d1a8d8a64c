import type { MessageOutput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { tellAccepted } from '../bridge/listing-commands';
import { toastProblem } from '../ui/toast';
import type { ListingOrders } from './plan-listings';

/** Listings one message carries. */
const PER_MESSAGE = 1000;

/** Asks for many listings, in as many messages as it takes; the first refusal ends it. Answers whether all were asked for. */
export async function sendOrders(orders: ListingOrders): Promise<boolean> {
  const answers: Extract<MessageOutput<'listings/create'>, { ok: true }>[] = [];
  let refusal: string | null = null;
  for (let from = 0; from < orders.length && refusal === null; from += PER_MESSAGE) {
    const asked = await ask('listings/create', { listings: orders.slice(from, from + PER_MESSAGE) });
    if (!asked.ok) refusal = asked.message;
    else if (asked.value.ok) answers.push(asked.value);
  }
  if (answers.length > 0) tellAccepted('list', answers);
  if (refusal !== null) toastProblem(refusal);
  return refusal === null;
}
