import type { CurrencyCode } from '../money/currency';

/** Member states of the European Union, as ISO 3166 alpha-2 (Greece is GR here, though its tax numbers begin with EL). */
export const EU_COUNTRIES = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const;

export type EuCountry = (typeof EU_COUNTRIES)[number];

/** Countries whose rules are known here. */
export const TAX_COUNTRIES = ['GB', 'US', 'AU', ...EU_COUNTRIES] as const;

export type TaxCountry = (typeof TAX_COUNTRIES)[number];

export function isEuCountry(country: string | null): country is EuCountry {
  return EU_COUNTRIES.some((each) => each === country);
}

const OWN_CURRENCY: Readonly<Partial<Record<TaxCountry, CurrencyCode>>> = {
  GB: 'GBP',
  US: 'USD',
  AU: 'AUD',
  CZ: 'CZK',
  DK: 'DKK',
  HU: 'HUF',
  PL: 'PLN',
  RO: 'RON',
  SE: 'SEK',
};

/** The currency tax is told in there. */
export function taxCurrency(country: TaxCountry): CurrencyCode {
  return OWN_CURRENCY[country] ?? 'EUR';
}
