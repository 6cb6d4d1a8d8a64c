import type { MessageHandlers } from '@/lib/messaging/server';
import type { DeskParts } from './ports';

/** Fulfilment of orders, and what becomes of sales. */
export function orderHandlers(_parts: DeskParts) {
  return {} satisfies Partial<MessageHandlers>;
}
