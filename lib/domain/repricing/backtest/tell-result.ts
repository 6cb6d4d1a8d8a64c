import { DAY_MS, shiftInstant, type Instant } from '../../time/instant';
import type { BacktestInput } from './backtest-input';
import type { ListingPath, ModelledSale, RuleChange } from './listing-path';

/** Sold pairs and what they brought, in minor units of the seller's currency. */
export interface PathTotal {
  readonly sold: number;
  readonly profitMinor: number;
}

export interface ReplayedRow {
  readonly listingId: string;
  readonly withRule: ModelledSale | null;
  readonly asItWas: ModelledSale | null;
  /** When it really sold. */
  readonly soldAt: Instant | null;
  readonly changes: readonly RuleChange[];
}

/** Profit until and with a moment, in minor units of the seller's currency. */
export interface ProfitPoint {
  readonly at: Instant;
  readonly withRuleMinor: number;
  readonly asItWasMinor: number;
}

/** What a result is told of, and what lacks when none is. */
export interface BacktestBasis {
  /** Listings the rules were about, and own ones of the same size: what one sells, the other does not. */
  readonly listings: number;
  /** Those of them with prices of 14 days at least. */
  readonly withPrices: number;
  /** Sales of those sizes that were seen. */
  readonly salesSeen: number;
  /** Since when prices of them are kept; null: there are none. */
  readonly since: Instant | null;
  /** Left out of every figure, since their cost, fees or a rate are unknown. */
  readonly withoutProfit: number;
}

export type BacktestLack = 'listings' | 'prices' | 'sales';

export type BacktestResult =
  | {
      readonly kind: 'told';
      readonly basis: BacktestBasis;
      readonly withRule: PathTotal;
      readonly asItWas: PathTotal;
      /** Pairs that really sold in this time. */
      readonly reallySold: number;
      /** Runs the breaker would have stopped: live, a person has to let the rules go on. */
      readonly stoppedRuns: number;
      /** Prices the rule would have changed. */
      readonly changes: number;
      /** The lowest price a rule gave, of the floor then, in per cent rounded down; null: it gave none. */
      readonly lowestOfFloorPercent: number | null;
      /** How long the best known of them was on sale with known prices. */
      readonly days: number;
      /** Of all time on sale, in basis points. */
      readonly knownShare: number;
      /** A point each day, the first at the beginning. */
      readonly curve: readonly ProfitPoint[];
      /** Pairs the replays differ on first. */
      readonly rows: readonly ReplayedRow[];
    }
  | { readonly kind: 'not-enough-data'; readonly lacks: readonly BacktestLack[]; readonly basis: BacktestBasis };

/** Fewer listings, or fewer days of prices of them, tell nothing. */
export const FEWEST_LISTINGS = 5;
export const FEWEST_DAYS = 14;

export function tellResult(input: BacktestInput, paths: readonly ListingPath[], stoppedRuns: number): BacktestResult {
  const sizes = new Set(paths.filter(({ covered }) => covered).map(({ of }) => of.size));
  const concerned = paths.filter(({ of }) => sizes.has(of.size));
  const counted = concerned.filter(({ of }) => of.profitAt(of.firstPrice) !== null);
  const basis = basisOf(input, concerned, counted);
  const lacks: BacktestLack[] = [];
  if (basis.listings < FEWEST_LISTINGS) lacks.push('listings');
  else if (basis.withPrices < FEWEST_LISTINGS) lacks.push('prices');
  if (basis.salesSeen === 0) lacks.push('sales');
  if (lacks.length > 0) return { kind: 'not-enough-data', lacks, basis };
  const lowest = counted.flatMap(({ changes }) => changes.map(({ ofFloorPercent }) => ofFloorPercent));
  const moments = sum(counted.map((path) => path.moments));
  const known = sum(counted.map((path) => path.knownMoments));
  return {
    kind: 'told',
    basis,
    withRule: totalOf(counted.map(({ soldWithRule }) => soldWithRule)),
    asItWas: totalOf(counted.map(({ soldAsItWas }) => soldAsItWas)),
    reallySold: counted.filter(({ of }) => of.soldAt !== null).length,
    stoppedRuns,
    changes: sum(counted.map(({ changes }) => changes.length)),
    lowestOfFloorPercent: lowest.length === 0 ? null : lowest.reduce((least, each) => Math.min(least, each)),
    days: Math.round((Math.max(...counted.map(({ knownMoments }) => knownMoments)) * input.everyMs) / DAY_MS),
    knownShare: moments === 0 ? 0 : Math.floor((known * 10_000) / moments),
    curve: curveOf(input, counted),
    rows: rowsOf(counted),
  };
}

function basisOf(
  { markets, sales, from, to, everyMs }: BacktestInput,
  concerned: readonly ListingPath[],
  counted: readonly ListingPath[],
): BacktestBasis {
  const firsts = counted.flatMap(({ of }) => markets.get(of.variant)?.steps[0]?.at ?? []);
  const seen = [...new Set(counted.map(({ of }) => of.size))].flatMap((size) => sales.get(size)?.sales ?? []);
  return {
    listings: counted.length,
    withPrices: counted.filter(({ knownMoments }) => knownMoments * everyMs >= FEWEST_DAYS * DAY_MS).length,
    salesSeen: seen.filter(({ at }) => at > from && at <= to).length,
    since: firsts.length === 0 ? null : firsts.reduce((first, at) => (at < first ? at : first)),
    withoutProfit: concerned.length - counted.length,
  };
}

function totalOf(sales: readonly (ModelledSale | null)[]): PathTotal {
  const sold = sales.filter((sale) => sale !== null);
  return { sold: sold.length, profitMinor: sum(sold.map(({ profitMinor }) => profitMinor ?? 0)) };
}

function curveOf({ from, to }: BacktestInput, paths: readonly ListingPath[]): readonly ProfitPoint[] {
  const points: ProfitPoint[] = [];
  const until = (sale: ModelledSale | null, at: Instant) => (sale !== null && sale.at <= at ? sale : null);
  for (let at = from; ; at = shiftInstant(at, DAY_MS)) {
    const end = at < to ? at : to;
    points.push({
      at: end,
      withRuleMinor: totalOf(paths.map(({ soldWithRule }) => until(soldWithRule, end))).profitMinor,
      asItWasMinor: totalOf(paths.map(({ soldAsItWas }) => until(soldAsItWas, end))).profitMinor,
    });
    if (at >= to) return points;
  }
}

function rowsOf(paths: readonly ListingPath[]): readonly ReplayedRow[] {
  const differs = ({ withRule, asItWas }: ReplayedRow) =>
    withRule?.at !== asItWas?.at || withRule?.price.minor !== asItWas?.price.minor;
  const rank = (row: ReplayedRow) => (differs(row) ? 0 : row.withRule !== null ? 1 : row.changes.length > 0 ? 2 : 3);
  return paths
    .map(({ of, soldWithRule, soldAsItWas, changes }): ReplayedRow => ({
      listingId: of.listing.id,
      withRule: soldWithRule,
      asItWas: soldAsItWas,
      soldAt: of.soldAt,
      changes,
    }))
    .toSorted(
      (a, b) => rank(a) - rank(b) || b.changes.length - a.changes.length || (a.listingId < b.listingId ? -1 : 1),
    );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
