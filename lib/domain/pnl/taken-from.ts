import { netOf } from '../fees/estimate-net';
import { explainTake } from '../fees/explain-take';
import type { MissingFee } from '../fees/fee-schedule';
import { feesByDay, type DayFees } from '../fees/fees-by-day';
import { BASIS_POINTS, scale } from '../money/arithmetic';
import type { Money } from '../money/money';
import type { Sale, SaleCharges } from '../sales/sale';
import { NO_CHARGES } from '../sales/charges';
import type { Instant } from '../time/instant';
import type { PnlSettings, PnlFees } from './pnl-line';

/** What was taken of a sale and what is left of it, in the currency of the sale. */
export interface Taken {
  readonly kind: 'known';
  readonly takeIs: PnlFees['takeIs'];
  readonly charges: SaleCharges | null;
  /** No statement tells the charges, the fee profile does: it comes to the same payout to the cent. */
  readonly byProfile: boolean;
  readonly payout: Money;
  readonly net: Money;
  readonly cashOutIs: PnlFees['cashOutIs'];
}

/**
 * What was taken of a sale: as its payout says, and while alias names none as the fees of the day it was sold on would
 * have it. What is left after the cash-out is always estimated on alias, whose orders do not tell it; what the seller told
 * of a sale elsewhere is final.
 *
 * alias names a payout and no parts. Where the settings ask for it, the fees of the day tell them, if they explain that
 * payout to the cent; the payout itself is never changed by it.
 *
 * @param feesOn the fees of the settings by day, where many sales are told
 * @returns `unknown` where no payout is known and none can be estimated, or the cash-out cannot; `missing` says why
 * @example US, prepaid, rating 90, withdrawn, sold for $97.00 with no payout yet: payout $82.79 estimated, net $80.38
 * @example the same once alias pays $83.10: take actual, net $80.69; no parts, since 9.5 % and $5.00 leave $82.79
 */
export function takenFrom(
  sale: Sale,
  settings: PnlSettings,
  feesOn: (at: Instant) => DayFees = feesByDay(settings.schedules, settings.profile),
): Taken | { kind: 'unknown'; missing: readonly MissingFee[] } {
  if (sale.marketplace !== 'alias') return takenElsewhere(sale);
  const { payout } = sale;
  const { withdraws } = settings.profile;
  const day = feesOn(sale.soldAt);
  if (payout === null) return estimated(sale, day, withdraws);
  const { schedule } = day;
  if (withdraws && schedule === null) return { kind: 'unknown', missing: ['fee-schedule'] };
  const share = withdraws && payout.minor > 0 ? (schedule?.cashOutBasisPoints ?? 0) : 0;
  const net = scale(payout, BASIS_POINTS - share, BASIS_POINTS, 'half-up');
  const parts = settings.splitByProfile === true && sale.charges === null ? chargesByProfile(sale, payout, day) : null;
  return {
    kind: 'known',
    takeIs: 'actual',
    charges: parts ?? sale.charges,
    byProfile: parts !== null,
    payout,
    net,
    cashOutIs: withdraws ? 'estimated' : 'none',
  };
}

/**
 * The charges of a sale on alias as the fees of the day it was sold on tell them; null where they do not come to its
 * payout to the cent, or are not known.
 *
 * @example sold for $120.00, paid $103.60 with 9.5 % and $5.00 in force: commission $11.40, seller fee $5.00
 */
export function chargesByProfile({ price }: Pick<Sale, 'price'>, payout: Money, { fees }: DayFees): SaleCharges | null {
  const explained = fees.kind === 'unknown' ? null : explainTake(price, payout, fees);
  if (explained === null) return null;
  const { commission, sellerFee } = explained;
  return { ...NO_CHARGES, commission, sellerFee };
}

function estimated(
  { price }: Sale,
  { fees }: DayFees,
  withdraws: boolean,
): Taken | { kind: 'unknown'; missing: readonly MissingFee[] } {
  if (fees.kind === 'unknown') return fees;
  const { payout, net, commission, sellerFee } = netOf(price, fees);
  return {
    kind: 'known',
    takeIs: 'estimated',
    charges: { ...NO_CHARGES, commission, sellerFee },
    byProfile: false,
    payout,
    net,
    cashOutIs: withdraws ? 'estimated' : 'none',
  };
}

/** The seller told what arrived, after everything: alias's fees and its cash-out have no part in it. */
function takenElsewhere({ payout, charges }: Sale): Taken | { kind: 'unknown'; missing: readonly MissingFee[] } {
  if (payout === null) return { kind: 'unknown', missing: [] };
  return { kind: 'known', takeIs: 'actual', charges, byProfile: false, payout, net: payout, cashOutIs: 'none' };
}
