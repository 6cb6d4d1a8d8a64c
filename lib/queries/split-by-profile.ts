import type { DayFees } from '@/lib/domain/fees/fees-by-day';
import { chargesByProfile } from '@/lib/domain/pnl/taken-from';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';

/** alias states what it paid and not what for; where the fee profile explains that to the cent, that is what for. */
export function splitByProfile(sale: Sale, feesOn: (at: Instant) => DayFees): Sale {
  const { payout } = sale;
  if (sale.marketplace !== 'alias' || sale.charges !== null || payout === null || sale.status === 'reversed')
    return sale;
  const charges = chargesByProfile(sale, payout, feesOn(sale.soldAt));
  return charges === null ? sale : { ...sale, charges };
}
