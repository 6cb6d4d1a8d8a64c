import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { t } from '../ui/text';
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
  if (reason === 'negative') return { ok: false, problem: t('watch.aboveZero') };
  if (reason === 'too-many-decimals') return { ok: false, problem: t('cost.tooManyDecimals') };
  if (reason === 'too-large') return { ok: false, problem: t('cost.tooLarge') };
  return { ok: false, problem: t('cost.notANumber') };
}
