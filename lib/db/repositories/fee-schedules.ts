import type { ArchvdDatabase } from '../database';
import type { FeeScheduleRow } from '../rows';

/**
 * Puts the shipped fee tables in place, each once: a table the person has edited or that is already there is left
 * alone; one that a later build brings is added.
 *
 * @returns how many were added
 */
export async function seedFeeSchedules(db: ArchvdDatabase, defaults: readonly FeeScheduleRow[]): Promise<number> {
  return db.transaction('rw', db.feeSchedules, async () => {
    const known = await db.feeSchedules.bulkGet(defaults.map((row) => row.id));
    const missing = defaults.filter((_, index) => known[index] === undefined);
    await db.feeSchedules.bulkAdd(missing);
    return missing.length;
  });
}

/** A marketplace's fee tables, oldest first. */
export async function listFeeSchedules(db: ArchvdDatabase, marketplace: string): Promise<readonly FeeScheduleRow[]> {
  const rows = await db.feeSchedules
    .where('[marketplace+validFrom]')
    .between([marketplace, -Infinity], [marketplace, Infinity])
    .toArray();
  return rows;
}
