import { ageOf, MINUTE_MS, shiftInstant, type Instant } from '../time/instant';
import { readingPeriods, type ReadingLimits, type ReadingPeriod, type ReadProduct } from './reading-periods';

export interface ReadingInput extends ReadingLimits {
  readonly products: readonly ReadProduct[];
  readonly now: Instant;
}

/** When a product is looked at next, about, and why so soon. `near`: close to what somebody waits for. */
export interface NextLook {
  readonly at: Instant;
  readonly reason: ReadProduct['reason'] | 'near';
}

export interface ReadingPlan {
  /** To be read now, in this order. */
  readonly due: readonly string[];
  /** By catalogue id. What is due now has `now`. */
  readonly looks: ReadonlyMap<string, NextLook>;
}

/** So much above the even rate are overdue readings worked off: what was missed is caught up with, but not at once. */
const CATCH_UP = 1.2;
/** Few products need no spreading. */
const FEWEST_A_MINUTE = 10;
/** What went before counts over this long, since whoever reads does not come by to the second. */
const WINDOW_MINUTES = 5;

/** A product with what decides about its turn. */
interface Turn {
  readonly product: ReadProduct;
  readonly periodMs: number;
  /** Its age in periods: 1 is due; infinite when it was never read. */
  readonly overdue: number;
  readonly kind: 'unread' | 'known';
  readonly isNear: boolean;
}

/**
 * Which products' prices are read now, most overdue first (in periods, so that a shelf warmer does not starve behind a
 * bestseller), and when each is looked at next. Offered ones are read as soon as they are due; the others are spread over
 * the hour: what was never read goes as fast as the budget allows, the rest little faster than it becomes due. After a
 * night nothing is caught up with at once.
 *
 * @example 1,000 products watched for 60 minutes, none near: about 17 a minute and 1,000 an hour
 */
export function planReadings(input: ReadingInput): ReadingPlan {
  const { products, now } = input;
  const periods = readingPeriods(products, input);
  const turns = products.flatMap((product) => turnOf(product, periods.get(product.catalogId), now)).toSorted(byTurn);
  const paced = turns.filter(({ product }) => product.reason !== 'offered');
  const quotas = quotasOf(paced, input);
  const pace = paceOf(paced);
  const due: Turn[] = [];
  const waiting: Turn[] = [];
  for (const turn of turns.filter(({ overdue }) => overdue >= 1)) {
    const isFree = turn.product.reason === 'offered' || quotas[turn.kind] > 0;
    if (turn.product.reason !== 'offered') quotas[turn.kind] -= 1;
    (isFree ? due : waiting).push(turn);
  }
  const looks = new Map(turns.map((turn) => [turn.product.catalogId, lookAt(turn, dueAt(turn, now))]));
  for (const turn of due) looks.set(turn.product.catalogId, lookAt(turn, now));
  for (const [nth, turn] of waiting.entries()) {
    const queued = shiftInstant(now, Math.ceil((nth + 1) / pace) * MINUTE_MS);
    looks.set(turn.product.catalogId, lookAt(turn, queued));
  }
  return { due: due.map(({ product }) => product.catalogId), looks };
}

function turnOf(product: ReadProduct, period: ReadingPeriod | undefined, now: Instant): readonly Turn[] {
  if (period === undefined) return [];
  const age = ageOf(product.askedAt, now);
  const kind = Number.isFinite(age) ? 'known' : 'unread';
  return [{ product, periodMs: period.own, overdue: age / period.own, kind, isNear: period.own < period.usual }];
}

/** How many of each kind may be read now, after those that were read just before. */
function quotasOf(turns: readonly Turn[], { budgetPerHour, now }: ReadingInput): Record<Turn['kind'], number> {
  const lately = (minutes: number): number =>
    turns.filter(({ product }) => ageOf(product.askedAt, now) < minutes * MINUTE_MS).length;
  const pace = paceOf(turns);
  return {
    unread: Math.ceil(budgetPerHour / 60) - lately(1),
    known: Math.ceil(Math.min(2 * pace, WINDOW_MINUTES * pace - lately(WINDOW_MINUTES))),
  };
}

/** Readings a minute that keep up with what becomes due, and somewhat more. */
function paceOf(turns: readonly Turn[]): number {
  const even = turns.reduce((sum, { periodMs }) => sum + MINUTE_MS / periodMs, 0);
  return Math.max(FEWEST_A_MINUTE, even * CATCH_UP);
}

function byTurn(a: Turn, b: Turn): number {
  if (a.overdue !== b.overdue) return a.overdue > b.overdue ? -1 : 1;
  return a.periodMs - b.periodMs;
}

function dueAt({ product, periodMs }: Turn, now: Instant): Instant {
  return product.askedAt === null || product.askedAt > now ? now : shiftInstant(product.askedAt, periodMs);
}

function lookAt({ product, isNear }: Turn, at: Instant): NextLook {
  return { at, reason: isNear ? 'near' : product.reason };
}
