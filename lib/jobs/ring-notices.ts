import type { ArchvdDatabase } from '@/lib/db/database';
import type { NoticeRow } from '@/lib/db/rows';
import { listUnshownNotices, markNoticesShown } from '@/lib/db/repositories/notices';
import { decideRinging, type NoticeGroup, type NoticeSettings } from '@/lib/domain/notices/decide-ringing';
import type { OffsetAt } from '@/lib/domain/time/period';
import type { Clock, Notifications } from '@/lib/platform/ports';

/** Words for notices that are told as one. */
export type GroupWords = (group: NoticeGroup<NoticeRow>) => { readonly title: string; readonly message: string };

interface RingDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly notifications: Notifications;
  settings(): Promise<NoticeSettings>;
  readonly offsetAt: OffsetAt;
  readonly groupWords: GroupWords;
}

/**
 * Shows what was written for the person and not shown yet. Each notice is marked as soon as it rang, so that one that
 * fails makes no other ring again; should the worker die in between, its id makes the second ring replace the first.
 */
export async function ringNotices(deps: RingDeps): Promise<void> {
  const waiting = await listUnshownNotices(deps.db);
  if (waiting.length === 0) return;
  const ringing = decideRinging(waiting, await deps.settings(), deps.clock.now(), deps.offsetAt);
  await markShown(deps, ringing.silent);
  for (const notice of ringing.single) {
    await deps.notifications.show({ id: notice.id, title: notice.title, message: notice.message });
    await markShown(deps, [notice]);
  }
  for (const group of ringing.groups) {
    await deps.notifications.show({ id: groupId(group), ...deps.groupWords(group) });
    await markShown(deps, group.notices);
  }
}

/** The same group rung again after a death replaces itself: the ids of notices never change. */
function groupId({ kind, notices }: NoticeGroup<NoticeRow>): string {
  return `group:${kind}:${notices.at(-1)?.id ?? ''}`;
}

async function markShown({ db, clock }: RingDeps, notices: readonly NoticeRow[]): Promise<void> {
  if (notices.length === 0) return;
  await markNoticesShown(
    db,
    notices.map((notice) => notice.id),
    clock.now(),
  );
}
