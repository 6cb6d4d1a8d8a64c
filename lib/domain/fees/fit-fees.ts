import { BASIS_POINTS } from '../money/arithmetic';

/** What one order took of a price, both in minor units of one currency. */
export interface Taking {
  readonly price: number;
  readonly take: number;
}

/** A commission and a fixed fee, and how many orders they explain to the cent. */
export interface FittedFees {
  readonly basisPoints: number;
  /** Minor units. */
  readonly fixed: number;
  readonly explained: number;
}

/** The newest so many orders say it; more would say the same, slower. */
const MOST = 80;

/** Commissions are round: these steps are tried around what the orders point to, the roundest first. */
const STEPS = [50, 25, 10, 5, 1];

/** Both halves of a split rounding: the platform's cent and ours may differ by one. */
const TOLERANCE = 1;

/** Whether a commission and a fixed fee come to what was taken, give or take a cent of rounding. */
export function explains({ basisPoints, fixed }: Omit<FittedFees, 'explained'>, { price, take }: Taking): boolean {
  const off = take * BASIS_POINTS - price * basisPoints - fixed * BASIS_POINTS;
  return Math.abs(off) <= TOLERANCE * BASIS_POINTS;
}

/**
 * The commission and the fixed fee that explain the most orders. The slope is the median of the slopes between any two
 * orders, so that a few with a penalty or a bonus do not bend it; of commissions near it the one that explains most is
 * taken, among equals the rounder one.
 *
 * @example prices $100, $150, $220 and takings $20.00, $27.50, $38.00: 15 % and $5.00, three explained
 * @returns null when all orders had one price: then nobody can say which part is a share and which is fixed
 */
export function fitFees(orders: readonly Taking[]): FittedFees | null {
  const some = orders.slice(-MOST);
  const slope = medianSlope(some);
  if (slope === null) return null;
  let best: FittedFees | null = null;
  for (const basisPoints of candidates(slope)) {
    const fixed = commonRest(some, basisPoints);
    const explained = some.filter((order) => explains({ basisPoints, fixed }, order)).length;
    if (best === null || explained > best.explained) best = { basisPoints, fixed, explained };
  }
  return best;
}

function medianSlope(orders: readonly Taking[]): number | null {
  const slopes: number[] = [];
  for (const [place, a] of orders.entries()) {
    for (const b of orders.slice(place + 1))
      if (a.price !== b.price) slopes.push(((a.take - b.take) * BASIS_POINTS) / (a.price - b.price));
  }
  return slopes.length === 0 ? null : medianOf(slopes);
}

/** Rounder commissions first, so that a rounder one wins among those that explain as many. */
function candidates(slope: number): readonly number[] {
  const near = new Set<number>();
  for (const step of STEPS) {
    const middle = Math.round(slope / step) * step;
    for (const each of [middle, middle - step, middle + step]) if (each >= 0 && each < BASIS_POINTS) near.add(each);
  }
  return [...near];
}

/** The fixed part that is left of most orders once the share is off. */
function commonRest(orders: readonly Taking[], basisPoints: number): number {
  const rests = orders.map(({ price, take }) => take - (price * basisPoints) / BASIS_POINTS);
  const median = Math.round(medianOf(rests));
  // Half a cent may be rounded either way, so what is rounder wins among neighbours that explain as many.
  const near = [median - 1, median, median + 1].toSorted((a, b) => roundness(b) - roundness(a));
  const count = (fixed: number) => orders.filter((order) => explains({ basisPoints, fixed }, order)).length;
  return near.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The largest step an amount is a multiple of. */
function roundness(amount: number): number {
  return STEPS.find((step) => amount % (step * 2) === 0) ?? 0;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
