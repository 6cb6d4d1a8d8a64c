import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { t } from '../ui/text';
import { amountProblem } from './amount-problem';
import { parseCost } from './parse-cost';

export type ReadPrice =
  | { readonly ok: true; readonly price: Money }
  /** `problem` is null while nothing is typed. */
  | { readonly ok: false; readonly problem: string | null };

/**
 * A listing's price as people type or paste it: whole units of the marketplace's currency, above zero.
 *
 * @example `readPrice('115', 'USD')` is $115, `readPrice('$115.00', 'USD')` too; `readPrice('115.50', 'USD')` and `readPrice('£115', 'USD')` are refused
 */
export function readPrice(text: string, currency: CurrencyCode): ReadPrice {
  const parsed = parseCost(text, currency);
  if (!parsed.ok) return { ok: false, problem: amountProblem(parsed.reason) };
  if (parsed.cost === null) return { ok: false, problem: null };
  if (parsed.cost.currency !== currency) return { ok: false, problem: t('price.otherCurrency', [currency]) };
  if (parsed.cost.minor === 0) return { ok: false, problem: t('price.aboveZero') };
  const isWhole = parsed.cost.minor % minorPerUnit(currency) === 0;
  return isWhole ? { ok: true, price: parsed.cost } : { ok: false, problem: t('price.whole') };
}
