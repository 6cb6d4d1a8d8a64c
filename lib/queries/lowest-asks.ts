import type { ArchvdDatabase } from '@/lib/db/database';
import { isPlain } from '@/lib/domain/market/market-look';
import type { Money } from '@/lib/domain/money/money';

export interface LowestAsks {
  /** Of any size; null: nobody asks, or it was never read. */
  readonly lowest: Money | null;
  readonly bySize: ReadonlyMap<number, Money>;
}

/** The lowest asks of a product's sizes, of new pairs in a good box. */
export async function lowestAsks(db: ArchvdDatabase, catalogId: string, regionId: string | null): Promise<LowestAsks> {
  const prices = await db.marketPrices.where('catalogId').equals(catalogId).toArray();
  const asked = prices.flatMap(({ variant, lowestAsk }) =>
    isPlain(variant, regionId) && lowestAsk !== null ? [[variant.usSize, lowestAsk] as const] : [],
  );
  const lowest = asked.map(([, ask]) => ask).toSorted((a, b) => a.minor - b.minor)[0] ?? null;
  return { lowest, bySize: new Map(asked) };
}
