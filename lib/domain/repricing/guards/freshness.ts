import { ageOf, MINUTE_MS } from '../../time/instant';
import type { DecisionInput } from '../decision';
import { line } from '../trail';
import type { Gate } from '../scene';

/**
 * Prices that were never read, are older than the limit, or were read before the listing's own last change say nothing
 * of the market as it is now.
 */
export const freshnessGate: Gate = {
  judge({ input, guards }) {
    const age = ageOf(input.market.readAt, input.now);
    const isOld = !Number.isFinite(age) || age > guards.freshMinutes * MINUTE_MS;
    return isOld || isBeforeOwnMove(input) ? 'stale' : null;
  },
  tell({ input, guards }, hold) {
    const age = ageOf(input.market.readAt, input.now);
    return line('freshness', hold === null ? 'passed' : 'held', null, {
      ageMinutes: Number.isFinite(age) ? Math.floor(age / MINUTE_MS) : null,
      limitMinutes: guards.freshMinutes,
      beforeOwnMove: isBeforeOwnMove(input),
    });
  },
};

function isBeforeOwnMove({ listing, market, now }: DecisionInput): boolean {
  const moved = listing.moves[0]?.at ?? null;
  return market.readAt !== null && moved !== null && moved <= now && market.readAt < moved;
}
