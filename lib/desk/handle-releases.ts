import type { MessageHandlers } from '@/lib/messaging/server';
import type { DeskParts } from './ports';

const refuse = async () => ({ ok: false as const, error: { code: 'not-allowed', message: 'Not there yet.' } });

/** Releases: what comes out when. */
export function releaseHandlers(_parts: Pick<DeskParts, 'ground'>) {
  return {
    'releases/save': refuse,
    'releases/remove': refuse,
    'releases/hide': refuse,
    'releases/import': refuse,
    'page/add-release': refuse,
  } satisfies Partial<MessageHandlers>;
}
