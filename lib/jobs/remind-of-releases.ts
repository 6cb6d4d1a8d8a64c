import type { ArchvdDatabase } from '@/lib/db/database';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import { beginReleaseLook, noteReleasesLooked } from '@/lib/db/repositories/release-look';
import {
  decideReleaseReminder,
  nextReleaseLook,
  releaseReminderId,
  type ReleaseReminder,
} from '@/lib/domain/releases/release-reminder';
import type { Release } from '@/lib/domain/releases/release';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import type { OffsetAt } from '@/lib/domain/time/period';
import type { Clock } from '@/lib/platform/ports';
import { releases } from '@/lib/queries/releases';

/** What a reminder is about. */
export interface ReleaseNews {
  readonly release: Release;
  readonly reminder: ReleaseReminder;
}

export interface RemindReleasesDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly offsetAt: OffsetAt;
  readonly releaseWords: (news: ReleaseNews) => { readonly title: string; readonly message: string };
}

/** Writes the reminders that are due for releases of today and tomorrow, each once, and when to look next. */
export async function remindOfReleases({ db, clock, offsetAt, releaseWords }: RemindReleasesDeps): Promise<void> {
  const now = clock.now();
  await beginReleaseLook(db, now);
  // A moment of tomorrow morning may be on the day after it elsewhere.
  const from = localDate(shiftInstant(now, -DAY_MS), offsetAt);
  const to = localDate(shiftInstant(now, 2 * DAY_MS), offsetAt);
  const near = await releases(db, { from, to, search: '', only: 'watched' });
  for (const { release } of near) {
    const reminder = decideReleaseReminder(release, now, offsetAt);
    if (reminder === null) continue;
    const route = `/releases?item=${encodeURIComponent(release.id)}`;
    const id = releaseReminderId(release, reminder);
    await addNoticeOnce(db, { id, at: now, route, ...releaseWords({ release, reminder }) });
  }
  const released = near.map(({ release }) => release);
  // Last: whoever dies before has told nobody that it was looked, and the next one looks again.
  await noteReleasesLooked(db, nextReleaseLook(released, now), now);
}
