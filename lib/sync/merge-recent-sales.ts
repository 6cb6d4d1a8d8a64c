import type { MarketSaleRow } from '@/lib/db/rows';
import type { RecentSale } from '@/lib/domain/market/quote';
import type { Instant } from '@/lib/domain/time/instant';

/**
 * Keys for market sales, which alias sends without an id. Two identical rows of one answer are two sales (identical
 * price, size and millisecond do occur), so the n-th of a kind gets n into its key; the same answer again gives the
 * same keys, hence adds nothing.
 */
export function marketSaleRows(sales: readonly RecentSale[], seenAt: Instant): readonly MarketSaleRow[] {
  const counts = new Map<string, number>();
  return sales.map((sale) => {
    const natural = [sale.catalogId, sale.usSize, sale.purchasedAt, sale.price.minor, String(sale.consigned)].join('|');
    const nth = (counts.get(natural) ?? 0) + 1;
    counts.set(natural, nth);
    return { ...sale, id: `${natural}|${nth}`, seenAt };
  });
}
