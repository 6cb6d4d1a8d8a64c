import { estimateNet } from '@/lib/domain/fees/estimate-net';
import { feesFor, type FeeProfile, type FeeSchedule } from '@/lib/domain/fees/fee-schedule';
import { subtract } from '@/lib/domain/money/arithmetic';
import { NO_CHARGES } from '@/lib/domain/sales/charges';
import type { Sale } from '@/lib/domain/sales/sale';

/** Rounding of the marketplace and ours may differ by one. */
const TOLERANCE = 1;

/** alias states what it paid and not what for; where the fee profile comes to the same cent, that is what for. */
export function splitByProfile(sale: Sale, schedules: readonly FeeSchedule[], profile: FeeProfile): Sale {
  const { price, payout, charges } = sale;
  if (sale.marketplace !== 'alias' || charges !== null || payout === null || sale.status === 'reversed') return sale;
  const schedule = feesFor(schedules, sale.soldAt);
  if (schedule?.currency !== price.currency || payout.currency !== price.currency) return sale;
  const net = estimateNet(price, schedule, profile);
  if (net.kind === 'unknown' || Math.abs(net.payout.minor - payout.minor) > TOLERANCE) return sale;
  const { sellerFee } = net;
  const commission = subtract(subtract(price, payout), sellerFee);
  return { ...sale, charges: { ...NO_CHARGES, commission, sellerFee } };
}
