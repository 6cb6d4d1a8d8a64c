import { add, ratioInBasisPoints, subtract } from '../money/arithmetic';
import type { Money } from '../money/money';

/**
 * What a pair cost altogether; null while its cost is unknown. Other costs that are null are none that are known of.
 *
 * @throws {RangeError} when the two are in different currencies
 */
export function totalCost(cost: Money | null, otherCosts: Money | null): Money | null {
  return cost === null || otherCosts === null ? cost : add(cost, otherCosts);
}

/** What remains of a net after the cost; null when either is unknown. */
export function profitOf(net: Money | null, cost: Money | null): Money | null {
  return net === null || cost === null ? null : subtract(net, cost);
}

/**
 * Profit as a share of the sale price, in basis points; null when unknown or without a price.
 *
 * @example $19.70 on a sale at $119.00 is 1655: 16.55 %
 */
export function marginOf(profit: Money | null, price: Money): number | null {
  return profit === null ? null : ratioInBasisPoints(profit, price, 'half-even');
}

/**
 * Profit as a share of what was spent, in basis points; null when unknown or when nothing was spent.
 *
 * @example $15.00 on a pair that cost $100.00 is 1500: 15 %
 */
export function roiOf(profit: Money | null, cost: Money | null): number | null {
  return profit === null || cost === null ? null : ratioInBasisPoints(profit, cost, 'half-even');
}
