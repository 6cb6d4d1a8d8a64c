import { monthText } from '../ui/format';
import { t } from '../ui/text';

export function monthLabel(key: string): string {
  return monthText(key);
}

export function brandText(key: string): string {
  return key === '' ? t('pnl.noBrand') : key;
}
