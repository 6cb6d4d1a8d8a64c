import { CURRENCY_CODES, type CurrencyCode } from '@/lib/domain/money/currency';
import { parseMoney } from '@/lib/domain/money/parse-money';
import type { PagePrice } from '@/lib/marketplaces/contract/page-reading';

/**
 * The currency of a page whose signs fit several. The site's own word for it comes first; the plain and the American
 * address mean US dollars by a bare `$`, any other place may mean its own.
 */
export function likelyCurrency(told: unknown, locale: string | null): CurrencyCode | null {
  const code = CURRENCY_CODES.find((known) => known === told);
  if (code !== undefined) return code;
  return locale === null || locale === 'en-us' ? 'USD' : null;
}

/**
 * Reads amounts of one page. The whole mark counts, so that `C$244` is Canadian and never `$` with a letter before it.
 * A text without any mark is no amount: a size or a count has none either. Zero is "none" on this site.
 *
 * @returns `currency: null` where the mark fits several and nothing says which; `ambiguous` where those do not agree on
 * minor units either; null where there is no amount
 */
export function createPriceReader(likely: CurrencyCode | null): (text: string) => PagePrice | 'ambiguous' | null {
  const byMark = new Map<string, readonly CurrencyCode[]>();
  return (text) => {
    const mark = text.replace(/[\d.,'\s]/g, '');
    if (mark === '') return null;
    const fitting = byMark.get(mark) ?? CURRENCY_CODES.filter((code) => parseMoney(text, code).ok);
    byMark.set(mark, fitting);
    const sure = fitting.length === 1 ? fitting[0] : fitting.find((code) => code === likely);
    if (sure !== undefined) return amountIn(text, sure, sure);
    // The dollars that are left all have cents; yen and yuan, which share a sign, do not agree on theirs.
    if (mark === '$' && fitting.length > 1) return amountIn(text, 'USD', null);
    return fitting.length > 1 ? 'ambiguous' : null;
  };
}

function amountIn(text: string, currency: CurrencyCode, named: CurrencyCode | null): PagePrice | null {
  const read = parseMoney(text, currency);
  return read.ok && read.money.minor > 0 ? { minor: read.money.minor, currency: named } : null;
}
