import type { Floor } from '../fees/floor-price';
import type { FxRate } from '../money/fx';
import type { Money } from '../money/money';
import { checkRule } from './check-rule';
import type { DecisionInput } from './decision';
import { floorFor } from './price-bounds';
import type { RepricingRule } from './rule';

/** Nothing that is missing would make it known. */
export const NO_FLOOR: Floor = { kind: 'unknown', missing: [] };

/**
 * The floor of a listing under a rule, as far as its figures can be one: a cost or a rate that cannot be meant is not
 * known, and a rule that cannot be meant has no floor.
 *
 * @example a cost of −$1: unknown for want of `cost`
 */
export function soundFloor({ basis, listing }: DecisionInput, { settings }: RepricingRule): Floor {
  if (checkRule(settings).length > 0) return NO_FLOOR;
  const { cost, otherCosts, fx } = basis;
  if (!mayBeCost(cost) || !mayBeCost(otherCosts)) return { kind: 'unknown', missing: ['cost'] };
  if (!mayBeRate(fx)) return { kind: 'unknown', missing: ['fx-rate'] };
  return floorFor({ basis, listing }, settings.floor);
}

function mayBeCost(amount: Money | null): boolean {
  return amount === null || (Number.isSafeInteger(amount.minor) && amount.minor >= 0);
}

function mayBeRate(fx: FxRate | null): boolean {
  return fx === null || (Number.isSafeInteger(fx.rateE8) && fx.rateE8 > 0 && fx.base !== fx.quote);
}
