import type { MessageHandlers } from '@/lib/messaging/server';
import type { DeskParts } from './ports';

/** Files in. */
export function importHandlers(_parts: DeskParts) {
  return {} satisfies Partial<MessageHandlers>;
}
