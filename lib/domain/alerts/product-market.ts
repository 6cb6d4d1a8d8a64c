import { salesPace } from '../deals/sales-pace';
import type { Money } from '../money/money';
import { roiOf } from '../pnl/profit';
import type { CalendarDate, Instant } from '../time/instant';
import type { AlertTrigger } from './alert';
import { costOf, profitAt } from './alert-facts';
import type { AlertReading, AskFrom, SoldPair } from './alert-reading';

/** One size of a product: new pairs in a good box. */
export interface SizeMarket {
  readonly usSize: number;
  readonly ask: Money | null;
  readonly offer: Money | null;
  readonly lastSale: Money | null;
}

/** A product's market as the books know it at one moment. */
export interface ProductMarket {
  /** null: its prices were never read. */
  readonly pricesReadAt: Instant | null;
  readonly sizes: readonly SizeMarket[];
  /** By US size, of those that were read. */
  readonly sales: ReadonlyMap<number, readonly SoldPair[]>;
  readonly salesReadAt: ReadonlyMap<number, Instant>;
  /** By US size, the end of the newest gap in its sales, of those that have one. */
  readonly salesSince: ReadonlyMap<number, Instant>;
  readonly releaseDate: CalendarDate | null;
}

/** What a reading needs besides the market of its product. */
export type AlertGround = Pick<AlertReading, 'rates' | 'offsetAt' | 'today' | 'asks' | 'fees' | 'buying'>;

/** The reading of one alert: of its size or, where every size is watched, of the size that comes nearest to ringing. */
export function readingOf(
  { trigger, usSize }: { readonly trigger: AlertTrigger; readonly usSize: number | null },
  market: ProductMarket,
  ground: AlertGround,
): AlertReading {
  const { sizes, pricesReadAt, sales, salesReadAt, releaseDate } = market;
  const size = usSize === null ? bestSize(trigger, sizes, ground) : sizes.find((each) => each.usSize === usSize);
  const isAboutSales = trigger.kind === 'sold-at-or-below' || trigger.kind === 'sales-per-week-above';
  const told = usSize === null && isAboutSales ? [...sales.keys()] : [usSize ?? size?.usSize ?? -1];
  const readAts = told.flatMap((each) => salesReadAt.get(each) ?? []);
  return {
    ...ground,
    pricesReadAt,
    salesReadAt: readAts.length === 0 ? null : (Math.max(...readAts) as Instant),
    // What is about every size names none.
    usSize: usSize === null && (isAboutSales || trigger.kind === 'few-sizes-left') ? null : (size?.usSize ?? usSize),
    ask: size?.ask ?? null,
    offer: size?.offer ?? null,
    lastSale: size?.lastSale ?? null,
    sales: told.flatMap((each) => sales.get(each) ?? []),
    perWeek: trigger.kind === 'sales-per-week-above' ? weeklySales(told, market) : null,
    sizesLeft: pricesReadAt === null ? null : sizes.filter(({ ask }) => ask !== null).length,
    releaseDate,
  };
}

/** Where no size is named: the best offer, the best profit, else the lowest ask of all. */
function bestSize({ kind }: AlertTrigger, sizes: readonly SizeMarket[], ground: AlertGround): SizeMarket | undefined {
  const worth = (size: SizeMarket): number | null => {
    if (kind === 'offer-at-or-above') return size.offer?.minor ?? null;
    const profit = kind === 'net-at-or-above' || kind === 'roi-at-or-above' ? profitAt({ ...ground, ...size }) : null;
    if (profit !== null)
      return kind === 'roi-at-or-above' ? roiOf(profit, costOf({ ...ground, ...size })) : profit.minor;
    return kind === 'net-at-or-above' || kind === 'roi-at-or-above' || size.ask === null ? null : -size.ask.minor;
  };
  let best: { readonly size: SizeMarket; readonly worth: number } | null = null;
  for (const size of sizes) {
    const own = worth(size);
    if (own !== null && (best === null || own > best.worth)) best = { size, worth: own };
  }
  return best?.size;
}

/** Sales a week of these sizes together, as far as they are known; null when of none. */
function weeklySales(sizes: readonly number[], { sales, salesReadAt, salesSince }: ProductMarket): number | null {
  const paces = sizes.flatMap((each) => {
    const until = salesReadAt.get(each);
    if (until === undefined) return [];
    const seen = (sales.get(each) ?? []).map(({ at, price, seenAt }) => ({ purchasedAt: at, price, seenAt }));
    return salesPace(seen, until, salesSince.get(each) ?? null)?.perWeek ?? [];
  });
  return paces.length === 0 ? null : paces.reduce((sum, pace) => sum + pace, 0);
}

/** The lowest ask a watched thing had at one moment. */
export function lowestOf(sizes: readonly SizeMarket[], usSize: number | null): Money | null {
  const asks = sizes.filter((each) => usSize === null || each.usSize === usSize).flatMap(({ ask }) => ask ?? []);
  return asks.toSorted((a, b) => a.minor - b.minor)[0] ?? null;
}

/** Figures of one size from a moment on, until the next. */
export interface SizeFrom extends SizeMarket {
  readonly at: Instant;
}

/**
 * The lowest ask over time of one size or of all, oldest first.
 *
 * @param history of the sizes, oldest first, each row standing until the next one of its size
 */
export function asksOver(history: readonly SizeFrom[], usSize: number | null): readonly AskFrom[] {
  const standing = new Map<number, SizeFrom>();
  const asks: AskFrom[] = [];
  for (const [nth, row] of history.entries()) {
    standing.set(row.usSize, row);
    if (history[nth + 1]?.at === row.at) continue;
    asks.push({ at: row.at, ask: lowestOf([...standing.values()], usSize) });
  }
  return asks;
}
