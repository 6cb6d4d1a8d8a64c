import { readDay } from '@/lib/domain/releases/read-day';
import type { PagePrice, PageReading } from '@/lib/marketplaces/contract/page-reading';
import { plainText } from './plain-text';

const LONGEST = 60;

/**
 * A release by the day a page names. The day is taken as it is written, whatever time and zone stand behind it; one that
 * can be read two ways, or that no month has, is none.
 *
 * @example `2026-12-05T23:59:59.999Z` and `Dec 5, 2026` are 5 December; `05/12/2026` and `TBD` are nothing
 */
export function releaseOn(told: unknown, retailPrice: PagePrice | null): PageReading['release'] {
  const text = plainText(told, LONGEST);
  const read = text === null ? null : readDay(text, null);
  return read?.ok === true ? { date: read.day, retailPrice } : null;
}
