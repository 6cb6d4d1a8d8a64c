import { currencyDecimals, type CurrencyCode } from '@/lib/domain/money/currency';

export type DecimalSign = '.' | ',';

/** What amounts of a file show of how it writes them. */
export interface SeenSigns {
  /** Signs that can only part the decimals, as in `58.93` or `1.234,50`. */
  readonly decimal: Set<DecimalSign>;
  /** Signs that may group thousands or part the decimals, as in `1.250`. */
  readonly open: Set<DecimalSign>;
}

export const noSigns = (): SeenSigns => ({ decimal: new Set(), open: new Set() });

/** Notes what one amount shows. */
export function seeSigns(text: string, currency: CurrencyCode, { decimal, open }: SeenSigns): void {
  const figures = text.replace(/[^\d.,]/g, '');
  const at = Math.max(figures.lastIndexOf('.'), figures.lastIndexOf(','));
  const sign = figures.charAt(at);
  const [head, tail] = [figures.slice(0, Math.max(0, at)), figures.slice(at + 1)];
  if ((sign !== '.' && sign !== ',') || tail === '' || head.includes(sign)) return;
  const mayGroup = tail.length === 3 && /^[1-9]\d{0,2}$/.test(head) && currencyDecimals(currency) !== 3;
  (mayGroup ? open : decimal).add(sign);
}

/** The sign that parts decimals, where the file shows it and some of its amounts could be read otherwise; null: none. */
export function settledSign({ decimal, open }: SeenSigns): DecimalSign | null {
  const [sign] = decimal;
  return sign !== undefined && decimal.size === 1 && open.has(sign) ? sign : null;
}

/**
 * An amount with three decimals in a file that parts decimals by this sign, without its last zero; null where it is more
 * than money has, and so no amount.
 *
 * @example beside `58.93`, `1.250` is 1.25 and `130.455` is none; without such a neighbour both are thousands
 */
export function withoutThird(text: string, currency: CurrencyCode, sign: DecimalSign | null): string | null {
  const [, head, found, tail = ''] = /^(\D*[1-9]\d{0,2})([.,])(\d{3})(?=\D*$)/.exec(text) ?? [];
  if (head === undefined || found !== sign || currencyDecimals(currency) === 3) return text;
  return tail.endsWith('0') ? text.replace(`${head}${found}${tail}`, `${head}${found}${tail.slice(0, 2)}`) : null;
}
