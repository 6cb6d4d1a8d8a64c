import { instant, type Instant } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import { localOffset } from '../bridge/local-time';

/**
 * The day a date field holds, as noon of it on this device's clock, so that it is the same day in most zones.
 *
 * @returns null for an empty field, `bad` for what is no day
 * @example `dayOf('2026-11-23')` is noon of 23 November 2026; `dayOf('2026-02-30')` is `bad`
 */
export function dayOf(text: string): Instant | null | 'bad' {
  if (text === '') return null;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return 'bad';
  const noon = new Date(Number(year), Number(month) - 1, Number(day), 12);
  return noon.getDate() === Number(day) && noon.getMonth() === Number(month) - 1 ? instant(noon.getTime()) : 'bad';
}

/** A moment as a date field takes it, on this device's calendar. */
export function dayText(at: number): string {
  return localDate(instant(at), localOffset);
}
