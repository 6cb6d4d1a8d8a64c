import { Dexie } from 'dexie';
import type { FeeSchedule } from '@/lib/domain/fees/fee-schedule';
import { instant, type Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { FeeScheduleRow } from '../rows';

/**
 * Puts the shipped fee tables in place, each once: one that is already there is left alone, also when the person has
 * edited it; one that a later build brings is added.
 *
 * @returns how many were added
 */
export async function seedFeeSchedules(
  db: ArchvdDatabase,
  defaults: readonly FeeSchedule[],
  now: Instant,
): Promise<number> {
  return db.transaction('rw', db.feeSchedules, async () => {
    const known = await db.feeSchedules.bulkGet(defaults.map(seedId));
    const missing = defaults.filter((_, index) => known[index] === undefined);
    await db.feeSchedules.bulkAdd(
      missing.map((schedule) => {
        const { marketplace, validFrom } = schedule;
        return { id: seedId(schedule), createdAt: now, updatedAt: now, marketplace, validFrom, schedule };
      }),
    );
    return missing.length;
  });
}

/** Keeps a fee table; one of the same marketplace and moment is replaced. */
export async function putFeeSchedule(
  db: ArchvdDatabase,
  schedule: FeeSchedule,
  now: Instant,
): Promise<{ readonly before: FeeScheduleRow | null; readonly after: FeeScheduleRow }> {
  const id = seedId(schedule);
  const before = (await db.feeSchedules.get(id)) ?? null;
  const { marketplace, validFrom } = schedule;
  const updatedAt = before === null || now > before.updatedAt ? now : instant(before.updatedAt + 1);
  const after = { id, createdAt: before?.createdAt ?? now, updatedAt, marketplace, validFrom, schedule };
  await db.feeSchedules.put(after);
  return { before, after };
}

/** A shipped table is known by where it applies and from when. */
function seedId({ marketplace, validFrom }: FeeSchedule): string {
  return `${marketplace}@${validFrom}`;
}

/** A marketplace's fee tables, oldest first. */
export async function listFeeSchedules(db: ArchvdDatabase, marketplace: string): Promise<readonly FeeSchedule[]> {
  const range = db.feeSchedules
    .where('[marketplace+validFrom]')
    .between([marketplace, Dexie.minKey], [marketplace, Dexie.maxKey]);
  return (await range.toArray()).map((row) => row.schedule);
}
