import { ageOf, MINUTE_MS, type Instant } from '../time/instant';
import type { AlertKind, AlertState } from './alert';
import { alertFacts, type AlertFacts } from './alert-facts';
import { readAtOf, type Alert, type AlertReading } from './alert-reading';
import { judgeTrigger, type AlertGap } from './judge-trigger';

export type AlertHold =
  | AlertGap
  | 'off'
  | 'expired'
  | 'stale'
  | 'seen-before'
  | 'not-true'
  | 'unconfirmed'
  | 'rung-once'
  | 'rung-before'
  | 'resting'
  | 'snoozed'
  | 'capped';

/** `state` is what becomes of the alert, also when it holds. */
export type AlertDecision =
  | { readonly kind: 'ring'; readonly facts: AlertFacts; readonly state: AlertState }
  | { readonly kind: 'hold'; readonly reason: AlertHold; readonly state: AlertState };

/** Figures older than this may be gone: nobody is called for them. */
export const USE_BY_MS = 20 * MINUTE_MS;

/** A sale does not go away again, and a day comes once: the next reading would confirm nothing. */
const NEEDS_NO_SECOND: ReadonlySet<AlertKind> = new Set(['sold-at-or-below', 'release-tomorrow']);

/**
 * Whether an alert rings at this reading, and how it stands afterwards. It rings when what it waits for is so, was not
 * so at some reading since it last rang, and nothing holds it back. What is stale, unknown or was looked at before is
 * no reason to ring, nor to be armed again.
 *
 * @example ask at or below $100, confirmed: $98 at 12:00 holds as `unconfirmed`, $97 at 12:15 rings, $96 at 12:30 holds
 * as `rung-before`, $105 arms it, $99 at 13:00 holds again as `unconfirmed`
 */
export function decideAlert(alert: Alert, reading: AlertReading, now: Instant): AlertDecision {
  const { state, trigger, options } = alert;
  if (!alert.enabled) return hold('off', state);
  if (options.expiresAt !== null && now >= options.expiresAt) return hold('expired', state);
  const readAt = readAtOf(trigger.kind, reading, now);
  if (readAt === null || ageOf(readAt, now) > USE_BY_MS) return hold('stale', state);
  const { lookedAt } = state;
  // A look that lies ahead was made by a clock that has been set back since.
  if (lookedAt !== null && lookedAt >= readAt && lookedAt <= now) return hold('seen-before', state);
  const judged = judgeTrigger(alert, reading, readAt);
  // A day that is not known yet may be known in a minute.
  if (judged.kind === 'unknown' && judged.reason === 'unknown-release') return hold(judged.reason, state);
  if (judged.kind === 'unknown') return hold(judged.reason, { ...state, lookedAt: readAt });
  if (judged.kind === 'false') return hold('not-true', { ...state, lookedAt: readAt, trueSince: null, isArmed: true });
  const seen = { ...state, lookedAt: readAt, trueSince: state.trueSince ?? readAt };
  const reason = heldBack(alert, reading, now);
  if (reason !== null) return hold(reason, seen);
  const facts = alertFacts(trigger, reading, readAt, judged.found);
  return { kind: 'ring', facts, state: { ...seen, rangAt: readAt, isArmed: false } };
}

/** What keeps an alert silent although what it waits for is so. */
function heldBack({ state, trigger, options }: Alert, { today }: AlertReading, now: Instant): AlertHold | null {
  const { rangAt, snoozedUntil } = state;
  if (rangAt !== null && options.rearmMinutes === null) return 'rung-once';
  if (!state.isArmed) return 'rung-before';
  if (rangAt !== null && ageOf(rangAt, now) < (options.rearmMinutes ?? 0) * MINUTE_MS) return 'resting';
  if (snoozedUntil !== null && now < snoozedUntil) return 'snoozed';
  if (options.confirm && state.trueSince === null && !NEEDS_NO_SECOND.has(trigger.kind)) return 'unconfirmed';
  if (today.ofItem >= today.most) return 'capped';
  return options.mostPerDay !== null && today.ofAlert >= options.mostPerDay ? 'capped' : null;
}

function hold(reason: AlertHold, state: AlertState): AlertDecision {
  return { kind: 'hold', reason, state };
}
