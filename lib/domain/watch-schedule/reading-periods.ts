import { HOUR_MS, MINUTE_MS, type Instant } from '../time/instant';

/** A product whose prices are read, for the strongest reason there is: offered before watched before in stock. */
export interface ReadProduct {
  readonly catalogId: string;
  readonly reason: 'offered' | 'watched' | 'in-stock';
  /** When its prices were last asked for, answered or not; null: never. */
  readonly askedAt: Instant | null;
  /** How far its figures are from what is waited for, in basis points (300 is 3 %); null: nothing is near. */
  readonly distance: number | null;
}

export interface ReadingLimits {
  /** How old the prices of what is watched may get. */
  readonly freshnessMs: number;
  /** Readings of prices an hour, at most, over all products. */
  readonly budgetPerHour: number;
}

/** How long to wait between two readings of a product, and how long it would be if it were not near. */
export interface ReadingPeriod {
  readonly own: number;
  readonly usual: number;
}

/** Half of what repricing takes for fresh, so that a rule seldom has to read for itself. */
const OFFERED_MS = 15 * MINUTE_MS;
/** What lies in stock is only valued. */
const STOCKED_MS = 6 * HOUR_MS;
/** More often than this nothing is read. */
const SHORTEST_MS = 5 * MINUTE_MS;

/** What is near may cost so much besides: of the watched ones' readings, or a few an hour when little is watched. */
const NEAR_SHARE = 0.08;
const NEAR_AT_LEAST = 8;
/** However much is offered, the others keep this share of the budget. */
const KEPT_SHARE = 0.1;

/**
 * How long to wait between two readings of each product. What is near is read two, three, … times as often, the nearest
 * first, out of a share that is spare; where the budget does not reach, what is watched or in stock waits longer, all in
 * the same measure. What is offered is read often enough as it is.
 *
 * @example 1,000 watched for 60 minutes: one each hour; 20 of them near: these each 12 minutes
 */
export function readingPeriods(
  products: readonly ReadProduct[],
  limits: ReadingLimits,
): ReadonlyMap<string, ReadingPeriod> {
  const watchedMs = Math.max(SHORTEST_MS, limits.freshnessMs);
  const base = { offered: OFFERED_MS, watched: watchedMs, 'in-stock': Math.max(STOCKED_MS, watchedMs) };
  const load = (reason: ReadProduct['reason']): number =>
    (products.filter((product) => product.reason === reason).length * HOUR_MS) / base[reason];
  const others = load('watched') + load('in-stock');
  const room = Math.max(limits.budgetPerHour - load('offered'), limits.budgetPerHour * KEPT_SHARE);
  const stretch = Math.max(1, others / room);
  const spare = Math.max(0, Math.min(Math.max(load('watched') * NEAR_SHARE, NEAR_AT_LEAST), room - others));
  const times = timesAsOften(products, Math.floor((spare * watchedMs) / HOUR_MS), watchedMs / SHORTEST_MS);
  return new Map(
    products.map(({ catalogId, reason }) => {
      const usual = base[reason] * (reason === 'offered' ? 1 : stretch);
      return [catalogId, { usual, own: usual / (times.get(catalogId) ?? 1) }];
    }),
  );
}

/**
 * How often the near ones are read while the others are read once. Whole times: so the readings of no hour, wherever it
 * begins, are more than was spare.
 */
function timesAsOften(products: readonly ReadProduct[], spare: number, most: number): ReadonlyMap<string, number> {
  const near = products
    .filter(({ reason, distance }) => reason === 'watched' && distance !== null)
    .toSorted((a, b) => (a.distance ?? 0) - (b.distance ?? 0) || (a.catalogId < b.catalogId ? -1 : 1));
  const each = Math.floor(spare / near.length);
  const left = spare - each * near.length;
  return new Map(
    near.map(({ catalogId }, nth) => [
      catalogId,
      Math.max(1, Math.min(Math.floor(most), 1 + each + (nth < left ? 1 : 0))),
    ]),
  );
}
