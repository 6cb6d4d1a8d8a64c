import type { CalendarDate } from '../../time/instant';
import { isEuCountry, type TaxCountry } from '../tax-country';
import { AU_RULES } from './au';
import { EU_RULES } from './eu';
import { GB_RULES } from './gb';
import type { RuleId, TaxRule } from './rule';
import { US_RULES } from './us';

const RULES: readonly TaxRule[] = [...GB_RULES, ...US_RULES, ...AU_RULES, ...EU_RULES];

/** Every rule that has a part in the figures of a country, the oldest first. */
export function rulesOf(country: TaxCountry): readonly TaxRule[] {
  return RULES.filter((rule) => rule.country === country || (rule.country === 'EU' && isEuCountry(country)));
}

/**
 * The rule in force on a day; null: none had begun.
 *
 * @example `ruleOn('GB', 'gb-vat-registration', '2024-03-31')` is the one of £85,000; a day later it is £90,000
 */
export function ruleOn(country: TaxCountry, id: RuleId, day: CalendarDate): TaxRule | null {
  return rulesOf(country).findLast((rule) => rule.id === id && rule.from <= day) ?? null;
}
