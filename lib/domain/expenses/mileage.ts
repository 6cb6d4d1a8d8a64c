import type { CurrencyCode } from '../money/currency';
import { minor, type Money } from '../money/money';
import { divideRounded } from '../money/rounding';
import type { CalendarDate } from '../time/instant';
import type { Mileage } from './expense';

/** A rate up to a distance within a tax year. */
export interface MileageBand {
  /** In tenths of the unit, counted over the tax year; null: without end. */
  readonly upToTenths: number | null;
  /** Thousandths of a minor unit. */
  readonly rateMilli: number;
}

/** What a tax office lets a journey count for, from a day on. Dated lines that the seller may go beyond. */
export interface MileageRate {
  readonly country: 'GB' | 'US' | 'AU';
  readonly currency: CurrencyCode;
  readonly unit: Mileage['unit'];
  readonly validFrom: CalendarDate;
  /** The first day it is not in force any more; null: nobody said. */
  readonly validTo: CalendarDate | null;
  /** Month and day the tax year begins on, `04-06`. */
  readonly yearFrom: string;
  readonly bands: readonly MileageBand[];
  readonly source: string;
}

/**
 * General knowledge, not read at its source here: the form says so, shows the source, and takes any other rate. What
 * comes after the last line is nobody's rate, so none is proposed.
 */
export const MILEAGE_RATES: readonly MileageRate[] = [
  {
    country: 'GB',
    currency: 'GBP',
    unit: 'mile',
    validFrom: '2011-04-06',
    validTo: null,
    yearFrom: '04-06',
    bands: [
      { upToTenths: 100_000, rateMilli: 45_000 },
      { upToTenths: null, rateMilli: 25_000 },
    ],
    source: 'HMRC simplified expenses, cars and vans, from 6 April 2011',
  },
  irs(2024, 67_000),
  irs(2025, 70_000),
  irs(2026, 72_500),
  ato(2023, 85_000),
  ato(2024, 88_000),
  ato(2025, 88_000),
];

function irs(year: number, rateMilli: number): MileageRate {
  return {
    country: 'US',
    currency: 'USD',
    unit: 'mile',
    validFrom: `${year}-01-01`,
    validTo: `${year + 1}-01-01`,
    yearFrom: '01-01',
    bands: [{ upToTenths: null, rateMilli }],
    source: `IRS standard mileage rate for business, ${year}`,
  };
}

function ato(year: number, rateMilli: number): MileageRate {
  return {
    country: 'AU',
    currency: 'AUD',
    unit: 'km',
    validFrom: `${year}-07-01`,
    validTo: `${year + 1}-07-01`,
    yearFrom: '07-01',
    // Beyond 5,000 km a car the method does not serve.
    bands: [{ upToTenths: 50_000, rateMilli }],
    source: `ATO cents per kilometre, income year ${year}-${String(year + 1).slice(2)}`,
  };
}

/** The rate of a country on a day; null when none is known for it. */
export function mileageRateOn(country: MileageRate['country'], day: CalendarDate): MileageRate | null {
  return (
    MILEAGE_RATES.find(
      (rate) => rate.country === country && rate.validFrom <= day && (rate.validTo === null || day < rate.validTo),
    ) ?? null
  );
}

/** The tax year a day lies in: from its first day on, up to and not including the second. */
export function taxYearOf(
  day: CalendarDate,
  yearFrom: string,
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const year = Number(day.slice(0, 4));
  const begun = day.slice(5) >= yearFrom ? year : year - 1;
  return { from: `${begun}-${yearFrom}` as CalendarDate, to: `${begun + 1}-${yearFrom}` as CalendarDate };
}

export interface JourneyPart {
  readonly tenths: number;
  /** null: beyond what the rate serves for. */
  readonly rateMilli: number | null;
}

/**
 * A journey cut where the rate changes, given what was driven before it in the same tax year.
 *
 * @example HMRC, 9,990 miles before, 25 miles: 10 at 45p and 15 at 25p
 */
export function journeyParts(bands: readonly MileageBand[], before: number, tenths: number): readonly JourneyPart[] {
  const parts: JourneyPart[] = [];
  let [at, left] = [before, tenths];
  for (const { upToTenths, rateMilli } of bands) {
    const room = upToTenths === null ? left : Math.max(0, upToTenths - at);
    const here = Math.min(room, left);
    if (here > 0) parts.push({ tenths: here, rateMilli });
    at += here;
    left -= here;
  }
  if (left > 0) parts.push({ tenths: left, rateMilli: null });
  return parts;
}

/**
 * What a journey counts for: exact until rounded half-up to the smallest unit.
 *
 * @example 12.3 miles at 72.5 cents is $8.9175: `mileageAmount({ tenths: 123, rateMilli: 72_500 }, 'USD')` is $8.92
 */
export function mileageAmount(
  { tenths, rateMilli }: Pick<Mileage, 'tenths' | 'rateMilli'>,
  currency: CurrencyCode,
): Money {
  const exact = BigInt(tenths) * BigInt(rateMilli);
  return { minor: minor(Number(divideRounded(exact, 10_000n, 'half-up'))), currency };
}
