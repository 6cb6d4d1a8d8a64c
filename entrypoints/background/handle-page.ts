import type { MessageHandlers } from '@/lib/messaging/server';
import type { MessageParts } from './attempt';

/** Marketplace pages: what the detector and the card ask. Messages from content scripts are told by `from`. */
export function pageHandlers(_parts: MessageParts) {
  return {} satisfies Partial<MessageHandlers>;
}
