import { currencyDecimals } from './currency';
import type { Money } from './money';

/**
 * An amount as programs read it: all the decimals its currency has, a point, no grouping, a plain minus sign.
 *
 * @example $1,204.50 below zero is `-1204.50`; 980 yen is `980`
 */
export function moneyDecimal({ minor, currency }: Money): string {
  return decimalText(BigInt(minor), currencyDecimals(currency));
}

/** `-1204n` with two digits is `-12.04`: text, because a double cannot hold every amount. */
export function decimalText(scaled: bigint, digits: number): `${number}` {
  const negative = scaled < 0n;
  const text = (negative ? -scaled : scaled).toString().padStart(digits + 1, '0');
  const at = text.length - digits;
  return `${negative ? '-' : ''}${text.slice(0, at)}${digits > 0 ? `.${text.slice(at)}` : ''}` as `${number}`;
}
