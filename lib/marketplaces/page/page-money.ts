import { CURRENCY_CODES, currencyDecimals, type CurrencyCode } from '@/lib/domain/money/currency';
import { parseMoney } from '@/lib/domain/money/parse-money';
import type { PagePrice } from '@/lib/marketplaces/contract/page-reading';

/** `ambiguous`: an amount is there, but the moneys it may be in do not agree on what its figures mean. */
export type ReadAmount = PagePrice | 'ambiguous' | null;

export type PriceReader = (text: string) => ReadAmount;

/**
 * The currency of a page whose signs fit several. The site's own word for it comes first; the plain and the American
 * address mean US dollars by a bare `$`, any other place may mean its own.
 */
export function likelyCurrency(told: unknown, locale: string | null): CurrencyCode | null {
  const code = knownCurrency(told);
  if (code !== null) return code;
  return locale === null || locale === 'en-us' ? 'USD' : null;
}

/** A currency the companion keeps, by its code in any case. */
export function knownCurrency(told: unknown): CurrencyCode | null {
  const code = typeof told === 'string' ? told.slice(0, 10).trim().toUpperCase() : null;
  return CURRENCY_CODES.find((known) => known === code) ?? null;
}

/**
 * Reads amounts of one page. The whole mark counts, so that `C$244` is Canadian and never `$` with a letter before it.
 * A text without any mark is no amount: a size or a count has none either. Zero and `$--` are "none".
 *
 * @returns `currency: null` where the mark fits several and nothing says which; `ambiguous` where those do not agree on
 * minor units either; null where there is no amount
 * @example with USD likely, `$189` is 18900 USD and `CA$259` 25900 CAD; with none likely `$189` is 18900 of no currency
 */
export function createPriceReader(likely: CurrencyCode | null): PriceReader {
  const byMark = new Map<string, readonly CurrencyCode[]>();
  return (raw) => {
    const text = raw.length > LONGEST ? '' : raw.replaceAll('\uffe5', '¥').replaceAll('\uff04', '$');
    const mark = text.replace(/[\d.,'’\s]/g, '');
    if (mark === '' || !/\d/.test(text)) return null;
    const fitting = byMark.get(mark) ?? currenciesBy(text);
    if (byMark.size < 50) byMark.set(mark, fitting);
    const sure = fitting.length === 1 ? fitting[0] : fitting.find((code) => code === likely);
    if (sure !== undefined) return amountIn(text, sure, sure);
    return fitting.length > 1 ? inNoCurrency(text, mark, fitting) : null;
  };
}

const LONGEST = 80;

/** By the mark alone: what the first amount of a page looks like must not decide about the next one. */
function currenciesBy(text: string): readonly CurrencyCode[] {
  const one = text.replace(/\d[\d.,'’\s]*\d|\d/, '1');
  return CURRENCY_CODES.filter((code) => parseMoney(one, code).ok);
}

/** Dollars and crowns have cents, all but the Chilean, which nobody writes by its sign here; yen and yuan do not agree. */
function inNoCurrency(text: string, mark: string, fitting: readonly CurrencyCode[]): ReadAmount {
  const meant = mark === '$' ? fitting.filter((code) => code !== 'CLP') : fitting;
  const [first] = meant;
  const agree = new Set(meant.map(currencyDecimals)).size === 1;
  return first === undefined || !agree ? 'ambiguous' : amountIn(text, first, null);
}

function amountIn(text: string, currency: CurrencyCode, named: CurrencyCode | null): PagePrice | null {
  const read = parseMoney(text, currency);
  return read.ok && read.money.minor > 0 ? { minor: read.money.minor, currency: named } : null;
}

/** "No price here": `--`, `$--`, `-- kr`. An empty text is a price still to come. */
export function isNone(text: string): boolean {
  return /^(?:[A-Z]{1,3} ?)?\p{Sc}? ?[-\u2010-\u2015\u2212]{1,3} ?(?:\p{Sc}|[A-Z]{3}|kr\.?|zł|Kč|Ft|lei)?$/u.test(
    text.trim(),
  );
}
