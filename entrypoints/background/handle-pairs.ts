import type { MessageHandlers } from '@/lib/messaging/server';
import type { MessageParts } from './attempt';

/** Pairs of the seller: adding, changing, selling, and taking it back. */
export function pairHandlers(_parts: MessageParts) {
  return {} satisfies Partial<MessageHandlers>;
}
