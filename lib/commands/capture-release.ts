import { releaseOnDay } from '@/lib/db/repositories/release-on-day';
import type { CommandDeps } from './command-deps';
import { checkedRelease, putRelease, type ReleaseDraft } from './save-release';

/**
 * Writes down the release a page names. What is on the calendar for that day already, from wherever, stays as it is: a
 * page that is captured twice makes one entry.
 *
 * @returns `already`: it was there, and there is nothing to take back
 * @throws CommandError `bad-value`
 */
export async function captureRelease(
  deps: CommandDeps,
  wish: ReleaseDraft,
): Promise<{ readonly undoId: string | null; readonly already: boolean }> {
  const { db } = deps;
  const draft = checkedRelease(wish);
  return db.transaction('rw', [db.releases, db.undos, db.activity, db.meta], async () => {
    if ((await releaseOnDay(db, draft)) !== undefined) return { undoId: null, already: true };
    const { undoId } = await putRelease(deps, null, draft, 'page');
    return { undoId, already: false };
  });
}
