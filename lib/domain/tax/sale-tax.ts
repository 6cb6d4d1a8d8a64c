import type { Pair, TaxTreatment } from '../inventory/pair';
import type { Money } from '../money/money';
import type { CalendarDate } from '../time/instant';
import type { TaxProfile } from './tax-profile';
import { rateOn, taxInside } from './tax-rate';
import { treatmentOf, treatmentWithoutPair } from './treatment';

/** How a sale is taxed, and the tax that its invoice shows. */
export interface SaleTax {
  readonly treatment: TaxTreatment;
  /** null: its invoice shows none, or no rate is known for the day. */
  readonly tax: Money | null;
}

/**
 * How a sale is taxed on its day; null: the seller is not registered then, or it cannot be told without the pair. In
 * Australia a second-hand piece is taxed on its whole price, and gives a credit elsewhere: its invoice shows the GST.
 *
 * @example registered in the United Kingdom, unused pairs at the standard rate, sold for £120.00: standard, £20.00
 */
export function saleTaxOf(profile: TaxProfile, pair: Pair | null, price: Money, on: CalendarDate): SaleTax | null {
  const { country, registered, registeredOn } = profile;
  if (country === null || !registered || (registeredOn !== null && on < registeredOn)) return null;
  const told = pair === null ? treatmentWithoutPair(profile) : treatmentOf(pair, profile).treatment;
  if (told === null) return null;
  const treatment = country === 'AU' && told !== 'zero' ? 'standard' : told;
  const rate = treatment === 'standard' ? rateOn(profile, on) : null;
  return { treatment, tax: rate === null ? null : taxInside(price, rate) };
}
