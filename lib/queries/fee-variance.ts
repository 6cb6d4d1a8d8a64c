import type { ArchvdDatabase } from '@/lib/db/database';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import type { FeeProfile, FeeSchedule } from '@/lib/domain/fees/fee-schedule';
import { feeVariance, type FeeVariance } from '@/lib/domain/fees/fee-variance';
import type { Sale } from '@/lib/domain/sales/sale';
import { localDate } from '@/lib/domain/time/local-date';
import type { OffsetAt } from '@/lib/domain/time/period';

export interface AliasFees {
  readonly variance: FeeVariance;
  /** The orders that took something else than was estimated, newest first, at most 50. */
  readonly deviating: readonly Sale[];
}

/** What alias's settled orders took against what is estimated for this seller. */
export async function aliasFees(
  db: ArchvdDatabase,
  { profile, offsetAt }: { readonly profile: FeeProfile; readonly offsetAt: OffsetAt },
): Promise<AliasFees> {
  const [sales, schedules] = await Promise.all([
    db.sales.where('[marketplace+externalOrderId]').between(['alias', ''], ['alias', '\uffff'], true, true).toArray(),
    listFeeSchedules(db, 'alias'),
  ]);
  const settled = sales.flatMap((sale) =>
    sale.payout === null || sale.status === 'reversed' ? [] : [{ ...sale, payout: sale.payout }],
  );
  const variance = feeVariance(settled, schedules, profile, (at) => localDate(at, offsetAt).slice(0, 7));
  const off = new Set(variance.stretches.flatMap(({ deviating }) => deviating));
  const deviating = settled.filter(({ id }) => off.has(id)).toSorted((a, b) => b.soldAt - a.soldAt);
  return { variance, deviating: deviating.slice(0, 50) };
}

/** The fee tables of the books: the shipped ones, and those the seller's own orders led to. Oldest first. */
export async function aliasFeeTables(db: ArchvdDatabase): Promise<readonly FeeSchedule[]> {
  return listFeeSchedules(db, 'alias');
}
