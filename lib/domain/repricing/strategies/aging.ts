import { BASIS_POINTS, shareOf, subtract } from '../../money/arithmetic';
import { DAY_MS, type Instant } from '../../time/instant';
import type { Money } from '../../money/money';
import type { PricedListing } from '../decision';
import type { Strategy } from '../rule';
import type { Scene, Wish } from '../scene';
import type { StrategyFacts } from '../trail';
import { higher } from '../whole-price';

type Aging = Extract<Strategy, { kind: 'aging' }>;

/**
 * Down a step every so many days from a certain age on, as far as the rule or the floor allows; back up to the first
 * price when it has waited long enough at the bottom. A change by hand begins anew: its price is the first one then.
 *
 * Never more than one step at a time, however old the listing is when the rule begins.
 *
 * @example $200, after 30 days 5 % every 7, at most 20 %: day 30 $190, day 37 $180, …, day 51 $160 and no further; with
 * `revertAfterDays` 14 back towards $200 from day 65 on
 */
export function byAging(aging: Aging, scene: Scene): Wish {
  const { listing, now } = scene.input;
  const course = courseOf(listing, scene.price);
  const bottom = higher(shareOf(course.first, BASIS_POINTS - aging.mostBasisPoints, 'ceiling'), scene.floor);
  const ageDays = (now - course.since) / DAY_MS;
  const facts = {
    kind: aging.kind,
    ageDays: Math.floor(ageDays),
    firstMinor: course.first.minor,
    bottomMinor: bottom.minor,
  };
  if (ageDays < aging.afterDays) return wait(facts, aging.afterDays - ageDays);
  const sinceStep = course.moved === null ? Number.POSITIVE_INFINITY : (now - course.moved) / DAY_MS;
  if (course.returning(scene.floor)) return revert(course.first, facts);
  if (scene.price.minor <= bottom.minor) {
    if (aging.revertAfterDays === null || sinceStep === Number.POSITIVE_INFINITY) return rest(facts);
    return sinceStep >= aging.revertAfterDays
      ? revert(course.first, facts)
      : wait(facts, aging.revertAfterDays - sinceStep);
  }
  if (sinceStep < aging.everyDays) return wait(facts, aging.everyDays - sinceStep);
  const step = shareOf(course.first, aging.stepBasisPoints, 'half-up');
  const price = higher(subtract(scene.price, step), bottom);
  return wish(price, { ...facts, turn: 'down' });
}

interface Course {
  /** The price it began with. */
  readonly first: Money;
  /** Since when it has that: listed, or priced by hand. */
  readonly since: Instant;
  /** When a rule moved it last. */
  readonly moved: Instant | null;
  /** On its way back up, unless the last rise was only one to the floor. */
  readonly returning: (floor: Money) => boolean;
}

/** At most so many moves are told; when all are a rule's, the beginning is out of sight. */
const MOST_MOVES = 20;

function courseOf({ listedAt, moves }: PricedListing, price: Money): Course {
  const end = moves.findIndex(({ by }) => by !== 'rule');
  const byRule = end === -1 ? moves : moves.slice(0, end);
  const since = end === -1 ? listedAt : (moves[end]?.at ?? listedAt);
  const [last] = byRule;
  const oldest = byRule.at(-1);
  const cut = end === -1 && moves.length >= MOST_MOVES;
  const first = cut ? byRule.reduce((most, { from, to }) => higher(most, higher(from, to)), price) : oldest?.from;
  return {
    first: first ?? price,
    since,
    moved: last?.at ?? null,
    returning: (floor) =>
      last !== undefined &&
      last.to.minor > last.from.minor &&
      last.to.minor > floor.minor &&
      price.minor < (first ?? price).minor,
  };
}

function wait(facts: StrategyFacts, days: number): Wish {
  return {
    kind: 'hold',
    reason: 'not-yet',
    facts: () => ({ ...facts, turn: 'wait', nextStepInDays: Math.ceil(days) }),
  };
}

function rest(facts: StrategyFacts): Wish {
  return { kind: 'hold', reason: 'already-there', facts: () => ({ ...facts, turn: 'bottom' }) };
}

function revert(first: Money, facts: StrategyFacts): Wish {
  return wish(first, { ...facts, turn: 'revert' });
}

function wish(price: Money, facts: StrategyFacts): Wish {
  return {
    kind: 'price',
    price,
    rounding: 'nearest',
    reason: 'strategy',
    facts: () => ({ ...facts, wantedMinor: price.minor }),
  };
}
