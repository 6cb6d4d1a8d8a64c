import type { Recurrence } from '@/lib/domain/expenses/expense';
import { t } from '../ui/text';

/** `monthly`, `every 2 weeks`. */
export function everyText({ unit, every }: Recurrence): string {
  const count = [String(every)] as const;
  if (unit === 'week') return every === 1 ? t('recurring.weekly') : t('recurring.weeks', count);
  if (unit === 'month') return every === 1 ? t('recurring.monthly') : t('recurring.months', count);
  return every === 1 ? t('recurring.yearly') : t('recurring.years', count);
}
