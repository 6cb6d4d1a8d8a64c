/**
 * Full-jitter back-off: a random wait below a ceiling that doubles with each attempt, so that many clients that
 * failed together do not come back together.
 *
 * @param attempt failures so far, counted from 0
 * @param random uniform in [0, 1)
 * @returns whole milliseconds in [0, min(cap, base × 2^attempt)]
 * @example base 1 s, cap 16 s, attempt 2: anything from 0 to 4 s
 */
export function fullJitter(attempt: number, baseMs: number, capMs: number, random: number): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(Math.max(0, attempt), 40));
  return Math.round(ceiling * random);
}
