import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { MarketSaleRow } from '@/lib/db/rows';
import type { VariantKey } from '@/lib/domain/market/quote';
import type { VariantMarket } from '@/lib/domain/repricing/decision';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { newestFirst } from './newest-first';

type Size = Pick<VariantKey, 'catalogId' | 'usSize'>;

interface SizeSales {
  /** Newest first. */
  readonly sales: VariantMarket['sales'];
  /** When they were last asked for. */
  readonly readAt: Instant | null;
}

/** Older sales say little of what a pair is worth now. */
const LOOK_BACK_MS = 90 * DAY_MS;
/** Of a size, so that a bestseller does not fill the memory. */
const MOST = 100;
/** Above this many sizes, all late sales in one go are read quicker than size by size. */
const MANY = 400;

/** What sizes have in common whatever the condition: alias tells none with a sale. */
export function sizeKey({ catalogId, usSize }: Size): string {
  return `${catalogId}/${usSize}`;
}

/**
 * The sales of the last 90 days of these sizes, at most 100 of each; of a size with a gap only those after the newest one:
 * what lies before it would make its pace look slower than it is, or as if sales had just begun.
 */
export async function readSizeSales(
  db: ArchvdDatabase,
  asked: readonly Size[],
  now: Instant,
): Promise<ReadonlyMap<string, SizeSales>> {
  const sizes = new Map(asked.map((size) => [sizeKey(size), size]));
  const since = shiftInstant(now, -LOOK_BACK_MS);
  const [sales, gaps, cursors] = await Promise.all([
    sizes.size > MANY ? inOneGo(db, sizes, since) : sizeBySize(db, sizes, since),
    newestGaps(db),
    db.cursors.bulkGet([...sizes.keys()].map((key) => `alias/recent-sales/${key}`)),
  ]);
  return new Map(
    [...sizes.keys()].map((key, nth) => {
      const from = gaps.get(key) ?? 0;
      const known = (sales.get(key) ?? []).filter(({ purchasedAt }) => purchasedAt >= from);
      const told = known.map(({ purchasedAt, price }) => ({ at: purchasedAt, price }));
      return [key, { sales: told, readAt: cursors[nth]?.finishedAt ?? null }];
    }),
  );
}

/** Where the newest gap of each size ends. Few sizes have one, and none has many. */
async function newestGaps(db: ArchvdDatabase): Promise<ReadonlyMap<string, number>> {
  const newest = new Map<string, number>();
  for (const gap of await db.salesGaps.toArray()) {
    const key = sizeKey(gap);
    if (gap.until > (newest.get(key) ?? 0)) newest.set(key, gap.until);
  }
  return newest;
}

async function sizeBySize(
  db: ArchvdDatabase,
  sizes: ReadonlyMap<string, Size>,
  since: Instant,
): Promise<ReadonlyMap<string, readonly MarketSaleRow[]>> {
  const found = await Promise.all(
    [...sizes].map(async ([key, { catalogId, usSize }]) => {
      const late = db.marketSales
        .where('[catalogId+usSize+purchasedAt]')
        .between([catalogId, usSize, since], [catalogId, usSize, Dexie.maxKey]);
      return [key, await newestFirst(late).limit(MOST).toArray()] as const;
    }),
  );
  return new Map(found);
}

async function inOneGo(
  db: ArchvdDatabase,
  sizes: ReadonlyMap<string, Size>,
  since: Instant,
): Promise<ReadonlyMap<string, readonly MarketSaleRow[]>> {
  const found = new Map<string, MarketSaleRow[]>();
  for (const row of (await db.marketSales.where('purchasedAt').aboveOrEqual(since).toArray()).toReversed()) {
    const key = sizeKey(row);
    if (!sizes.has(key)) continue;
    const known = found.get(key);
    if (known === undefined) found.set(key, [row]);
    else if (known.length < MOST) known.push(row);
  }
  return found;
}
