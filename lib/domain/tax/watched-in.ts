import { minor } from '../money/money';
import type { CalendarDate, Instant } from '../time/instant';
import { localDate } from '../time/local-date';
import type { OffsetAt } from '../time/period';
import { ossDestination } from './eu-vat';
import type { RuleId } from './rules/rule';
import { neverCameAbout, type SaleEvent } from './settle-books';
import { isEuCountry } from './tax-country';
import { calendarYearOf, lastTwelveMonths, taxYearOf, type TaxPeriod } from './tax-period';
import type { TaxProfile } from './tax-profile';
import { isRegisteredOn, taxOnSale } from './tax-on-sale';

export interface Watched {
  readonly id: RuleId;
  readonly period: TaxPeriod;
  readonly perPlatform: boolean;
  /**
   * How sales and amount make the limit: by the amount alone once it is passed, or once it is reached (`from-amount`), when
   * both are passed, or when either is.
   */
  readonly by: 'amount' | 'from-amount' | 'both' | 'either';
  /** The seller has done already what passing it asks for. */
  readonly isDone?: boolean;
  /** What counts of a sale, where it is not the whole price. */
  readonly worth?: (event: SaleEvent) => number;
  readonly counts?: (event: SaleEvent) => boolean;
  /** Day whose rule counts, when it is not today's. */
  readonly ruleOn?: CalendarDate;
}

export function watchedIn(profile: TaxProfile, now: Instant, offsetAt: OffsetAt): readonly Watched[] {
  const { country } = profile;
  const calendar = calendarYearOf(now, offsetAt);
  const rolling = lastTwelveMonths(now, offsetAt);
  const isDone = isRegisteredOn(profile, localDate(now, offsetAt));
  const taxable = ({ treatment }: SaleEvent): boolean => treatment !== 'zero';
  if (country === 'GB') {
    const year = taxYearOf(now, { yearStart: { month: 4, day: 6 } }, offsetAt);
    return [
      { id: 'gb-vat-registration', period: rolling, perPlatform: false, by: 'amount', counts: taxable, isDone },
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
    // From $75,000 on, not only above.
    return [
      { id: 'au-gst-registration', period: rolling, perPlatform: false, by: 'from-amount', counts: taxable, isDone },
    ];
  if (!isEuCountry(country)) return [];
  return [
    {
      id: 'eu-oss',
      period: calendar,
      perPlatform: false,
      by: 'amount',
      counts: (event) => ossDestination(event, profile) !== null,
      worth: (event) => netOf(event, profile),
      isDone: profile.oss,
    },
    { id: 'eu-dac7', period: calendar, perPlatform: true, by: 'either' },
  ];
}

/** The limit of distance sales is told without the tax that is in their prices. */
function netOf(event: SaleEvent, profile: TaxProfile): number {
  const tax = taxOnSale(event, profile);
  return minor(event.price.minor - (tax.kind === 'tax' ? tax.tax.minor : 0));
}

/** @example `2026-04-06` is `2028-04-06` */
function twoYearsOn(first: CalendarDate): CalendarDate {
  return `${Number(first.slice(0, 4)) + 2}${first.slice(4)}` as CalendarDate;
}
