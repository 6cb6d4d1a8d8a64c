import type { MessageHandlers } from '@/lib/messaging/server';
import type { MessageParts } from './attempt';

/** Backups, and deleting everything. */
export function dataHandlers(_parts: MessageParts) {
  return {} satisfies Partial<MessageHandlers>;
}
