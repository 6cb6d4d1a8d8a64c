import { estimateNet } from '../fees/estimate-net';
import { feesFor, type MissingFee } from '../fees/fee-schedule';
import { BASIS_POINTS, scale } from '../money/arithmetic';
import type { Money } from '../money/money';
import type { Sale, SaleCharges } from '../sales/sale';
import { NO_CHARGES } from '../sales/charges';
import type { PnlSettings, PnlFees } from './pnl-line';

/** What was taken of a sale and what is left of it, in the currency of the sale. */
export interface Taken {
  readonly kind: 'known';
  readonly takeIs: PnlFees['takeIs'];
  readonly charges: SaleCharges | null;
  readonly payout: Money;
  readonly net: Money;
  readonly cashOutIs: PnlFees['cashOutIs'];
}

/**
 * What was taken of a sale: as its payout says, and while alias names none as the fees of the day it was sold on would
 * have it. What is left after the cash-out is always estimated on alias, whose orders do not tell it; what the seller told
 * of a sale elsewhere is final.
 *
 * @returns `unknown` where no payout is known and none can be estimated, or the cash-out cannot; `missing` says why
 * @example US, prepaid, rating 90, withdrawn, sold for $97.00 with no payout yet: payout $82.79 estimated, net $80.38
 * @example the same once alias pays $83.10: take actual, net $80.69
 */
export function takenFrom(
  sale: Sale,
  settings: PnlSettings,
): Taken | { kind: 'unknown'; missing: readonly MissingFee[] } {
  if (sale.marketplace !== 'alias') return takenElsewhere(sale);
  const { profile } = settings;
  const schedule = feesFor(settings.schedules, sale.soldAt);
  const cashOutIs = profile.withdraws ? 'estimated' : 'none';
  if (sale.payout === null) {
    const estimate = estimateNet(sale.price, schedule, profile);
    if (estimate.kind === 'unknown') return estimate;
    const { payout, net, commission, sellerFee } = estimate;
    return {
      kind: 'known',
      takeIs: 'estimated',
      charges: { ...NO_CHARGES, commission, sellerFee },
      payout,
      net,
      cashOutIs,
    };
  }
  if (profile.withdraws && schedule === null) return { kind: 'unknown', missing: ['fee-schedule'] };
  const share = profile.withdraws && sale.payout.minor > 0 ? (schedule?.cashOutBasisPoints ?? 0) : 0;
  const net = scale(sale.payout, BASIS_POINTS - share, BASIS_POINTS, 'half-up');
  return { kind: 'known', takeIs: 'actual', charges: sale.charges, payout: sale.payout, net, cashOutIs };
}

/** The seller told what arrived, after everything: alias's fees and its cash-out have no part in it. */
function takenElsewhere({ payout, charges }: Sale): Taken | { kind: 'unknown'; missing: readonly MissingFee[] } {
  if (payout === null) return { kind: 'unknown', missing: [] };
  return { kind: 'known', takeIs: 'actual', charges, payout, net: payout, cashOutIs: 'none' };
}
