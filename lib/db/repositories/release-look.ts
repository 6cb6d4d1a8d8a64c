import { HOUR_MS, type Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import { getMeta, setMeta } from './meta';

const NEXT_LOOK = 'releases/next-look';

/**
 * Whether releases have to be looked at for reminders. Asked every minute by who does not want to load what looks; who
 * neither watches nor wrote anything down is never asked about.
 */
export async function isReleaseLookDue(db: ArchvdDatabase, now: Instant): Promise<boolean> {
  const next = Number((await getMeta(db, NEXT_LOOK)) ?? 0);
  // One that lies further ahead than looks do was set by a clock that has been set back since.
  if (next > now && next <= now + 2 * HOUR_MS) return false;
  return (await db.releases.count()) + (await db.watchlistItems.count()) > 0;
}

/** A look that was begun and not finished is due: a worker may have died over it. */
const LOOKING = -1;

export async function beginReleaseLook(db: ArchvdDatabase, now: Instant): Promise<void> {
  await setMeta(db, NEXT_LOOK, LOOKING, now);
}

/** When to look next, once everything was told; what was made due while it was looked stays due. */
export async function noteReleasesLooked(db: ArchvdDatabase, next: Instant, now: Instant): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    if ((await getMeta(db, NEXT_LOOK)) === LOOKING) await setMeta(db, NEXT_LOOK, next, now);
  });
}

/** A new or changed release may be due at once. For the transaction that writes it, which must span `meta`. */
export async function makeReleasesDue(db: ArchvdDatabase, now: Instant): Promise<void> {
  await setMeta(db, NEXT_LOOK, 0, now);
}
