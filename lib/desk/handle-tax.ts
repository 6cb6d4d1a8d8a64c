import type { MessageHandlers } from '@/lib/messaging/server';
import type { DeskParts } from './ports';

/** What the seller said for the tax office. */
export function taxHandlers(_parts: DeskParts) {
  return {} satisfies Partial<MessageHandlers>;
}
