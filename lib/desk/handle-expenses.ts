import type { MessageHandlers } from '@/lib/messaging/server';
import type { DeskParts } from './ports';

/** Money spent. */
export function expenseHandlers(_parts: DeskParts) {
  return {} satisfies Partial<MessageHandlers>;
}
