import type { CurrencyCode } from './currency';

declare const minorBrand: unique symbol;

/** A whole number of a currency's smallest unit (cents, pence, yen): safe integers only. */
export type Minor = number & { readonly [minorBrand]: true };

/**
 * An exact amount: integer minor units with their currency.
 *
 * Integers, because 0.1 + 0.2 is not 0.3 and a seller's books must add up to the cent.
 *
 * @example `money(14_200, 'USD')` is $142.00; `money(980, 'JPY')` is 980 yen
 */
export interface Money {
  readonly minor: Minor;
  readonly currency: CurrencyCode;
}

/** @throws {RangeError} when `value` is not a safe integer */
export function minor(value: number): Minor {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole, safe number of minor units: ${value}`);
  return (value === 0 ? 0 : value) as Minor;
}

/** @throws {RangeError} when `minorUnits` is not a safe integer */
export function money(minorUnits: number, currency: CurrencyCode): Money {
  return { minor: minor(minorUnits), currency };
}
