import type { Ground } from '@/lib/desk/ports';
import { readStanding } from '@/lib/jobs/token-standing';
import type { Standing } from '@/lib/jobs/engine';
import { hasHostAccess } from '@/lib/platform/host-access';
import { ALIAS_API_PATTERN } from '@/lib/settings/build';

const LOCKED = { state: 'locked' } as const;

/** Whether alias may be asked now: the clockwork and the screens go by the same answer. */
export function composeStanding({ db, clock, vault, isDemo }: Ground): () => Promise<Standing> {
  if (isDemo) return async () => 'ready';
  return () =>
    readStanding({
      db,
      clock,
      // A vault that does not answer can sign nothing, as a locked one; whatever needs no token goes on.
      vaultState: async () => (await vault.status().catch(() => LOCKED)).state,
      hasAccess: () => hasHostAccess(ALIAS_API_PATTERN),
    });
}
