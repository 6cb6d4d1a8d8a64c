/** ISO 4217 currencies the companion can keep, with the number of decimals of their minor unit. */
const DECIMALS = {
  AED: 2,
  AUD: 2,
  BHD: 3,
  BRL: 2,
  CAD: 2,
  CHF: 2,
  CLP: 0,
  CNY: 2,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  HKD: 2,
  HUF: 2,
  IDR: 2,
  ILS: 2,
  INR: 2,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  MXN: 2,
  MYR: 2,
  NOK: 2,
  NZD: 2,
  OMR: 3,
  PHP: 2,
  PLN: 2,
  RON: 2,
  SAR: 2,
  SEK: 2,
  SGD: 2,
  THB: 2,
  TND: 3,
  TRY: 2,
  TWD: 2,
  USD: 2,
  VND: 0,
  ZAR: 2,
} as const;

/** A currency the companion can keep, as its ISO 4217 code. */
export type CurrencyCode = keyof typeof DECIMALS;

export const CURRENCY_CODES = Object.keys(DECIMALS) as readonly CurrencyCode[];

/** Decimals of a currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD. Source: ISO 4217. */
export function currencyDecimals(currency: CurrencyCode): 0 | 2 | 3 {
  return DECIMALS[currency];
}

export function isCurrencyCode(text: string): text is CurrencyCode {
  return Object.hasOwn(DECIMALS, text);
}
