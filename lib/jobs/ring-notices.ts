import type { ArchvdDatabase } from '@/lib/db/database';
import type { NoticeRow } from '@/lib/db/rows';
import { listUnshownNotices, markNoticesShown } from '@/lib/db/repositories/notices';
import type { Clock, Notifications } from '@/lib/platform/ports';

/** More than this at once would be noise: the rest is told as one. */
const SHOWN_ONE_BY_ONE = 4;

interface RingDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly notifications: Notifications;
  /** Words for the notices that are told as one. */
  summary(count: number): { readonly title: string; readonly message: string };
}

/**
 * Shows what was written for the person and not shown yet. Each notice is marked as soon as it rang, so that one that
 * fails makes no other ring again; should the worker die in between, its id makes the second ring replace the first.
 */
export async function ringNotices(deps: RingDeps): Promise<void> {
  const waiting = await listUnshownNotices(deps.db);
  for (const notice of waiting.slice(0, SHOWN_ONE_BY_ONE)) {
    await deps.notifications.show({ id: notice.id, title: notice.title, message: notice.message });
    await markShown(deps, [notice]);
  }
  const rest = waiting.slice(SHOWN_ONE_BY_ONE);
  const last = rest.at(-1);
  if (last === undefined) return;
  await deps.notifications.show({ id: `summary:${last.id}`, ...deps.summary(rest.length) });
  await markShown(deps, rest);
}

function markShown({ db, clock }: RingDeps, notices: readonly NoticeRow[]): Promise<void> {
  return markNoticesShown(
    db,
    notices.map((notice) => notice.id),
    clock.now(),
  );
}
