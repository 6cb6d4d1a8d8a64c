import { subtract } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { inCurrency } from '@/lib/domain/money/fx';
import { money, type Money } from '@/lib/domain/money/money';
import { CHARGE_KINDS, chargesOf, penaltyOf, type ChargeKind } from '@/lib/domain/sales/charges';
import type { Sale } from '@/lib/domain/sales/sale';

/** What a platform took of one sale, in the currency of the books. */
export interface Taken {
  /** False: it was reversed, and only what was kept of it was taken. */
  readonly stands: boolean;
  readonly price: Money;
  readonly kinds: Readonly<Partial<Record<ChargeKind, Money>>>;
  readonly total: Money;
}

/**
 * What a platform took of a sale, each part by the rate of its day. What converting part by part leaves over is
 * `adjustment`, so that the parts add up to `total`.
 *
 * @returns `unsettled`: nobody knows yet what arrives; `no-rate`: not to be told in this currency; `nothing`: it was
 * reversed and cost nothing
 * @example sold for $69.00, $58.93 arrived, processing $2.07 named: total $10.07, of which adjustment $8.00
 */
export function takenOf(sale: Sale, currency: CurrencyCode): Taken | 'unsettled' | 'no-rate' | 'nothing' {
  const to = (amount: Money) => inCurrency(amount, currency, sale.fx, 'half-even');
  if (sale.status === 'reversed') {
    const penalty = penaltyOf(sale);
    if (penalty === null) return 'nothing';
    const here = to(penalty);
    return here === null
      ? 'no-rate'
      : { stands: false, price: money(0, currency), kinds: { penalty: here }, total: here };
  }
  if (sale.payout === null) return 'unsettled';
  const [price, payout] = [to(sale.price), to(sale.payout)];
  if (price === null || payout === null) return 'no-rate';
  const total = subtract(price, payout);
  const charges = chargesOf(sale);
  const kinds: Partial<Record<ChargeKind, Money>> = {};
  let rest = total;
  for (const kind of CHARGE_KINDS) {
    const charge = charges[kind];
    const here = charge === null || kind === 'adjustment' ? null : to(charge);
    if (here === null) continue;
    kinds[kind] = here;
    rest = subtract(rest, here);
  }
  // What no statement names, and the cent that converting each part may leave.
  return { stands: true, price, total, kinds: rest.minor === 0 ? kinds : { ...kinds, adjustment: rest } };
}
