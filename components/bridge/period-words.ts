import { t } from '../ui/text';
import type { PERIODS } from './local-time';

const WORDS: Record<(typeof PERIODS)[number], () => string> = {
  today: () => t('today.today'),
  '7': () => t('today.days7'),
  '30': () => t('today.days30'),
  '90': () => t('pnl.days90'),
  month: () => t('pnl.thisMonth'),
  'last-month': () => t('pnl.lastMonth'),
  quarter: () => t('pnl.thisQuarter'),
  'last-quarter': () => t('pnl.lastQuarter'),
  year: () => t('pnl.thisYear'),
  'last-year': () => t('pnl.lastYear'),
  'uk-tax': () => t('pnl.ukTax'),
  'uk-tax-last': () => t('pnl.ukTaxLast'),
  all: () => t('pnl.all'),
};

export function periodText(choice: (typeof PERIODS)[number]): string {
  return WORDS[choice]();
}
