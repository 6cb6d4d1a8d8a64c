import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { t } from '../ui/text';
import { amountProblem } from './amount-problem';
import { parseCost } from './parse-cost';

export type ParsedTarget =
  | { readonly ok: true; readonly target: Money | null }
  | { readonly ok: false; readonly problem: string };

/**
 * A target as people type or paste it. Nothing typed is no target; a mark of another currency is believed.
 *
 * @example `parseTarget('100', 'USD')` is $100; `parseTarget('£78.40', 'USD')` is £78.40; `parseTarget('0', 'USD')` is refused
 */
export function parseTarget(text: string, currency: CurrencyCode): ParsedTarget {
  const parsed = parseCost(text, currency);
  if (parsed.ok && (parsed.cost === null || parsed.cost.minor > 0)) return { ok: true, target: parsed.cost };
  const reason = parsed.ok ? 'negative' : parsed.reason;
  return { ok: false, problem: reason === 'negative' ? t('watch.aboveZero') : amountProblem(reason) };
}
