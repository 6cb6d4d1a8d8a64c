import type { MessageHandlers } from '@/lib/messaging/server';
import type { DeskParts } from './ports';

const refuse = async () => ({ ok: false as const, error: { code: 'not-allowed', message: 'Not there yet.' } });

/** Alerts on what is watched. */
export function alertHandlers(_parts: Pick<DeskParts, 'ground'>) {
  return {
    'alerts/save': refuse,
    'alerts/enable': refuse,
    'alerts/remove': refuse,
    'alerts/snooze': refuse,
    'alerts/seen': refuse,
  } satisfies Partial<MessageHandlers>;
}
