import { ageOf, MINUTE_MS } from '../../time/instant';
import type { DecisionInput } from '../decision';
import type { GuardSettings } from '../guard-settings';
import { line } from '../trail';
import type { Gate } from '../scene';

/**
 * Prices that were never read, are older than the limit, or were read before the listing's own last change say nothing
 * of the market as it is now.
 */
export function checkFreshness({ listing, market, now }: DecisionInput, guards: GuardSettings): Gate {
  const age = ageOf(market.readAt, now);
  const moved = listing.moves[0]?.at ?? null;
  const beforeOwnMove = market.readAt !== null && moved !== null && moved <= now && market.readAt < moved;
  const stale = age > guards.freshMinutes * MINUTE_MS || beforeOwnMove;
  const ageMinutes = Number.isFinite(age) ? Math.floor(age / MINUTE_MS) : null;
  return stale || ageMinutes === null
    ? tell(ageMinutes, guards.freshMinutes, beforeOwnMove, 'stale')
    : pass(ageMinutes, guards.freshMinutes);
}

function tell(ageMinutes: number | null, limitMinutes: number, beforeOwnMove: boolean, hold: Gate['hold']): Gate {
  const did = hold === null ? 'passed' : 'held';
  return { hold, line: line('freshness', did, null, { ageMinutes, limitMinutes, beforeOwnMove }) };
}

/** A run reads its prices within minutes: thousands of listings share a line. */
const passes = new Map<number, Gate>();

function pass(ageMinutes: number, limitMinutes: number): Gate {
  const key = limitMinutes * MOST_MINUTES + ageMinutes;
  let gate = passes.get(key);
  if (gate === undefined) {
    gate = tell(ageMinutes, limitMinutes, false, null);
    if (ageMinutes < MOST_MINUTES) passes.set(key, gate);
  }
  return gate;
}

const MOST_MINUTES = 24 * 60;
