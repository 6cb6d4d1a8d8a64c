import { COST_METHODS } from '@/lib/domain/pnl/cost-methods';
import type { KeptReport } from '@/lib/queries/reports';
import { periodText } from '../bridge/period-words';
import { dateText } from '../ui/format';
import { t } from '../ui/text';
import { costMethodText } from './accounting-choice';

/** What a kept report ran with: `1 Jan 2026 - 31 Mar 2026 · When sold · Own pair · USD`. */
export function keptSettingsText({ settings }: Pick<KeptReport, 'settings'>): string {
  const { period, basis, costMethod, currency } = settings;
  const method = COST_METHODS.find((each) => each === costMethod);
  const parts = [
    timeText(period),
    basis === 'cash' ? t('pnl.cash') : t('pnl.accrual'),
    ...(method === undefined ? [] : [costMethodText(method)]),
    ...(typeof currency === 'string' ? [currency] : []),
  ];
  return parts.join(' · ');
}

function timeText(period: unknown): string {
  if (typeof period !== 'object' || period === null || !('from' in period) || !('to' in period))
    return periodText('all');
  return `${dateText(Number(period.from))} - ${dateText(Number(period.to) - 1)}`;
}
