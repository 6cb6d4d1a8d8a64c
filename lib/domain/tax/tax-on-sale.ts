import { money, type Money } from '../money/money';
import type { CalendarDate } from '../time/instant';
import type { SaleEvent } from './settle-books';
import type { LeftReason } from './tax-books';
import { ruleOn } from './rules/all-rules';
import { rateOn, taxInside, taxOnMargin } from './tax-rate';
import type { TaxProfile } from './tax-profile';

/** The tax of one sale; `pooled`: it is worked out for the whole period. */
export type SaleTax =
  | { readonly kind: 'tax'; readonly tax: Money }
  | { readonly kind: 'pooled' }
  | { readonly kind: 'left'; readonly reason: LeftReason };

/** Whether VAT or GST is owed on what happens on a day. */
export function isRegisteredOn({ registered, registeredOn }: TaxProfile, day: CalendarDate): boolean {
  return registered && (registeredOn === null || day >= registeredOn);
}

/**
 * The tax inside the price of one sale, never below zero. In Australia a piece bought second-hand is taxed on its whole
 * price, and gives a credit instead. A reversal takes back what the sale was charged, at the rate of its day.
 *
 * @example United Kingdom, sold for £120.00: standard £20.00; margin on a purchase for £60.00: £10.00
 */
export function taxOnSale(
  event: Pick<SaleEvent, 'price' | 'cost' | 'treatment' | 'soldOn'>,
  profile: TaxProfile,
): SaleTax {
  const { price, cost, treatment, soldOn: day } = event;
  const none: SaleTax = { kind: 'tax', tax: money(0, price.currency) };
  if (treatment === 'zero' || !isRegisteredOn(profile, day)) return none;
  const rate = rateOn(profile, day);
  if (rate === null) return profile.country === 'US' ? none : { kind: 'left', reason: 'no-tax-rate' };
  if (treatment === 'standard' || profile.country === 'AU') return { kind: 'tax', tax: taxInside(price, rate) };
  if (cost === null) return { kind: 'left', reason: 'no-cost' };
  if (treatment === 'global' && isPooled(profile, cost, day)) return { kind: 'pooled' };
  return { kind: 'tax', tax: taxOnMargin(price, cost, rate) };
}

/** Whether a piece goes into the pool of global accounting; dearer ones go by their own margin. */
export function isPooled({ country }: Pick<TaxProfile, 'country'>, cost: Money, day: CalendarDate): boolean {
  if (country !== 'GB') return country !== 'AU' && country !== 'US';
  const limit = ruleOn('GB', 'gb-global-accounting', day)?.amount ?? null;
  return limit === null || cost.minor <= limit;
}
