import type { MessageHandlers } from '@/lib/messaging/server';
import type { MessageParts } from './attempt';

/** Looking into the catalogue and the market, and what is watched. */
export function marketHandlers(_parts: MessageParts) {
  return {} satisfies Partial<MessageHandlers>;
}
