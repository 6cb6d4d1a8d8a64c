import type { MessageHandlers } from '@/lib/messaging/server';
import type { DeskParts } from './ports';

/** Bank statements, payouts and exchange rates. */
export function bankHandlers(_parts: DeskParts) {
  return {} satisfies Partial<MessageHandlers>;
}
