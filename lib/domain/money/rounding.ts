/**
 * How a fraction of the smallest unit becomes a whole one. `up` is away from zero, `down` toward zero,
 * `ceiling` toward plus infinity, `floor` toward minus infinity; halves go to the even neighbour or away from zero.
 */
export type Rounding = 'half-even' | 'half-up' | 'up' | 'down' | 'ceiling' | 'floor';

/**
 * `numerator / denominator` as a whole number, rounded as named and exact before that.
 *
 * @example `divideRounded(5n, 2n, 'half-even')` is `2n`; with `'half-up'` it is `3n`; `divideRounded(-5n, 2n, 'half-up')` is `-3n`
 * @throws {RangeError} when the denominator is not positive
 */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator <= 0n) throw new RangeError(`A denominator is above zero, not ${denominator}`);
  const toward = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return toward;
  const away = toward + (numerator < 0n ? -1n : 1n);
  return goesAway(toward, rest, denominator, rounding) ? away : toward;
}

function goesAway(toward: bigint, rest: bigint, denominator: bigint, rounding: Rounding): boolean {
  const negative = rest < 0n;
  const twice = 2n * (negative ? -rest : rest);
  switch (rounding) {
    case 'up':
      return true;
    case 'down':
      return false;
    case 'ceiling':
      return !negative;
    case 'floor':
      return negative;
    case 'half-up':
      return twice >= denominator;
    case 'half-even':
      return twice > denominator || (twice === denominator && toward % 2n !== 0n);
  }
}
