import type { MessageHandlers } from '@/lib/messaging/server';
import type { MessageParts } from './attempt';

/** Notifications. */
export function noticeHandlers(_parts: MessageParts) {
  return {} satisfies Partial<MessageHandlers>;
}
