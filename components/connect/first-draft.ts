import type { CurrencyCode } from '@/lib/domain/money/currency';
import { SETTINGS, type SettingValue } from '@/lib/settings/registry';
import type { Guess } from './guess-preferences';

/** What the preferences step shows before anything is changed. */
export interface Draft {
  readonly currency: CurrencyCode;
  readonly region: string | null;
  readonly profile: SettingValue<'feeProfile'>;
}

/** What is stored goes before what is supposed; a value that is still the default was chosen by nobody. */
export function firstDraft(stored: Draft, guess: Guess): Draft {
  const isDefault = stored.currency === SETTINGS.displayCurrency.fallback;
  const country = SETTINGS.feeProfile.fallback.country;
  return {
    ...stored,
    currency: isDefault ? (guess.currency ?? stored.currency) : stored.currency,
    profile:
      stored.profile.country === country && guess.country !== null
        ? { ...stored.profile, country: guess.country }
        : stored.profile,
  };
}
