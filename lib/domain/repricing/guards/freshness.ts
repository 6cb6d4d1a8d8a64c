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
  return {
    hold: stale ? 'stale' : null,
    line: line('freshness', stale ? 'held' : 'passed', null, {
      ageMinutes: Number.isFinite(age) ? Math.floor(age / MINUTE_MS) : null,
      limitMinutes: guards.freshMinutes,
      beforeOwnMove,
    }),
  };
}
