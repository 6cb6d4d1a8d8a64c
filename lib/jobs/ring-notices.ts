import type { ArchvdDatabase } from '@/lib/db/database';
import type { NoticeRow } from '@/lib/db/rows';
import { listUnshownNotices, markNoticesShown } from '@/lib/db/repositories/notices';
import { decideRinging, type NoticeGroup, type NoticeSettings } from '@/lib/domain/notices/decide-ringing';
import type { OffsetAt } from '@/lib/domain/time/period';
import { isQuiet } from '@/lib/domain/notices/quiet-hours';
import type { Instant } from '@/lib/domain/time/instant';
import type { Clock, Notice, Notifications } from '@/lib/platform/ports';
import { alertOfNotice, partWaited, wasDeferred } from './passed-notices';

/** Words for notices that are told as one. */
export type GroupWords = (group: NoticeGroup<NoticeRow>) => { readonly title: string; readonly message: string };

interface RingDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly notifications: Notifications;
  settings(): Promise<NoticeSettings>;
  readonly offsetAt: OffsetAt;
  readonly groupWords: GroupWords;
  readonly alerts: AlertRinging;
}

/** What alerts say besides their own words. */
export interface AlertRinging {
  /** A notice that was kept back, and may be true still. */
  readonly deferred: (notice: NoticeRow, now: Instant) => string;
  /** Alerts that came and went while nothing rang. */
  readonly passed: (
    notices: readonly NoticeRow[],
    now: Instant,
  ) => { readonly title: string; readonly message: string };
  /** Of a notification about one alert. */
  readonly buttons: () => readonly string[];
}

/**
 * Shows what was written for the person and not shown yet. Each notice is marked as soon as it rang, so that one that
 * fails makes no other ring again; should the worker die in between, its id makes the second ring replace the first.
 */
export async function ringNotices(deps: RingDeps): Promise<void> {
  const waiting = await listUnshownNotices(deps.db);
  if (waiting.length === 0) return;
  const [now, settings] = [deps.clock.now(), await deps.settings()];
  const { current, passed, gone } = await partWaited(deps.db, waiting, now);
  const ringing = decideRinging(current, settings, now, deps.offsetAt);
  await markShown(deps, [...ringing.silent, ...gone]);
  for (const notice of ringing.single) {
    await deps.notifications.show(toShow(deps, notice, now));
    await markShown(deps, [notice]);
  }
  for (const group of ringing.groups) {
    await deps.notifications.show({ id: groupId(group), ...deps.groupWords(group) });
    await markShown(deps, group.notices);
  }
  if (!isQuiet(settings.quietHours, now, deps.offsetAt)) await tellPassed(deps, passed, settings.targets, now);
}

function toShow({ alerts }: RingDeps, notice: NoticeRow, now: Instant): Notice {
  const { id, title, message } = notice;
  const told = wasDeferred(notice, now) ? alerts.deferred(notice, now) : message;
  const buttons = alertOfNotice(id) === null ? [] : alerts.buttons();
  return { id, title, message: told, ...(buttons.length === 0 ? {} : { buttons }) };
}

/** All of them as one, whatever their number. */
async function tellPassed(
  deps: RingDeps,
  passed: readonly NoticeRow[],
  isWanted: boolean,
  now: Instant,
): Promise<void> {
  const last = passed.at(-1);
  if (last === undefined) return;
  if (isWanted) await deps.notifications.show({ id: `passed:${last.id}`, ...deps.alerts.passed(passed, now) });
  await markShown(deps, passed);
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
