import type { DayOrder } from '@/lib/domain/releases/read-day';
import { readIcs } from './read-ics';
import { readReleaseCsv } from './read-release-csv';
import { readReleaseJson } from './read-release-json';
import { MOST_CHARACTERS, type ReadReleases } from './release-entry';

/**
 * Reads a release calendar of any kind: ICS, CSV (or TSV) and JSON, told apart by what stands in it and not by its name.
 * Nothing is written; what cannot be read is told line by line.
 *
 * @param order which figure of a date like `03/04/2026` is the day; null: such lines come back as `ambiguous-date`
 */
export function readReleases(text: string, order: DayOrder | null = null): ReadReleases {
  if (text.length > MOST_CHARACTERS) return { ok: false, problem: 'too-large' };
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start === '') return { ok: false, problem: 'empty' };
  if (start.includes('\u0000') || (start.slice(0, 4000).match(/\ufffd/g)?.length ?? 0) > 20)
    return { ok: false, problem: 'not-text' };
  if (/^BEGIN:VCALENDAR/i.test(start)) return readIcs(start);
  if (/^[[{]/.test(start)) return readReleaseJson(start, order);
  if (start.startsWith('<')) return { ok: false, problem: 'unknown-format' };
  return readReleaseCsv(start, order);
}
