import type { CalendarDate } from '@/lib/domain/time/instant';

/** Orders in which programs want day, month and year. */
export type DayFormat = 'dd/mm/yyyy' | 'mm/dd/yyyy' | 'yyyy-mm-dd';

/** @example `2025-03-10` as `dd/mm/yyyy` is `10/03/2025` */
export function dayAs(format: DayFormat, day: CalendarDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (format === 'yyyy-mm-dd') return day;
  return format === 'dd/mm/yyyy' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`;
}
