import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';

/** What this browser lets us suppose about the seller; every one of them is shown and can be changed. */
export interface Guess {
  /** ISO 3166 alpha-2; null when nothing tells. */
  readonly country: string | null;
  readonly currency: CurrencyCode | null;
}

/** Time zones of the countries alias names a fee for, by how they begin. */
const ZONES: readonly (readonly [zone: RegExp, country: string])[] = [
  [/^Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)$/, 'GB'],
  [/^Europe\/(Berlin|Busingen)$/, 'DE'],
  [/^Europe\/Amsterdam$/, 'NL'],
  [/^Europe\/Paris$/, 'FR'],
  [/^Europe\/Rome$/, 'IT'],
  [/^(Europe\/Madrid|Atlantic\/Canary|Africa\/Ceuta)$/, 'ES'],
  [/^America\/(Toronto|Vancouver|Edmonton|Winnipeg|Halifax|Regina|St_Johns|Moncton|Montreal|Calgary)$/, 'CA'],
  [
    /^(America\/(New_York|Chicago|Denver|Phoenix|Los_Angeles|Detroit|Boise|Anchorage|Indiana\/.*|Kentucky\/.*)|Pacific\/Honolulu|US\/.*)$/,
    'US',
  ],
  [/^Australia\//, 'AU'],
  [/^Asia\/Tokyo$/, 'JP'],
  [/^Asia\/Hong_Kong$/, 'HK'],
  [/^Asia\/(Shanghai|Urumqi|Chongqing)$/, 'CN'],
  [/^Asia\/Singapore$/, 'SG'],
  [/^Asia\/Seoul$/, 'KR'],
];

const CURRENCIES: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  DE: 'EUR',
  NL: 'EUR',
  FR: 'EUR',
  IT: 'EUR',
  ES: 'EUR',
  CA: 'CAD',
  AU: 'AUD',
  JP: 'JPY',
  HK: 'HKD',
  CN: 'CNY',
  SG: 'SGD',
  KR: 'KRW',
};

/**
 * The time zone goes before the language: many people use their browser in American English, few keep their clock
 * there.
 *
 * @example `guessPreferences('en-US', 'Europe/London')` is `{ country: 'GB', currency: 'GBP' }`
 */
export function guessPreferences(language: string, timeZone: string): Guess {
  const country = ZONES.find(([zone]) => zone.test(timeZone))?.[1] ?? countryOfLanguage(language);
  const currency = country === null ? undefined : CURRENCIES[country];
  return { country, currency: currency !== undefined && isCurrencyCode(currency) ? currency : null };
}

function countryOfLanguage(language: string): string | null {
  const region = /-([A-Z]{2})\b/.exec(language)?.[1];
  return region !== undefined && Object.hasOwn(CURRENCIES, region) ? region : null;
}
