import { t } from '../ui/text';
import type { PeriodChoice } from './local-time';

const WORDS: Record<PeriodChoice, () => string> = {
  '7': () => t('today.days7'),
  '30': () => t('today.days30'),
  '90': () => t('pnl.days90'),
  month: () => t('pnl.thisMonth'),
  year: () => t('pnl.thisYear'),
  all: () => t('pnl.all'),
};

export function periodText(choice: PeriodChoice): string {
  return WORDS[choice]();
}
