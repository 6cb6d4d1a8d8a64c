import type { ArchvdDatabase } from '@/lib/db/database';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import { ageOf, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import type { Clock } from '@/lib/platform/ports';

/** Orders not read for this long, although they should come every minute, is trouble the seller has to know of. */
const SILENCE_MS = 30 * MINUTE_MS;
/** Before orders were ever read, so many failures in a row are. */
const FAILURES = 3;

interface TroubleDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly words: (message: string) => { readonly title: string; readonly message: string };
}

/** Whether reading orders has failed for so long that a sale or a deadline may have been missed. */
export async function isFailing(db: ArchvdDatabase, now: Instant): Promise<boolean> {
  const orders = await db.jobs.get('orders');
  if (orders === undefined || orders.failures === 0) return false;
  return orders.lastSuccessAt === null ? orders.failures >= FAILURES : ageOf(orders.lastSuccessAt, now) > SILENCE_MS;
}

/**
 * Writes a notice once for each time reading broke down. Without a network there is nothing to tell: the person knows,
 * and it goes on by itself.
 */
export async function tellTrouble({ db, clock, words }: TroubleDeps): Promise<void> {
  const now = clock.now();
  if (!(await isFailing(db, now))) return;
  const [job, run] = await Promise.all([
    db.jobs.get('orders'),
    db.jobRuns.where('[job+startedAt]').between(['orders', -Infinity], ['orders', Infinity]).last(),
  ]);
  const error = run?.error ?? null;
  if (error === null || error.code === 'offline') return;
  const id = `trouble:orders:${job?.lastSuccessAt ?? 'never'}`;
  await addNoticeOnce(db, { id, at: now, route: '/diagnostics', ...words(error.message) });
}
