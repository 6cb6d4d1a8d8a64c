import type { ArchvdDatabase } from '@/lib/db/database';
import { LONGEST_WAIT_MS } from '@/lib/db/repositories/alert-work';
import { getMeta, setMeta } from '@/lib/db/repositories/meta';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import type { AlertEventRow } from '@/lib/db/watching-rows';
import type { AlertFacts } from '@/lib/domain/alerts/alert-facts';
import { DAY_MS, MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { lastDays, startOfDay, type OffsetAt } from '@/lib/domain/time/period';

/** The day of the last digest, by when that day began. */
const TOLD = 'alerts/digest-told';

/** What waited longer is no news any more; it stays in the history. */
const WAITS_MS = 7 * DAY_MS;

export interface Digest {
  readonly count: number;
  /** The best of them, as it was said. */
  readonly best: AlertEventRow;
}

export type DigestWords = (digest: Digest) => { readonly title: string; readonly message: string };

interface DigestTime {
  /** Minutes after local midnight. */
  readonly digestAt: number;
  readonly offsetAt: OffsetAt;
  readonly now: Instant;
}

/** When the digest of the present day is told, by the clock on the wall: on two days a year an hour has gone or come. */
function digestMoment({ digestAt, offsetAt, now }: DigestTime): Instant {
  const midnight = startOfDay(now, offsetAt);
  const moment = shiftInstant(midnight, digestAt * MINUTE_MS);
  return shiftInstant(moment, offsetAt(midnight) - offsetAt(moment));
}

/** When alerts are looked at again whatever is read: at the next digest, the next day, and within a
 * quarter of an hour, since the digest's time may be changed. */
export function nextLook(time: DigestTime): Instant {
  const { now, offsetAt } = time;
  const digest = digestMoment(time);
  const ahead = [lastDays(now, 1, offsetAt).to, shiftInstant(now, LONGEST_WAIT_MS), ...(digest > now ? [digest] : [])];
  return Math.min(...ahead) as Instant;
}

/** Tables `tellDigest` touches. */
export function digestTables(db: ArchvdDatabase) {
  return [db.alertEvents, db.notices, db.meta];
}

/**
 * Tells what waits for the digest as one notice, once a day from its time on; nothing when nothing waits. A digest that
 * was missed is told as soon as somebody looks.
 */
export async function tellDigest(db: ArchvdDatabase, time: DigestTime, words: DigestWords): Promise<void> {
  const { now, offsetAt } = time;
  const today = startOfDay(now, offsetAt);
  if (now < digestMoment(time) || (await getMeta(db, TOLD)) === today) return;
  await setMeta(db, TOLD, today, now);
  const waiting = await db.alertEvents
    .where('at')
    .above(shiftInstant(now, -WAITS_MS))
    .filter(({ digest }) => digest === 'waiting')
    .toArray();
  const best = bestOf(waiting);
  if (best === null) return;
  await db.alertEvents.bulkPut(waiting.map((event) => ({ ...event, digest: null })));
  const told = words({ count: waiting.length, best });
  await addNoticeOnce(db, { id: `digest:${now}`, at: now, route: '/watch', ...told });
}

/** What earns most; of those without a profit what lies furthest under its median, else the newest. */
function bestOf(events: readonly AlertEventRow[]): AlertEventRow | null {
  const worth = ({ facts }: AlertEventRow): readonly number[] => {
    const { profit, underMedian } = facts as Partial<AlertFacts>;
    return [profit?.minor ?? Number.NEGATIVE_INFINITY, underMedian?.minor ?? Number.NEGATIVE_INFINITY];
  };
  return (
    events.toSorted((a, b) => {
      const [left, right] = [worth(a), worth(b)];
      const first = left.findIndex((each, nth) => each !== right[nth]);
      return first === -1 ? b.at - a.at : (right[first] ?? 0) - (left[first] ?? 0);
    })[0] ?? null
  );
}
