import { instant, type CalendarDate, type Instant } from '../time/instant';
import type { OffsetAt } from '../time/period';

/**
 * Noon of a day by the seller's clock: a day a statement tells is a moment of that day wherever it is asked.
 *
 * @example `2026-03-10` in London is 2026-03-10T12:00Z; in New York it is 17:00Z
 */
export function noonOf(day: CalendarDate, offsetAt: OffsetAt): Instant {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return instant(noon - offsetAt(instant(noon)));
}
