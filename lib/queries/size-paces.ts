import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import { salesSince } from '@/lib/db/repositories/sales-since';
import { salesPace, type SalesPace } from '@/lib/domain/deals/sales-pace';
import type { Instant } from '@/lib/domain/time/instant';
import { newestFirst } from './newest-first';

export interface SizePace {
  /** When the size's sales were last read; null: never, and then nothing is known of them. */
  readonly readAt: Instant | null;
  /** null: never read, or too few sales tell it. */
  readonly pace: SalesPace | null;
}

/** The newest of a size: a bestseller must not fill the memory, and its newest sales tell its pace. */
const MOST_SALES = 100;

/** How fast each size of a product sells, as far as its sales were read: by index, at most 100 rows a size. */
export async function sizePaces(
  db: ArchvdDatabase,
  catalogId: string,
  usSizes: readonly number[],
): Promise<ReadonlyMap<number, SizePace>> {
  const [cursors, since] = await Promise.all([
    db.cursors.bulkGet(usSizes.map((usSize) => `alias/recent-sales/${catalogId}/${usSize}`)),
    salesSince(db, catalogId),
  ]);
  const paces = await Promise.all(
    usSizes.map(async (usSize, nth): Promise<readonly [number, SizePace]> => {
      const readAt = cursors[nth]?.finishedAt ?? null;
      if (readAt === null) return [usSize, { readAt, pace: null }];
      const sales = await newestFirst(
        db.marketSales
          .where('[catalogId+usSize+purchasedAt]')
          .between([catalogId, usSize, Dexie.minKey], [catalogId, usSize, Dexie.maxKey]),
      )
        .limit(MOST_SALES)
        .toArray();
      return [usSize, { readAt, pace: salesPace(sales, readAt, since.get(usSize) ?? null) }];
    }),
  );
  return new Map(paces);
}
