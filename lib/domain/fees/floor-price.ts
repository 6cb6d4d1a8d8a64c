import { add, BASIS_POINTS, compare, minorPerUnit, roundUpToWholeUnits } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { inCurrency, type FxRate } from '../money/fx';
import { minor, type Money } from '../money/money';
import { netOf, resolveFees, type ResolvedFees } from './estimate-net';
import type { FeeProfile, FeeSchedule, MissingFee } from './fee-schedule';
import { smallestPrice } from './smallest-price';

/** What a sale must bring besides its cost. Margin is of the sale price, ROI of the cost, both in basis points. */
export type ProfitTarget =
  | { readonly kind: 'break-even' }
  | { readonly kind: 'margin'; readonly basisPoints: number }
  | { readonly kind: 'roi'; readonly basisPoints: number }
  | { readonly kind: 'profit'; readonly amount: Money };

/** What keeps a floor from being known. `reachable-price`: the fees or the target leave no price that would do. */
export type MissingFloorInput = MissingFee | 'cost' | 'fx-rate' | 'reachable-price';

export interface CostBasis {
  /** null: unknown. */
  readonly cost: Money | null;
  /** null: none are known of, which does not stop anything. */
  readonly otherCosts: Money | null;
  /** Joins the cost's currency with the schedule's; not needed when they are the same. */
  readonly fx: FxRate | null;
  readonly schedule: FeeSchedule | null;
  readonly profile: FeeProfile;
}

export interface FloorInputs extends CostBasis {
  readonly target: ProfitTarget;
  readonly ownMinimum: Money | null;
  readonly catalogueMinimum: Money | null;
}

export type BreakEven =
  | { readonly kind: 'known'; readonly price: Money }
  | { readonly kind: 'unknown'; readonly missing: readonly MissingFloorInput[] };

export type Floor =
  | {
      readonly kind: 'known';
      readonly floor: Money;
      readonly decidedBy: 'target' | 'own-minimum' | 'catalogue-minimum';
      /** The smallest price that meets the target, before the minimums. */
      readonly targetPrice: Money;
    }
  | { readonly kind: 'unknown'; readonly missing: readonly MissingFloorInput[] };

/**
 * The smallest whole price whose net, converted into the cost's currency and rounded down, covers cost and other costs.
 *
 * @example cost $100, US prepaid, rating 90: $120, since $119 nets $99.72 and $120 nets $100.60
 */
export function breakEvenPrice(basis: CostBasis): BreakEven {
  return priceFor(basis, { kind: 'break-even' });
}

/**
 * The lowest price a pair may be listed at: the highest of what the target needs, the seller's own minimum and the
 * catalogue's, each rounded up to a whole unit. Anything unknown makes the floor unknown: such a listing is not repriced.
 *
 * @example cost £80 at $1 = £0.80, UK prepaid, rating 90, break-even: net must be $100, so the floor is $120
 */
export function floorPrice(inputs: FloorInputs): Floor {
  const target = priceFor(inputs, inputs.target);
  if (target.kind === 'unknown') return target;
  const floor: Floor = { kind: 'known', floor: target.price, decidedBy: 'target', targetPrice: target.price };
  return withMinimums(floor, inputs);
}

/**
 * A floor raised to the minimums that lie above it: those of one pair, where the target is that of many.
 *
 * @example a floor of $120 and an own minimum of $150.01 are $151
 */
export function withMinimums(
  floor: Floor,
  { ownMinimum, catalogueMinimum, fx }: Pick<FloorInputs, 'ownMinimum' | 'catalogueMinimum' | 'fx'>,
): Floor {
  if (floor.kind === 'unknown') return floor;
  let raised = floor;
  for (const [decidedBy, stated] of [
    ['own-minimum', ownMinimum],
    ['catalogue-minimum', catalogueMinimum],
  ] as const) {
    if (stated === null) continue;
    const minimum = inCurrency(stated, floor.targetPrice.currency, fx, 'ceiling');
    if (minimum === null) return { kind: 'unknown', missing: ['fx-rate'] };
    const whole = roundUpToWholeUnits(minimum);
    if (compare(whole, raised.floor) > 0) raised = { ...raised, floor: whole, decidedBy };
  }
  return raised;
}

function priceFor(basis: CostBasis, target: ProfitTarget): BreakEven {
  const fees = resolveFees(basis.schedule, basis.profile);
  const missing: MissingFloorInput[] = fees.kind === 'unknown' ? [...fees.missing] : [];
  if (basis.cost === null) missing.unshift('cost');
  if (fees.kind === 'unknown' || basis.schedule === null || basis.cost === null) return { kind: 'unknown', missing };
  const needed = toNeed(basis.cost, basis, target);
  if (needed === null) return { kind: 'unknown', missing: ['fx-rate'] };
  const { currency } = basis.schedule;
  const one: Money = { minor: minor(minorPerUnit(currency)), currency };
  const oneThere = inCurrency(one, needed.constant.currency, basis.fx, 'ceiling');
  if (oneThere === null) return { kind: 'unknown', missing: ['fx-rate'] };
  // Half a cent of the net, as much as it is worth there, and one unit for each of the two conversions.
  const centThere = Math.ceil(oneThere.minor / one.minor);
  const noise = BigInt(BASIS_POINTS) * BigInt(centThere + 2);
  const price = smallestPrice(currency, (each) => surplus(each, fees, needed, basis.fx), noise);
  return price === null ? { kind: 'unknown', missing: ['reachable-price'] } : { kind: 'known', price };
}

/** What a net must reach: a constant, and a share of the price. */
interface Need {
  readonly constant: Money;
  /** ROI asked for, of the constant. */
  readonly roiBasisPoints: number;
  readonly marginBasisPoints: number;
}

function toNeed(cost: Money, basis: CostBasis, target: ProfitTarget): Need | null {
  const extras = [basis.otherCosts, target.kind === 'profit' ? target.amount : null].filter((each) => each !== null);
  let constant = cost;
  for (const extra of extras) {
    const here = inCurrency(extra, cost.currency, basis.fx, 'ceiling');
    if (here === null) return null;
    constant = add(constant, here);
  }
  return {
    constant,
    roiBasisPoints: target.kind === 'roi' ? target.basisPoints : 0,
    marginBasisPoints: target.kind === 'margin' ? target.basisPoints : 0,
  };
}

/** In ten-thousandths of the cost currency's smallest unit: below zero when the price does not bring what is needed. */
function surplus(price: Money, fees: ResolvedFees, need: Need, fx: FxRate | null): bigint {
  const { currency } = need.constant;
  const net = wanted(inCurrency(netOf(price, fees).net, currency, fx, 'floor'), currency);
  const unit = BigInt(BASIS_POINTS);
  const constant = BigInt(need.constant.minor) * (unit + BigInt(need.roiBasisPoints));
  if (need.marginBasisPoints === 0) return BigInt(net.minor) * unit - constant;
  const priceThere = wanted(inCurrency(price, currency, fx, 'ceiling'), currency);
  return BigInt(net.minor) * unit - constant - BigInt(priceThere.minor) * BigInt(need.marginBasisPoints);
}

function wanted(amount: Money | null, currency: CurrencyCode): Money {
  if (amount === null) throw new RangeError(`No rate into ${currency}`);
  return amount;
}
