import { BASIS_POINTS, shareOf } from '../../money/arithmetic';
import { DAY_MS, type Instant } from '../../time/instant';
import type { PricedListing } from '../decision';
import type { Strategy } from '../rule';
import type { Scene, Wish } from '../scene';
import { readSales } from './seen-sales';

type Dynamic = Extract<Strategy, { kind: 'dynamic' }>;

/**
 * Up a step when the market tightens, down a step when nothing moves.
 *
 * The API tells no number of asks. Supply thins where the lowest ask of somebody else has risen by a step or more since a
 * week ago; sales speed up where the last seven days saw at least three and half as many again per week as the three
 * weeks before. Nothing moves where neither a sale of the size nor a change of the price happened for `quietDays`. Up at
 * most once a day, so that one sign is not counted twice.
 *
 * @example $200, step 3 %: competing ask $180 a week ago and $190 now: $206; no sale for 14 quiet days: $194
 */
export function byDynamic({ kind, stepBasisPoints, quietDays }: Dynamic, scene: Scene): Wish {
  const { price, input } = scene;
  const sign = signOf(scene, stepBasisPoints);
  const rested = daysUnmoved(input.listing, input.now);
  const facts = { kind, days: quietDays, ageDays: Math.floor(rested) };
  if (sign !== null) {
    if (rested < 1) return { kind: 'hold', reason: 'not-yet', facts: () => ({ ...facts, sign, turn: 'wait' }) };
    const raised = shareOf(price, BASIS_POINTS + stepBasisPoints, 'half-up');
    const seen = () => ({ ...facts, sign, turn: 'up', wantedMinor: raised.minor }) as const;
    return { kind: 'price', price: raised, rounding: 'nearest', reason: 'strategy', facts: seen };
  }
  const quiet = quietFor(scene);
  if (quiet === null) return { kind: 'hold', reason: 'not-enough-sales', facts: () => facts };
  if (quiet < quietDays || rested < quietDays) {
    return { kind: 'hold', reason: 'not-yet', facts: () => ({ ...facts, sign: null, turn: 'wait' }) };
  }
  const lowered = shareOf(price, BASIS_POINTS - stepBasisPoints, 'half-up');
  const seen = () => ({ ...facts, sign: 'quiet', turn: 'down', wantedMinor: lowered.minor }) as const;
  return { kind: 'price', price: lowered, rounding: 'nearest', reason: 'strategy', facts: seen };
}

function signOf({ competition, market, input }: Scene, stepBasisPoints: number): string | null {
  const before = market.askAWeekAgo;
  if (before !== null && competition.ask !== null) {
    const thinner = shareOf(before, BASIS_POINTS + stepBasisPoints, 'ceiling');
    if (competition.ask.minor >= thinner.minor) return 'asks-rose';
  }
  return speedsUp(input.market, input.now) ? 'sales-speed-up' : null;
}

const LATELY_DAYS = 7;
const WATCHED_DAYS = 28;
const FEWEST = 3;

/** Only where the sales seen reach back the whole four weeks: a list cut short looks as if sales had just begun. */
function speedsUp(market: Scene['input']['market'], now: Instant): boolean {
  const until = readSales(market, now);
  const oldest = market.sales.at(-1);
  if (until === null || oldest === undefined || until - oldest.at < WATCHED_DAYS * DAY_MS) return false;
  let [lately, before] = [0, 0];
  for (const { at } of market.sales) {
    const days = (until - at) / DAY_MS;
    if (days > WATCHED_DAYS) break;
    if (days <= LATELY_DAYS) lately += 1;
    else before += 1;
  }
  const weeksBefore = (WATCHED_DAYS - LATELY_DAYS) / LATELY_DAYS;
  return lately >= FEWEST && lately * weeksBefore * 2 >= before * 3;
}

/** Days since the last sale that was seen; null when sales were not read lately, or none was ever seen. */
function quietFor({ input }: Scene): number | null {
  const until = readSales(input.market, input.now);
  const newest = input.market.sales[0];
  return until === null || newest === undefined ? null : (until - newest.at) / DAY_MS;
}

function daysUnmoved({ listedAt, moves }: PricedListing, now: Instant): number {
  return (now - (moves[0]?.at ?? listedAt)) / DAY_MS;
}
