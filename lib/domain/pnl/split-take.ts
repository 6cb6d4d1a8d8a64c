import { add } from '../money/arithmetic';
import { minor, money, type Money } from '../money/money';
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
  const left = restOf(taken.there, charges);
  const explained = left === 0 ? charges : { ...charges, adjustment: plus(charges.adjustment, left, taken.there) };
  if (taken.there.currency === taken.here.currency) return explained;
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
  const rest = restOf(taken.here, split);
  if (rest !== 0) split[largest] = plus(split[largest], rest, taken.here);
  return split;
}

/** What the parts leave of a whole, in its minor units: whole numbers, since of each of thousands of sales this is asked. */
function restOf(whole: Money, parts: SaleCharges): number {
  let rest: number = whole.minor;
  for (const kind of CHARGE_KINDS) {
    const part = parts[kind];
    if (part === null) continue;
    if (part.currency !== whole.currency) throw new RangeError(`A part in ${part.currency}, not ${whole.currency}`);
    rest -= part.minor;
  }
  return minor(rest);
}

function plus(part: Money | null, more: number, { currency }: Money): Money {
  const amount = money(more, currency);
  return part === null ? amount : add(part, amount);
}
