import type { ArchvdDatabase } from '@/lib/db/database';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import type { PnlSettings } from '@/lib/domain/pnl/pnl-line';
import type { Valuation } from './valuation';

/** A valuation with the fee tables of the books: what a profit and loss is made with. */
export async function readPnlSettings(db: ArchvdDatabase, valuation: Valuation): Promise<PnlSettings> {
  return { currency: valuation.currency, profile: valuation.profile, schedules: await listFeeSchedules(db, 'alias') };
}

/** The same for what single sales tell of themselves: what alias took is split where the fee profile explains it. */
export async function readSaleSettings(db: ArchvdDatabase, valuation: Valuation): Promise<PnlSettings> {
  return { ...(await readPnlSettings(db, valuation)), splitByProfile: true };
}
