import { minorPerUnit } from './arithmetic';
import { currencyDecimals, type CurrencyCode } from './currency';
import { decimalText } from './decimal-text';
import type { Money } from './money';
import { divideRounded } from './rounding';

export interface MoneyFormat {
  /** BCP 47 tag; `en` writes `$142` for US dollars and `CA$142` for Canadian ones. */
  readonly locale?: string;
  /** `always` puts a plus before gains; zero never has a sign. */
  readonly sign?: 'negative' | 'always';
  /**
   * `never` (default): all decimals, `$142.00`. `exact`: none when they are zero, `$142` but `$98.40`.
   * `rounded`: none at all, halves away from zero, for glances.
   */
  readonly whole?: 'never' | 'exact' | 'rounded';
}

/**
 * An amount as people read it, with a real minus sign (U+2212). Exact for every safe amount.
 *
 * @example `formatMoney(money(14_200, 'USD'), { whole: 'exact' })` is `$142`; `formatMoney(money(9_840, 'GBP'))` is `£98.40`;
 * `formatMoney(money(-1_204, 'USD'), { whole: 'rounded' })` is `−$12`
 */
export function formatMoney(amount: Money, format: MoneyFormat = {}): string {
  const { locale = 'en', sign = 'negative', whole = 'never' } = format;
  const unit = minorPerUnit(amount.currency);
  const decimals = currencyDecimals(amount.currency);
  const bare = whole === 'rounded' || (whole === 'exact' && amount.minor % unit === 0);
  const digits = bare ? 0 : decimals;
  const scaled = bare ? divideRounded(BigInt(amount.minor), BigInt(unit), 'half-up') : BigInt(amount.minor);
  return formatter(locale, amount.currency, digits, sign).format(decimalText(scaled, digits)).replaceAll('-', '\u2212');
}

/** Making a formatter costs a thousand times what using it does, and a table has thousands of amounts. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: CurrencyCode, digits: number, sign: 'negative' | 'always') {
  const key = `${locale}|${currency}|${digits}|${sign}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: sign === 'always' ? 'exceptZero' : 'negative',
  });
  formatters.set(key, made);
  return made;
}
