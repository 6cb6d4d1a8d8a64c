import { estimateNet } from '../fees/estimate-net';
import { feesFor, type MissingFee } from '../fees/fee-schedule';
import { BASIS_POINTS, scale } from '../money/arithmetic';
import type { Money } from '../money/money';
import type { Sale, SaleCharges } from '../sales/sale';
import { NO_CHARGES } from '../sales/charges';
import type { PnlSettings, PnlFees } from './pnl-line';

/** In the currency of the sale. */
export interface Taken {
  readonly kind: 'known';
  readonly takeIs: PnlFees['takeIs'];
  readonly charges: SaleCharges | null;
  readonly payout: Money;
  readonly net: Money;
  readonly cashOutIs: PnlFees['cashOutIs'];
}

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
