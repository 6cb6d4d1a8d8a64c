import { DAY_MS, type Instant } from '../../time/instant';
import type { Money } from '../../money/money';
import type { PricedListing } from '../decision';
import type { Scene, Wish } from '../scene';
import type { RoundingWay, StrategyFacts } from '../trail';
import { lower, wholePrice } from '../whole-price';
import { orFallback, whenAlone } from './fallbacks';

/** What a strategy makes of an ask of somebody else. */
export interface AskStrategy {
  readonly facts: () => StrategyFacts;
  readonly rounding: RoundingWay;
  readonly priceAt: (ask: Money) => Money;
}

/**
 * The price that follows from the lowest competing ask; without one, what the rule says for that.
 *
 * Where the seller is the lowest already, the price may only climb towards the next ask that is known, no higher than
 * what pairs of this size sell for (the median of recent sales, or the last one). Between two asks there may be one the
 * API does not show, so it does not climb within a day of having been lowered, nor where it climbed from this price
 * before and came back.
 *
 * @example $1 below an ask of $150 of somebody else: $149; own ask $120 the lowest, next ask known $150, sales around
 * $140: $140
 */
export function fromAsk(scene: Scene, strategy: AskStrategy): Wish {
  const { competition } = scene;
  const { facts, rounding, priceAt } = strategy;
  switch (competition.standing) {
    case 'alone':
      return whenAlone(scene, facts);
    case 'ignored':
      return { kind: 'hold', reason: 'outlier', facts };
    case 'own':
      return { kind: 'hold', reason: 'own-is-lowest', facts };
    case 'follow': {
      const price = priceAt(competition.ask);
      return orFallback(scene, {
        kind: 'price',
        price,
        rounding,
        reason: 'strategy',
        facts() {
          return { ...facts(), referenceMinor: competition.ask.minor, wantedMinor: price.minor };
        },
      });
    }
    case 'climb':
      return climb(scene, strategy, competition.ask);
  }
}

function climb(scene: Scene, { facts, priceAt, rounding }: AskStrategy, ask: Money): Wish {
  const { market, input, price: from } = scene;
  const limit = market.medianSale ?? market.lastSale;
  const wanted = priceAt(ask);
  const seen = () => ({
    ...facts(),
    climb: true,
    referenceMinor: ask.minor,
    wantedMinor: wanted.minor,
    climbLimitMinor: limit?.minor ?? null,
  });
  const isThere = wholePrice(wanted, rounding).minor === from.minor;
  if (isThere) return { kind: 'hold', reason: 'already-there', facts: seen };
  const price = limit === null ? from : lower(wanted, limit);
  const rises = price.minor > from.minor && !hasReasonToStay(input.listing, input.now);
  return rises
    ? { kind: 'price', price, rounding: 'down', reason: 'strategy', facts: seen }
    : { kind: 'hold', reason: 'own-is-lowest', facts: seen };
}

function hasReasonToStay({ moves, price }: PricedListing, now: Instant): boolean {
  return moves.some(({ at, from, to, by }, nth) => {
    if (by !== 'rule') return false;
    if (to.minor < from.minor) return now - at < DAY_MS;
    // What came after it led back to where it began.
    return nth > 0 && from.minor === price.minor && now - at < REMEMBERED_DAYS * DAY_MS;
  });
}

const REMEMBERED_DAYS = 30;
