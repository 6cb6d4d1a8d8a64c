import { createOpaqueStore } from '@/lib/settings/opaque-store';
import type { World } from './compose-world';

/** Goes on with a deletion that a worker died over; without its note nothing is loaded. Never rejects. */
export async function finishDeletion({ ground, openDesk }: Pick<World, 'ground' | 'openDesk'>): Promise<void> {
  try {
    if ((await createOpaqueStore('deletion').read()) !== null) await (await openDesk()).finishDeletion();
  } catch (error) {
    ground.log.error('not deleted', { what: 'finish', kind: error instanceof Error ? error.name : '' });
  }
}
