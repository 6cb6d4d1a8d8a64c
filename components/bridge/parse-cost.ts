import { CURRENCY_CODES, type CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { parseMoney, type MoneyProblem } from '@/lib/domain/money/parse-money';

export type ParsedCost =
  | { readonly ok: true; readonly cost: Money | null }
  | { readonly ok: false; readonly reason: MoneyProblem | 'negative' };

/** Tried first when the text carries the mark of another currency. */
const LIKELY: readonly CurrencyCode[] = ['USD', 'GBP', 'EUR', 'JPY'];

/**
 * A cost as people type or paste it. Nothing typed is unknown, never zero; a mark of another currency is believed.
 *
 * @example `parseCost('£115', 'USD')` is £115; `parseCost('1.234,50', 'EUR')` is €1,234.50; `parseCost('', 'USD')` is unknown
 */
export function parseCost(text: string, preferred: CurrencyCode): ParsedCost {
  if (text.trim() === '' || text.trim() === '-') return { ok: true, cost: null };
  let parsed = parseMoney(text, preferred);
  if (!parsed.ok && parsed.reason === 'other-currency') {
    const other = [...LIKELY, ...CURRENCY_CODES].map((code) => parseMoney(text, code)).find((each) => each.ok);
    if (other !== undefined) parsed = other;
  }
  if (!parsed.ok) return { ok: false, reason: parsed.reason };
  return parsed.money.minor < 0 ? { ok: false, reason: 'negative' } : { ok: true, cost: parsed.money };
}
