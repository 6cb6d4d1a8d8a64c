import { add, subtract } from '../money/arithmetic';
import { money, type Money } from '../money/money';
import { CHARGE_KINDS, NO_CHARGES, type ChargeKind } from '../sales/charges';
import type { SaleCharges } from '../sales/sale';

/**
 * What a platform took, split as its statement says, in the report's currency: the parts add up to `taken.here` to the
 * cent. What the statement leaves unexplained is `adjustment`; what converting part by part leaves over goes to the
 * largest part, the first of equals.
 *
 * @param taken price less payout, as the sale has it and in the report's currency
 * @param to into the report's currency; null where there is no rate
 * @returns null when a part has no rate
 * @example took 10.07: commission 8.00, processing 2.07 is the split; of 12.00 taken, 1.93 more is adjustment
 */
export function splitTake(
  charges: SaleCharges,
  taken: { readonly there: Money; readonly here: Money },
  to: (amount: Money) => Money | null,
): SaleCharges | null {
  const left = subtract(taken.there, sumOf(charges, taken.there));
  const explained = left.minor === 0 ? charges : { ...charges, adjustment: plus(charges.adjustment, left) };
  const split: Record<ChargeKind, Money | null> = { ...NO_CHARGES };
  let largest: ChargeKind = 'adjustment';
  for (const kind of CHARGE_KINDS) {
    const part = explained[kind];
    if (part === null) continue;
    const here = to(part);
    if (here === null) return null;
    split[kind] = here;
    if (Math.abs(here.minor) > Math.abs(split[largest]?.minor ?? 0)) largest = kind;
  }
  const rest = subtract(taken.here, sumOf(split, taken.here));
  if (rest.minor !== 0) split[largest] = plus(split[largest], rest);
  return split;
}

function sumOf(charges: SaleCharges, like: Money): Money {
  let sum = money(0, like.currency);
  for (const kind of CHARGE_KINDS) {
    const part = charges[kind];
    if (part !== null) sum = add(sum, part);
  }
  return sum;
}

function plus(part: Money | null, more: Money): Money {
  return part === null ? more : add(part, more);
}
