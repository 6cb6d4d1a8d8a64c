import { compare } from '../money/arithmetic';
import type { Money } from '../money/money';
import { DAY_MS, type Instant } from '../time/instant';

/** A market sale as it was seen: alias shows the newest ones of a size, whenever it is asked. */
export interface SeenSale {
  readonly purchasedAt: Instant;
  readonly price: Money;
  /** Which reading brought it. */
  readonly seenAt: Instant;
}

/** How fast a size sells, as far as it was seen: `sales` in the `days` before `until`. */
export interface SalesPace {
  readonly sales: number;
  readonly days: number;
  readonly perWeek: number;
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * Before gaps were noted, alias was asked for so many rows: a reading that brought as many new ones may have missed some
 * before them. One that brought more asked for all there is, and noted a gap where it missed something.
 */
const ROWS_OF_A_READING = 10;

const FEWEST = 3;

/** Recent weeks say more than old ones; where they hold too few sales, further back. */
const WINDOWS_DAYS = [28, 90, 365];

/** Ten sales of one minute are no rate per week: the shortest span counts as an hour. */
const SHORTEST_MS = DAY_MS / 24;

/**
 * Sales per week of one size, from the sales accumulated so far. A list that may have a gap covers only what comes
 * after the gap, so the pace is never thinned by time nobody looked at.
 *
 * @param until when the sales were last read: what came later is not known
 * @param since the end of the newest gap that was noted: from then on no sale was missed; null: none was noted, and what
 *   each reading brought tells it
 * @returns null when fewer than three sales tell it
 * @example ten sales read at once, the oldest 4.5 days before: nine more in 4.5 days, hence 14 a week
 */
export function salesPace(sales: readonly SeenSale[], until: Instant, since: Instant | null = null): SalesPace | null {
  const known = sales.filter((sale) => sale.purchasedAt <= until).toSorted((a, b) => a.purchasedAt - b.purchasedAt);
  const covered = since === null ? coveredFrom(known) : laterOf(since, known[0]?.purchasedAt ?? null);
  if (covered === null) return null;
  for (const windowDays of WINDOWS_DAYS) {
    const opens = until - windowDays * DAY_MS;
    const within = known.filter((sale) => sale.purchasedAt >= Math.max(opens, covered));
    if (within.length >= FEWEST) return paceOf(within, opens > covered ? opens : null, until);
  }
  return null;
}

/** A window that opens with a sale is as long as the time after it, in which one sale less happened. */
function paceOf(within: readonly SeenSale[], opens: number | null, until: Instant): SalesPace {
  const from = (opens ?? within[0]?.purchasedAt ?? until) as Instant;
  const sales = opens === null ? within.length - 1 : within.length;
  const span = Math.max(SHORTEST_MS, until - from);
  return { sales, days: span / DAY_MS, perWeek: (sales * 7 * DAY_MS) / span, from, until };
}

function laterOf(since: Instant, oldest: Instant | null): Instant | null {
  return oldest === null || oldest > since ? oldest : since;
}

/**
 * Since when nothing was missed: the oldest sale, or that of the newest reading that came full of new ones, unless a later
 * one brought what lies before them.
 */
function coveredFrom(sales: readonly SeenSale[]): Instant | null {
  const readings = new Map<Instant, { rows: number; oldest: Instant }>();
  for (const { seenAt, purchasedAt } of sales) {
    const reading = readings.get(seenAt);
    if (reading === undefined) readings.set(seenAt, { rows: 1, oldest: purchasedAt });
    else reading.rows += 1;
  }
  let from = sales[0]?.purchasedAt ?? null;
  for (const [seenAt, { rows, oldest }] of readings) {
    if (from === null || rows !== ROWS_OF_A_READING || oldest <= from) continue;
    if (!sales.some((sale) => sale.seenAt > seenAt && sale.purchasedAt < oldest)) from = oldest;
  }
  return from;
}

export interface DaysToSell {
  readonly days: number;
  /** Sales at the price or above it, among those the pace counts. */
  readonly atPrice: number;
}

/**
 * How long until somebody buys at a price: what sold at that price or above, over the time of the pace. A guess, since
 * alias tells no queue: pairs of others at the same price may sell first.
 *
 * @returns whole days, at least one; null when nothing sold at that price
 * @example 9 sales in 4.5 days, one of them at $97 or more: 5 days
 */
export function daysToSell(sales: readonly SeenSale[], pace: SalesPace, price: Money): DaysToSell | null {
  const atPrice = sales.filter(
    (sale) =>
      sale.purchasedAt >= pace.from &&
      sale.purchasedAt <= pace.until &&
      sale.price.currency === price.currency &&
      compare(sale.price, price) >= 0,
  ).length;
  return atPrice === 0 ? null : { days: Math.max(1, Math.ceil(pace.days / atPrice)), atPrice };
}
