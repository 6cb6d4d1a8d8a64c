import type { MessageHandlers } from '@/lib/messaging/server';
import type { MessageParts } from './attempt';

/** The demo market. */
export function demoHandlers(_parts: MessageParts) {
  return {} satisfies Partial<MessageHandlers>;
}
