import { NativeSelect } from '@mantine/core';
import type { TaxPeriod } from '@/lib/domain/tax/tax-period';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { calendarDayText } from '../ui/format';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';

interface PeriodSelectProps {
  readonly periods: readonly TaxPeriod[];
  readonly period: TaxPeriod;
  readonly onChange: (first: string) => void;
}

/** Which period of returns is looked at. */
export function PeriodSelect({ periods, period, onChange }: PeriodSelectProps) {
  const now = useNow(60 * MINUTE_MS);
  return (
    <NativeSelect
      size="xs"
      aria-label={t('tax.whichPeriod')}
      value={period.first}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={periods.map((each) => {
        const name = taxPeriodText(each);
        return { value: each.first, label: each.to > now ? t('tax.periodOpen', [name]) : name };
      })}
      styles={{ input: { height: 28, minHeight: 28, fontSize: 'var(--archvd-base)' } }}
    />
  );
}

/** `1 Jan 2026 to 31 Mar 2026` */
export function taxPeriodText({ first, last }: Pick<TaxPeriod, 'first' | 'last'>): string {
  return t('tax.onPeriod', [calendarDayText(first), calendarDayText(last)]);
}
