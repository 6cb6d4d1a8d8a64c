import { isOpenWrite } from '@/lib/domain/outbox/write';
import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import { getRepricingMode, setRepricingMode } from './repricing-state';
import { forgetUndoWishes, readUndoWishes } from './undo-wishes';

/** Kept when the books start over: what is known of the market belongs to no seller, and budgets belong to the device. */
const KEPT = new Set([
  'products',
  'marketPrices',
  'marketPriceHistory',
  'marketSales',
  'salesGaps',
  'offerHistograms',
  'fxRates',
  'feeSchedules',
  'budgets',
]);

/** Empties the seller's books, all tables or none. The caller has taken a snapshot before. */
export async function forgetSeller(db: ArchvdDatabase): Promise<void> {
  const tables = db.tables.filter((table) => !KEPT.has(table.name));
  await db.transaction('rw', tables, async () => {
    for (const table of tables) await table.clear();
  });
}

/**
 * Makes every list be read from its start: after another seller was added to the same books. What was on its way for the
 * one before is not sent for the other: a pair would be listed twice, on two accounts. And rules that were live wait.
 */
export async function forgetProgress(db: ArchvdDatabase, now: Instant): Promise<void> {
  const tables = [db.cursors, db.sweepPages, db.jobs];
  await db.transaction('rw', [...tables, db.outbox, db.writeGroups, db.meta], async () => {
    for (const table of tables) await table.clear();
    const problem = { code: 'other-seller', message: '' } as const;
    await db.outbox
      .filter(({ state }) => isOpenWrite(state))
      .modify((row) => void Object.assign(row, { state: 'expired', lease: null, problem, updatedAt: now }));
    await forgetUndoWishes(db, await readUndoWishes(db));
    if ((await getRepricingMode(db)) === 'live') await setRepricingMode(db, 'paused', 'other-seller', now);
  });
}
