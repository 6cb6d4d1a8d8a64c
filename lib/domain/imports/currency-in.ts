import { stripCurrencyMarks } from '../money/currency-marks';
import { CURRENCY_CODES, type CurrencyCode } from '../money/currency';

/**
 * The currency an amount is written in: by its code or its sign. `ambiguous` for a sign several use (`$`, `kr`, `¥`), null
 * where there is no mark at all.
 *
 * @example `AU $3,000.00` is AUD, `EUR 90,00` is EUR, `$24.99` is ambiguous, `69` is null
 */
export function currencyIn(text: string): CurrencyCode | 'ambiguous' | null {
  const mark = /[\p{L}\p{Sc}]/u.test(text);
  if (!mark) return null;
  const fitting = CURRENCY_CODES.filter((code) => typeof stripCurrencyMarks(text.trim(), code) === 'object');
  const [only] = fitting;
  if (only === undefined) return null;
  return fitting.length === 1 ? only : 'ambiguous';
}
