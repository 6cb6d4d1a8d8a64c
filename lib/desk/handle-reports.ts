import type { MessageHandlers } from '@/lib/messaging/server';
import type { DeskParts } from './ports';

/** Reports that are kept, and dated values of the stock. */
export function reportHandlers(_parts: DeskParts) {
  return {} satisfies Partial<MessageHandlers>;
}
