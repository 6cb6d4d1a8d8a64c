import { describe, expect, test } from 'vitest';
import { guessPreferences } from './guess-preferences';

describe('what is supposed about the seller', () => {
  test.each([
    ['en-US', 'Europe/London', 'GB', 'GBP'],
    ['en-GB', 'America/New_York', 'US', 'USD'],
    ['de', 'Europe/Berlin', 'DE', 'EUR'],
    ['fr-CA', 'America/Toronto', 'CA', 'CAD'],
    ['en-US', 'America/Indiana/Knox', 'US', 'USD'],
  ])('%s in %s: %s, %s', (language, zone, country, currency) => {
    expect(guessPreferences(language, zone)).toEqual({ country, currency });
  });

  test('a zone that tells nothing leaves it to the language, a language without a country to nobody', () => {
    expect(guessPreferences('en-GB', 'UTC')).toEqual({ country: 'GB', currency: 'GBP' });
    expect(guessPreferences('en', 'UTC')).toEqual({ country: null, currency: null });
    expect(guessPreferences('pt-BR', 'America/Sao_Paulo')).toEqual({ country: null, currency: null });
  });
});
