import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PagePrice } from '@/lib/marketplaces/contract/page-reading';
import { cutText } from './cut-text';
import { createPriceReader } from './page-money';

const FIGURES = String.raw`(?:\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,3})?)(?!\d|[.,'’]\d|e\d)`;
const SIGN = String.raw`(?:(?:US|CAD?|C|AUD?|A|NZ|HK|SG?|NT|MX|GB|JP|CN|R) ?)?[$£€¥₩₹₺₫₪₱฿]|円|元|원|zł|kr\.?|lei|Kč|Ft|Fr\.`;
const CODE = 'USD|EUR|GBP|PLN|CHF|CAD|AUD|SEK|DKK|NOK|CZK|HUF|RON|JPY|HKD|SGD|NZD';
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d.,]|(?<!\\d ?)[-\u2212])(?:(?:${SIGN}|${CODE}) ?${FIGURES}(?: (?:${CODE})(?![\\p{L}]))?|${FIGURES} ?(?:${SIGN}|${CODE})(?![\\p{L}\\d]))`,
  'giu',
);

/**
 * The amounts of a short text, each with its mark; figures without one are sizes or counts. More than one is a range, or
 * a price and what it was before: which of them is meant, the caller has to know. A sign right before a figure is that
 * one's, whatever stands in front of it.
 *
 * @example `US $727.00 to US $1,113.00` holds two; `Taille 42 45,00 €` holds `45,00 €`
 */
export function amountsIn(text: string | null): readonly string[] {
  if (text === null) return [];
  const line = cutText(text, 400)
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .replaceAll('\uffe5', '¥')
    .replaceAll('\uff04', '$');
  return [...line.matchAll(AMOUNT)].slice(0, 20).map(([amount]) => amount);
}

/** The one amount of a text; null when it holds none, several, or one whose currency decides what it counts in. */
export function onlyAmount(text: string | null, likely: CurrencyCode | null): PagePrice | null {
  const amounts = amountsIn(text);
  return amounts.length === 1 ? readAmount(amounts[0] ?? '', likely) : null;
}

/** One amount with its mark; `currency: null` where the mark fits several. */
export function readAmount(text: string, likely: CurrencyCode | null): PagePrice | null {
  const price = createPriceReader(likely)(text);
  return price === 'ambiguous' ? null : price;
}
