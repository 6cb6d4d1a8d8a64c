import { instant, type Instant } from '@/lib/domain/time/instant';

/**
 * When a `Retry-After` header allows the next request: seconds from now, or an HTTP date.
 *
 * A date is compared with the answer's own `Date` header, not with the local clock, which may be minutes off.
 *
 * @returns null when there is no header or it cannot be read
 * @example `Retry-After: 30` at 12:00:00 is 12:00:30
 */
export function retryAfter(headers: Headers, now: Instant): Instant | null {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return null;
  if (/^\d+(\.\d+)?$/.test(text)) return later(now, Number(text) * 1000);
  // Date.parse also reads `-5`; an HTTP date has the names of a day and a month.
  const until = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(until)) return null;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return later(now, until - (Number.isNaN(serverNow) ? now : serverNow));
}

function later(now: Instant, ms: number): Instant | null {
  const at = now + Math.max(0, Math.ceil(ms));
  return Number.isSafeInteger(at) ? instant(at) : null;
}
