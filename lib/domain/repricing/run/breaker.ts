import { BASIS_POINTS } from '../../money/arithmetic';
import { ageOf, MINUTE_MS, type Instant } from '../../time/instant';
import type { GuardSettings } from '../guard-settings';
import { real } from '../market-view';
import type { BreakerReason } from '../plan-run';
import { isChange, type Draft } from './draft';

/**
 * Whether a run must not happen at all: too many large moves in it, or so many of the markets it looked at have fallen
 * since yesterday that the figures are doubtful.
 *
 * @example 100 moves of 8 % or more; or 30 % of the markets down by 8 % or more, with at least 100 listings looked at
 */
export function breakerOf(drafts: readonly Draft[], guards: GuardSettings, now: Instant): BreakerReason | null {
  const large = drafts.filter((draft) => isLarge(draft, guards.breakerMoveBasisPoints));
  if (large.length >= guards.breakerMoves) return 'many-large-moves';
  return marketFell(drafts, guards, now) ? 'market-fell' : null;
}

function isLarge(draft: Draft, basisPoints: number): boolean {
  if (!isChange(draft)) return false;
  const from = draft.input.listing.price.minor;
  return Math.abs(draft.decision.to.minor - from) * BASIS_POINTS >= from * basisPoints;
}

function marketFell(drafts: readonly Draft[], guards: GuardSettings, now: Instant): boolean {
  const fell = new Map<string, boolean>();
  let looked = 0;
  for (const { input } of drafts) {
    const { listing, market } = input;
    const ask = real(market.lowestAsk);
    const before = real(market.askADayAgo);
    if (ask === null || before === null || ask.currency !== before.currency) continue;
    if (ageOf(market.readAt, now) > guards.freshMinutes * MINUTE_MS) continue;
    looked += 1;
    const key = `${listing.catalogId}|${listing.usSize}|${listing.condition}|${listing.packaging}`;
    fell.set(key, (before.minor - ask.minor) * BASIS_POINTS >= before.minor * guards.breakerMoveBasisPoints);
  }
  const down = [...fell.values()].filter(Boolean).length;
  return looked >= guards.breakerMoves && down * BASIS_POINTS >= fell.size * guards.breakerMarketBasisPoints;
}
