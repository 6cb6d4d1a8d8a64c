import type { Strategy } from '../rule';
import type { Scene, Wish } from '../scene';
import { orFallback } from './fallbacks';
import { pricedPace } from './seen-sales';

type Velocity = Extract<Strategy, { kind: 'velocity' }>;

/**
 * The highest price that still finds a buyer within so many days: as many sales at that price or above were seen as make
 * one in that time. While somebody else asks less, one more is needed, since theirs sells first.
 *
 * @example 9 sales in 18 days, to be sold within 6: 3 sales are needed, so the third highest price; 4 when the ask of
 * somebody else is below it
 */
export function byVelocity({ kind, days }: Velocity, scene: Scene): Wish {
  const { input, competition } = scene;
  const seen = pricedPace(input.market, input.now);
  if (seen === null) return { kind: 'hold', reason: 'not-enough-sales', facts: () => ({ kind, days }) };
  const { pace, prices } = seen;
  const needed = Math.max(1, Math.ceil(pace.days / days));
  const first = prices[needed - 1];
  const isSecond = first !== undefined && competition.ask !== null && competition.ask.minor < first.minor;
  const facts = () => ({
    kind,
    days,
    salesPerWeek: Math.round(pace.perWeek * 100) / 100,
    salesNeeded: isSecond ? needed + 1 : needed,
    salesSeen: prices.length,
    referenceMinor: competition.ask?.minor ?? null,
  });
  const price = isSecond ? prices[needed] : first;
  if (price === undefined) return { kind: 'hold', reason: 'not-enough-sales', facts };
  const wanted = () => ({ ...facts(), wantedMinor: price.minor });
  return orFallback(scene, { kind: 'price', price, rounding: 'down', reason: 'strategy', facts: wanted });
}
