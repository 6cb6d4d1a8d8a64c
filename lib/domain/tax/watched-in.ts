import type { CalendarDate, Instant } from '../time/instant';
import type { OffsetAt } from '../time/period';
import { ossDestination } from './eu-vat';
import type { RuleId } from './rules/rule';
import { neverCameAbout, type SaleEvent } from './settle-books';
import { isEuCountry } from './tax-country';
import { calendarYearOf, lastTwelveMonths, taxYearOf, type TaxPeriod } from './tax-period';
import type { TaxProfile } from './tax-profile';

export interface Watched {
  readonly id: RuleId;
  readonly period: TaxPeriod;
  readonly perPlatform: boolean;
  /** How sales and amount make the limit: by the amount alone, when both are passed, or when either is. */
  readonly by: 'amount' | 'both' | 'either';
  readonly counts?: (event: SaleEvent) => boolean;
  /** Day whose rule counts, when it is not today's. */
  readonly ruleOn?: CalendarDate;
}

export function watchedIn(profile: TaxProfile, now: Instant, offsetAt: OffsetAt): readonly Watched[] {
  const { country } = profile;
  const calendar = calendarYearOf(now, offsetAt);
  const rolling = lastTwelveMonths(now, offsetAt);
  const taxable = ({ treatment }: SaleEvent): boolean => treatment !== 'zero';
  if (country === 'GB') {
    const year = taxYearOf(now, { yearStart: { month: 4, day: 6 } }, offsetAt);
    return [
      { id: 'gb-vat-registration', period: rolling, perPlatform: false, by: 'amount', counts: taxable },
      { id: 'gb-trading-allowance', period: year, perPlatform: false, by: 'amount' },
      // The income of a year decides about the second year after it.
      { id: 'gb-mtd-income-tax', period: year, perPlatform: false, by: 'amount', ruleOn: twoYearsOn(year.first) },
      { id: 'gb-platform-reporting', period: calendar, perPlatform: true, by: 'either' },
    ];
  }
  // The form is gross: what was given back is not taken off it.
  const came = ({ kind, sale }: SaleEvent): boolean => kind === 'sale' && !neverCameAbout(sale);
  if (country === 'US') return [{ id: 'us-1099-k', period: calendar, perPlatform: true, by: 'both', counts: came }];
  if (country === 'AU')
    return [{ id: 'au-gst-registration', period: rolling, perPlatform: false, by: 'amount', counts: taxable }];
  if (!isEuCountry(country)) return [];
  return [
    {
      id: 'eu-oss',
      period: calendar,
      perPlatform: false,
      by: 'amount',
      counts: (event) => ossDestination(event, profile) !== null,
    },
    { id: 'eu-dac7', period: calendar, perPlatform: true, by: 'either' },
  ];
}

/** @example `2026-04-06` is `2028-04-06` */
function twoYearsOn(first: CalendarDate): CalendarDate {
  return `${Number(first.slice(0, 4)) + 2}${first.slice(4)}` as CalendarDate;
}
