import { toIsoString, type Instant } from '@/lib/domain/time/instant';
import { calendarDayText, dateText } from '../ui/format';

/** The day of a rate. One of the ECB is a day of the calendar, which no clock shifts; one that was typed is a moment. */
export function rateDayText({ asOf, source }: { readonly asOf: Instant; readonly source: string }): string {
  return source.startsWith('ECB') ? calendarDayText(toIsoString(asOf).slice(0, 10)) : dateText(asOf);
}
