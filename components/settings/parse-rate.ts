/**
 * A rate as a person writes it (`0.7912`, `0,7912`) in 10^-8; null when it is none, or too small or large to be one.
 *
 * @example `parseRate('0,7912')` is 79120000
 */
export function parseRate(text: string): number | null {
  const cleaned = text.trim().replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,8})?$/.test(cleaned)) return null;
  const rateE8 = Math.round(Number(cleaned) * 1e8);
  return rateE8 > 0 ? rateE8 : null;
}
