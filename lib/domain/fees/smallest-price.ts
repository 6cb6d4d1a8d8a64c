import { minorPerUnit } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { minor, type Money } from '../money/money';

/** Ten million whole units: no shoe costs that, so a search that gets there has no answer. */
const HIGHEST_UNITS = 10_000_000;

/**
 * The smallest whole-unit price, from 1 upward, whose surplus is not below zero; null when there is none up to ten
 * million.
 *
 * The surplus must rise with the price but for rounding: each value may lie up to `noise` off a rising curve. So below
 * the first price whose surplus reaches `−2 × noise` (found by halving: just before it the curve is below `−noise`, and
 * nothing before that can reach zero) no price will do, and from there on each is tried.
 *
 * @param surplus of a price, in any unit, as a whole number
 * @param noise in the same unit
 */
export function smallestPrice(currency: CurrencyCode, surplus: (price: Money) => bigint, noise: bigint): Money | null {
  const unit = minorPerUnit(currency);
  const at = (units: number): Money => ({ minor: minor(units * unit), currency });
  const near = (units: number): boolean => surplus(at(units)) >= -2n * noise;
  let tooLow = 0;
  let enough = 1;
  while (!near(enough)) {
    if (enough >= HIGHEST_UNITS) return null;
    tooLow = enough;
    enough = Math.min(enough * 2, HIGHEST_UNITS);
  }
  while (enough - tooLow > 1) {
    const middle = Math.floor((tooLow + enough) / 2);
    if (near(middle)) enough = middle;
    else tooLow = middle;
  }
  for (let units = enough; units <= HIGHEST_UNITS; units += 1) {
    if (surplus(at(units)) >= 0n) return at(units);
    if (units - enough > LONGEST_WALK) return null;
  }
  return null;
}

/** A surplus so flat that it does not leave its noise behind in this many steps never rises for practical purposes. */
const LONGEST_WALK = 100_000;
