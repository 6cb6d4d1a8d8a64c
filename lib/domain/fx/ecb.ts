import { isCurrencyCode, type CurrencyCode } from '../money/currency';
import type { FxRate } from '../money/fx';
import { divideRounded } from '../money/rounding';
import { instant, type CalendarDate } from '../time/instant';

/** Where the European Central Bank publishes its reference rates, every working day about 16:00 in Frankfurt. */
const ECB_FOLDER = 'https://www.ecb.europa.eu/stats/eurofxref';
export const ECB_DAILY = `${ECB_FOLDER}/eurofxref-daily.xml`;
export const ECB_90_DAYS = `${ECB_FOLDER}/eurofxref-hist-90d.xml`;

/** The origin a page may connect to, and the match pattern of the permission for it. */
export const ECB_ORIGIN = 'https://www.ecb.europa.eu';
export const ECB_PATTERN = `${ECB_ORIGIN}/*`;

/** The rates of one day: units of each currency for one euro, in 10^-8. */
export interface EcbDay {
  readonly day: CalendarDate;
  readonly rates: Readonly<Partial<Record<CurrencyCode, number>>>;
}

const E8 = 100_000_000n;

/**
 * A rate as the ECB writes it, exactly; null when it is none.
 *
 * @example `1.0823` is 108230000
 */
export function ecbRate(text: string): number | null {
  const [, whole = '', fraction = ''] = /^(\d{1,7})(?:\.(\d{1,8}))?$/.exec(text.trim()) ?? [];
  const rateE8 = Number(`${whole}${fraction.padEnd(8, '0')}`);
  return whole === '' || rateE8 <= 0 || !Number.isSafeInteger(rateE8) ? null : rateE8;
}

/**
 * The rate of a day between two currencies, through the euro where neither is it: one division, half to even. Null where
 * that day names one of them not.
 *
 * @example €1 = $1.0823 = £0.8345: $1 = £0.83450/1.0823 = £0.77104315, "ECB, 2026-11-20, through EUR"
 */
export function ecbCross({ day, rates }: EcbDay, base: CurrencyCode, quote: CurrencyCode): FxRate | null {
  const [down, up] = [euro(rates, base), euro(rates, quote)];
  if (base === quote || down === null || up === null) return null;
  const rateE8 = Number(divideRounded(BigInt(up) * E8, BigInt(down), 'half-even'));
  if (rateE8 <= 0 || !Number.isSafeInteger(rateE8)) return null;
  const through = base === 'EUR' || quote === 'EUR' ? '' : ', through EUR';
  return { base, quote, rateE8, asOf: instant(Date.parse(`${day}T00:00:00Z`)), source: `ECB, ${day}${through}` };
}

function euro(rates: EcbDay['rates'], currency: CurrencyCode): number | null {
  return currency === 'EUR' ? Number(E8) : (rates[currency] ?? null);
}

/** A currency the companion keeps and the ECB may name; the euro itself is what all are told in. */
export function ecbCurrency(text: string): CurrencyCode | null {
  const code = text.trim();
  return isCurrencyCode(code) && code !== 'EUR' ? code : null;
}
