import type { ArchvdDatabase } from '@/lib/db/database';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import { getMeta, setMeta, TOKEN_REFUSED } from '@/lib/db/repositories/meta';
import type { Clock } from '@/lib/platform/ports';
import type { Standing } from './engine';

interface StandingDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  vaultState(): Promise<'empty' | 'locked' | 'unlocked' | 'damaged'>;
  /** Whether the browser lets us talk to alias; a person can take that away. */
  hasAccess(): Promise<boolean>;
}

/** Whether alias may be asked now, and if not, why. */
export async function readStanding(deps: StandingDeps): Promise<Standing> {
  const state = await deps.vaultState();
  if (state === 'empty') return 'not-connected';
  if (state !== 'unlocked') return 'locked';
  if ((await getMeta(deps.db, TOKEN_REFUSED)) === true) return 'refused';
  return (await deps.hasAccess()) ? 'ready' : 'no-access';
}

/** alias refused the token: everything that asks it rests until a new one is pasted, and the person hears of it once. */
export async function markRefused(
  deps: Pick<StandingDeps, 'db' | 'clock'>,
  words: { title: string; message: string },
): Promise<void> {
  const { db } = deps;
  const now = deps.clock.now();
  await db.transaction('rw', [db.meta, db.notices], async () => {
    if ((await getMeta(db, TOKEN_REFUSED)) === true) return;
    await setMeta(db, TOKEN_REFUSED, true, now);
    await addNoticeOnce(db, { id: `token-refused:${now}`, at: now, route: '/settings?view=connection', ...words });
  });
}

/** A token was accepted: reading may go on. */
export async function clearRefused(deps: Pick<StandingDeps, 'db' | 'clock'>): Promise<void> {
  await setMeta(deps.db, TOKEN_REFUSED, false, deps.clock.now());
}
