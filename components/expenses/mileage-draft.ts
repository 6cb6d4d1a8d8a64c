import {
  journeyParts,
  mileageAmount,
  mileageRateOn,
  type JourneyPart,
  type MileageRate,
} from '@/lib/domain/expenses/mileage';
import type { Mileage } from '@/lib/domain/expenses/expense';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { calendarDate } from '@/lib/domain/time/instant';
import { t } from '../ui/text';
import { parseDistance, parseRate } from './mileage-words';

/** Whose rate counts. */
export const COUNTRIES = ['GB', 'US', 'AU', 'own'] as const;

export type Country = (typeof COUNTRIES)[number];

/** The fields of the form, as they are typed. */
export interface MileageFields {
  readonly day: string;
  readonly distance: string;
  readonly country: Country;
  readonly unit: Mileage['unit'];
  /** What was typed in place of the known rate; null: nothing. */
  readonly rate: string | null;
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

/** A part of a journey at one rate, and what it counts for. */
export interface JourneyCost {
  readonly mileage: Mileage;
  readonly amount: Money;
}

export function emptyMileage(country: string | null, today: string): MileageFields {
  return {
    day: today,
    distance: '',
    country: COUNTRIES.find((each) => each === country) ?? 'own',
    unit: country === 'GB' || country === 'US' ? 'mile' : 'km',
    rate: null,
    from: '',
    to: '',
    note: '',
  };
}

/** The rate that is known for the day; null: none, or one of the seller's own is wanted. */
export function rateOf({ country, day }: MileageFields): MileageRate | null {
  const on = calendarDate(day);
  return country === 'own' || on === null ? null : mileageRateOn(country, on);
}

function partsOf(
  fields: MileageFields,
  known: MileageRate | null,
  currency: CurrencyCode,
  driven: number,
): readonly JourneyPart[] {
  const tenths = parseDistance(fields.distance);
  if (tenths === null) return [];
  if (fields.rate === null) return known === null ? [] : journeyParts(known.bands, driven, tenths);
  const rateMilli = parseRate(fields.rate, minorPerUnit(currency));
  return rateMilli === null ? [] : [{ tenths, rateMilli }];
}

/** One expense for each rate that counts; null: something is not typed yet, or there is nothing left to count. */
export function journeyOf(
  fields: MileageFields,
  known: MileageRate | null,
  currency: CurrencyCode,
  driven: number,
): readonly JourneyCost[] | null {
  const unit = known?.unit ?? fields.unit;
  const rateSource = fields.rate === null ? (known?.source ?? '') : t('mileage.ownRate');
  const parts = partsOf(fields, known, currency, driven).flatMap(({ tenths, rateMilli }) => {
    if (rateMilli === null) return [];
    const mileage = { tenths, unit, rateMilli, rateSource, from: fields.from.trim(), to: fields.to.trim() };
    const amount = mileageAmount(mileage, currency);
    return amount.minor === 0 ? [] : [{ mileage, amount }];
  });
  return parts.length === 0 ? null : parts;
}

/** The distance that the method does not count any more, in tenths. */
export function beyondOf(fields: MileageFields, known: MileageRate | null, driven: number): number {
  const parts = partsOf(fields, known, known?.currency ?? 'USD', driven);
  return parts.reduce((beyond, { tenths, rateMilli }) => (rateMilli === null ? beyond + tenths : beyond), 0);
}
