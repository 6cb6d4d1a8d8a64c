import type { ArchvdDatabase } from '@/lib/db/database';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import type { PnlSettings } from '@/lib/domain/pnl/pnl-line';
import type { Valuation } from './valuation';

/** A valuation with the fee tables of the books: what a profit and loss is made with. */
export async function readPnlSettings(db: ArchvdDatabase, valuation: Valuation): Promise<PnlSettings> {
  return { currency: valuation.currency, profile: valuation.profile, schedules: await listFeeSchedules(db, 'alias') };
}
