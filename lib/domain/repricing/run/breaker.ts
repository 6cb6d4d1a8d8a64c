import { BASIS_POINTS } from '../../money/arithmetic';
import { ageOf, MINUTE_MS, type Instant } from '../../time/instant';
import type { VariantMarket } from '../decision';
import type { GuardSettings } from '../guard-settings';
import { real } from '../market-view';
import type { BreakerReason } from '../plan-run';
import { isChange, type Draft } from './draft';
import type { VariantGroup } from './group-variants';

/**
 * Whether a run must not happen at all: too many large moves in it, or so many of the markets it looked at have fallen
 * since yesterday that the figures are doubtful.
 *
 * @example 100 moves of 8 % or more; or 30 % of the markets down by 8 % or more, with at least 100 listings looked at
 */
export function breakerOf(
  variants: readonly VariantGroup[],
  guards: GuardSettings,
  now: Instant,
): BreakerReason | null {
  let large = 0;
  for (const { drafts } of variants) {
    for (const draft of drafts) if (isLarge(draft, guards.breakerMoveBasisPoints)) large += 1;
  }
  if (large >= guards.breakerMoves) return 'many-large-moves';
  return marketFell(variants, guards, now) ? 'market-fell' : null;
}

function isLarge(draft: Draft, basisPoints: number): boolean {
  if (!isChange(draft)) return false;
  const from = draft.input.listing.price.minor;
  return Math.abs(draft.decision.to.minor - from) * BASIS_POINTS >= from * basisPoints;
}

function marketFell(variants: readonly VariantGroup[], guards: GuardSettings, now: Instant): boolean {
  let [listings, markets, down] = [0, 0, 0];
  for (const { drafts } of variants) {
    let fell: boolean | null = null;
    for (const { input } of drafts) {
      const listingFell = hasFallen(input.market, guards, now);
      if (listingFell === null) continue;
      listings += 1;
      fell = listingFell;
    }
    if (fell !== null) markets += 1;
    if (fell === true) down += 1;
  }
  return listings >= guards.breakerMoves && down * BASIS_POINTS >= markets * guards.breakerMarketBasisPoints;
}

/** Whether a lowest ask fell as much as the breaker minds since yesterday; null: that is not known of now. */
function hasFallen(market: VariantMarket, guards: GuardSettings, now: Instant): boolean | null {
  const ask = real(market.lowestAsk);
  const before = real(market.askADayAgo);
  if (ask === null || before === null || ask.currency !== before.currency) return null;
  if (ageOf(market.readAt, now) > guards.freshMinutes * MINUTE_MS) return null;
  return (before.minor - ask.minor) * BASIS_POINTS >= before.minor * guards.breakerMoveBasisPoints;
}
