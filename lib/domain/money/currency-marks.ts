import { isCurrencyCode, type CurrencyCode } from './currency';

const DOLLARS: readonly CurrencyCode[] = ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN', 'CLP'];

/** Signs people write, with the currencies each may mean. Whole marks are compared, so `CA$` is never read as `$`. */
const MARKS: Readonly<Record<string, readonly CurrencyCode[]>> = {
  $: DOLLARS,
  US$: ['USD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  CAD$: ['CAD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  NZ$: ['NZD'],
  HK$: ['HKD'],
  S$: ['SGD'],
  SG$: ['SGD'],
  NT$: ['TWD'],
  MX$: ['MXN'],
  R$: ['BRL'],
  '£': ['GBP'],
  'GB£': ['GBP'],
  '€': ['EUR'],
  '¥': ['JPY', 'CNY'],
  'JP¥': ['JPY'],
  'CN¥': ['CNY'],
  RMB: ['CNY'],
  円: ['JPY'],
  元: ['CNY'],
  '₩': ['KRW'],
  '₹': ['INR'],
  '₺': ['TRY'],
  '₫': ['VND'],
  '฿': ['THB'],
  '₪': ['ILS'],
  '₱': ['PHP'],
  KR: ['SEK', 'NOK', 'DKK'],
  'KR.': ['SEK', 'NOK', 'DKK'],
  ZŁ: ['PLN'],
  KČ: ['CZK'],
  FT: ['HUF'],
  LEI: ['RON'],
  RM: ['MYR'],
  RP: ['IDR'],
  'RP.': ['IDR'],
  'FR.': ['CHF'],
};

/**
 * The text without its currency marks, which may stand before or behind the digits but not between them.
 *
 * @returns the rest; `other` when a mark means a different currency; `unknown` when one means nothing
 */
export function stripCurrencyMarks(
  text: string,
  currency: CurrencyCode,
): { readonly rest: string } | 'other' | 'unknown' {
  const seen: string[] = [];
  const marked = text.replace(/(?:kr|fr|rp)\.|[\p{L}\p{Sc}]+(?: \p{Sc})?/giu, (mark) => {
    seen.push(mark.replace(' ', '').toUpperCase());
    return PLACE;
  });
  const meanings = seen.map(currenciesOf);
  if (meanings.some((meaning) => meaning.length === 0)) return 'unknown';
  if (meanings.some((meaning) => !meaning.includes(currency))) return 'other';
  const rest = marked.replace(/^([-+( ]*)\0 ?/, '$1').replace(/ ?\0([-) ]*)$/, '$1');
  return rest.includes(PLACE) ? 'unknown' : { rest };
}

const PLACE = '\0';

function currenciesOf(mark: string): readonly CurrencyCode[] {
  return isCurrencyCode(mark) ? [mark] : (MARKS[mark] ?? []);
}
