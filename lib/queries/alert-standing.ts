import type { AlertRow } from '@/lib/db/watching-rows';
import { shiftInstant, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';

/** How an alert stands, for a person; times say since when or until when. */
export type AlertStanding =
  | { readonly kind: 'off' }
  | { readonly kind: 'expired'; readonly at: Instant }
  | { readonly kind: 'snoozed'; readonly until: Instant }
  /** Rang once and is done. */
  | { readonly kind: 'done'; readonly rangAt: Instant }
  /** It is true and has rung: it waits to be not true. `rearmsAt`: not before then. */
  | { readonly kind: 'rang'; readonly rangAt: Instant; readonly rearmsAt: Instant }
  /** It was not true in between and is armed again from then on. */
  | { readonly kind: 'resting'; readonly rangAt: Instant; readonly rearmsAt: Instant }
  /** True at one reading; the next one decides. */
  | { readonly kind: 'confirming'; readonly since: Instant }
  | { readonly kind: 'armed'; readonly lookedAt: Instant | null };

/** How an alert stands now. */
export function standingOf({ enabled, options, state }: AlertRow, now: Instant): AlertStanding {
  const { rangAt, snoozedUntil, isArmed, trueSince, lookedAt } = state;
  if (!enabled) return { kind: 'off' };
  if (options.expiresAt !== null && now >= options.expiresAt) return { kind: 'expired', at: options.expiresAt };
  if (rangAt !== null && options.rearmMinutes === null) return { kind: 'done', rangAt };
  if (snoozedUntil !== null && now < snoozedUntil) return { kind: 'snoozed', until: snoozedUntil };
  if (rangAt !== null) {
    const rearmsAt = shiftInstant(rangAt, (options.rearmMinutes ?? 0) * MINUTE_MS);
    if (!isArmed) return { kind: 'rang', rangAt, rearmsAt };
    if (now < rearmsAt) return { kind: 'resting', rangAt, rearmsAt };
  }
  return trueSince !== null && options.confirm ? { kind: 'confirming', since: trueSince } : { kind: 'armed', lookedAt };
}
