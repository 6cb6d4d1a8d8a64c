import type { ArchvdDatabase } from '../database';

/** Kept when the books start over: what is known of the market belongs to no seller, and budgets belong to the device. */
const KEPT = new Set([
  'products',
  'marketPrices',
  'marketPriceHistory',
  'marketSales',
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

/** Makes every list be read from its start: after another seller was added to the same books. */
export async function forgetProgress(db: ArchvdDatabase): Promise<void> {
  const tables = [db.cursors, db.sweepPages, db.jobs];
  await db.transaction('rw', tables, async () => {
    for (const table of tables) await table.clear();
  });
}
