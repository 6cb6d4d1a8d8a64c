import { t } from '@/components/ui/text';
import { formatMoney } from '@/lib/domain/money/format-money';
import type { ReleaseNews } from '@/lib/jobs/remind-of-releases';

const moments = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });

/** "Out tomorrow: Dunk Low 'Panda'", "DD1391-100 · retail $115 · Sat 10:00". */
export function releaseWords({ release, reminder }: ReleaseNews): { readonly title: string; readonly message: string } {
  const { name, styleCode, retailPrice, at } = release;
  const facts = [
    styleCode,
    retailPrice === null ? null : t('releases.reminderRetail', [formatMoney(retailPrice, { whole: 'exact' })]),
    at === null ? null : moments.format(at).replace(',', ''),
  ];
  return {
    title: reminder === 'hour' ? t('releases.reminderHour', [name]) : t('releases.reminderDay', [name]),
    message: facts.filter((fact) => fact !== null).join(' · ') || t('releases.reminderBare'),
  };
}
