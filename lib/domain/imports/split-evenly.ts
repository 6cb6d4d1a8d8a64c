import { money, type Money } from '../money/money';

/**
 * An amount in equal parts that add up to it exactly; the first ones carry the cents that are left over.
 *
 * @example $1,028.01 in two is $514.01 and $514.00; -$0.03 in two is -$0.02 and -$0.01
 */
export function splitEvenly(amount: Money, parts: number): readonly Money[] {
  const size = Math.abs(amount.minor);
  const sign = amount.minor < 0 ? -1 : 1;
  const [each, rest] = [Math.floor(size / parts), size % parts];
  return Array.from({ length: parts }, (_, nth) => money(sign * (each + (nth < rest ? 1 : 0)), amount.currency));
}

/**
 * An amount shared by weights, exactly: what rounding leaves goes to the largest remainders, of equal ones to the first.
 * Where all weights are zero it is shared evenly.
 *
 * @example $10.00 by 228 and 800 is $2.22 and $7.78
 */
export function splitByWeight(amount: Money, weights: readonly number[]): readonly Money[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n) return splitEvenly(amount, weights.length);
  const size = BigInt(Math.abs(amount.minor));
  const sign = amount.minor < 0 ? -1 : 1;
  const shares = weights.map((weight) => (size * BigInt(weight)) / total);
  const left = Number(size - shares.reduce((sum, share) => sum + share, 0n));
  const byRest = weights
    .map((weight, nth) => ({ nth, rest: (size * BigInt(weight)) % total }))
    .toSorted((a, b) => (a.rest === b.rest ? a.nth - b.nth : a.rest < b.rest ? 1 : -1));
  const lucky = new Set(byRest.slice(0, left).map(({ nth }) => nth));
  return shares.map((share, nth) => money(sign * (Number(share) + (lucky.has(nth) ? 1 : 0)), amount.currency));
}
