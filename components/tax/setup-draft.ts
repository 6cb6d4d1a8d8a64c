import type { TaxCountry } from '@/lib/domain/tax/tax-country';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import type { CalendarDate } from '@/lib/domain/time/instant';
import { parsePercent } from '../bridge/parse-percent';
import { t } from '../ui/text';

/** Answers as they stand in the form. */
export interface SetupDraft {
  readonly profile: TaxProfile;
  readonly registeredOn: string;
  /** In per cent, as it was typed; empty: the standard rate. */
  readonly rate: string;
  readonly rateFrom: string;
}

export interface SetupProblems {
  readonly registeredOn?: string;
  readonly rate?: string;
  readonly rateFrom?: string;
}

export function draftOf(profile: TaxProfile): SetupDraft {
  const own = profile.rates.at(-1);
  return {
    profile,
    registeredOn: profile.registeredOn ?? '',
    rate: own === undefined ? '' : String(own.basisPoints / 100),
    rateFrom: own?.from ?? '',
  };
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The year and the quarters usual in a country; what the seller files is theirs to change. */
export function usualFor(country: TaxCountry): Pick<TaxProfile, 'yearStart' | 'period' | 'quarterEnds'> {
  const quarters = { period: 'quarter', quarterEnds: 3 } as const;
  if (country === 'GB') return { ...quarters, yearStart: { month: 4, day: 6 } };
  if (country === 'AU') return { ...quarters, yearStart: { month: 7, day: 1 } };
  return { ...quarters, yearStart: { month: 1, day: 1 } };
}

/** The profile a draft says, or what is wrong with it. */
export function readDraft(draft: SetupDraft): {
  readonly profile: TaxProfile | null;
  readonly problems: SetupProblems;
} {
  const { profile, registeredOn, rate, rateFrom } = draft;
  const parsed = rate.trim() === '' ? null : parsePercent(rate);
  const problems: SetupProblems = {
    ...(registeredOn !== '' && !DAY.test(registeredOn) ? { registeredOn: t('tax.registeredOnProblem') } : {}),
    ...(rate.trim() !== '' && (parsed === null || parsed > 10_000) ? { rate: t('tax.rateProblem') } : {}),
    ...(rate.trim() !== '' && !DAY.test(rateFrom) ? { rateFrom: t('tax.registeredOnProblem') } : {}),
  };
  if (profile.country === null || Object.keys(problems).length > 0) return { profile: null, problems };
  const rates =
    parsed === null
      ? []
      : [
          ...profile.rates.filter(({ from }) => from < rateFrom),
          { from: rateFrom as CalendarDate, basisPoints: parsed },
        ];
  return {
    profile: { ...profile, registeredOn: registeredOn === '' ? null : (registeredOn as CalendarDate), rates },
    problems,
  };
}
