import type { MessageHandlers } from '@/lib/messaging/server';
import type { DeskParts } from './ports';

const refuse = async () => ({ ok: false as const, error: { code: 'not-allowed', message: 'Not there yet.' } });

/** Lists of what is watched, and alerts on it. */
export function watchHandlers(_parts: Pick<DeskParts, 'ground'>) {
  return {
    'watchlists/save': refuse,
    'watchlists/remove': refuse,
    'watchlists/order': refuse,
    'watch/move': refuse,
    'watch/remove-many': refuse,
    'watch/add-many': refuse,
    'watch/cancel-search': refuse,
    'watch/search-again': refuse,
    'watch/dismiss-search': refuse,
  } satisfies Partial<MessageHandlers>;
}
