import { t } from '../ui/text';
import type { ParsedCost } from './parse-cost';

/** Why an amount cannot be read, in words for below its field. */
export function amountProblem(reason: Extract<ParsedCost, { ok: false }>['reason']): string {
  if (reason === 'too-many-decimals') return t('cost.tooManyDecimals');
  if (reason === 'too-large') return t('cost.tooLarge');
  return reason === 'negative' ? t('cost.negative') : t('cost.notANumber');
}
