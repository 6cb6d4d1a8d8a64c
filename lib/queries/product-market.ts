import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { salesSince } from '@/lib/db/repositories/sales-since';
import type { SoldPair } from '@/lib/domain/alerts/alert-reading';
import { MEDIAN_DAYS } from '@/lib/domain/alerts/median-sale';
import type { ProductMarket, SizeFrom, SizeMarket } from '@/lib/domain/alerts/product-market';
import type { Product } from '@/lib/domain/catalog/product';
import { isPlain } from '@/lib/domain/market/market-look';
import { variantId } from '@/lib/domain/market/quote';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { newestFirst } from './newest-first';

/** Sales tell a pace over three months at most, and of a size the newest hundred say enough. */
const SALES_DAYS = 3 * MEDIAN_DAYS;
const MOST_SALES = 200;

interface Wanted {
  readonly catalogId: string;
  /** Region whose prices are meant; null: everywhere. */
  readonly regionId: string | null;
  /** Sizes whose sales are wanted; null: of all sizes. */
  readonly salesOf: readonly number[] | null;
  readonly now: Instant;
}

/** A product with its market of new pairs in a good box, as the books know it. */
export async function readProductMarket(
  db: ArchvdDatabase,
  { catalogId, regionId, salesOf, now }: Wanted,
): Promise<{ readonly product: Product | null; readonly market: ProductMarket }> {
  const [product, prices, cursor] = await Promise.all([
    db.products.where('catalogId').equals(catalogId).first(),
    db.marketPrices.where('catalogId').equals(catalogId).toArray(),
    db.cursors.get(pricesCursorId(catalogId, regionId)),
  ]);
  const sizes: readonly SizeMarket[] = prices
    .filter(({ variant }) => isPlain(variant, regionId) && isMade(product, variant.usSize))
    .map(({ variant, lowestAsk, highestOffer, lastSale }) => ({
      usSize: variant.usSize,
      ask: lowestAsk,
      offer: highestOffer,
      lastSale,
    }));
  const wanted = salesOf ?? sizesOf(product, sizes);
  const [{ sales, salesReadAt }, since] = await Promise.all([
    readSales(db, catalogId, wanted, shiftInstant(now, -SALES_DAYS * DAY_MS)),
    salesSince(db, catalogId),
  ]);
  const releaseDate = product?.releaseDate ?? null;
  const market = {
    pricesReadAt: cursor?.finishedAt ?? null,
    sizes,
    sales,
    salesReadAt,
    salesSince: since,
    releaseDate,
  };
  return { product: product ?? null, market };
}

/** alias also answers sizes the product does not come in: nobody can buy those. */
function isMade(product: Product | undefined, usSize: number): boolean {
  return product === undefined || product.allowedSizes.some((size) => size.usValue === usSize);
}

function sizesOf(product: Product | undefined, sizes: readonly SizeMarket[]): readonly number[] {
  return product === undefined ? sizes.map(({ usSize }) => usSize) : product.allowedSizes.map(({ usValue }) => usValue);
}

/** The sales of these sizes since a moment, and when each size was last read. */
export async function readSales(
  db: ArchvdDatabase,
  catalogId: string,
  sizes: readonly number[],
  since: Instant,
): Promise<Pick<ProductMarket, 'sales' | 'salesReadAt'>> {
  const [cursors, found] = await Promise.all([
    db.cursors.bulkGet(sizes.map((size) => `alias/recent-sales/${catalogId}/${size}`)),
    Promise.all(
      sizes.map((size) =>
        newestFirst(
          db.marketSales
            .where('[catalogId+usSize+purchasedAt]')
            .between([catalogId, size, since], [catalogId, size, Dexie.maxKey]),
        )
          .limit(MOST_SALES)
          .toArray(),
      ),
    ),
  ]);
  const sales = sizes.map((size, nth) => {
    const sold = (found[nth] ?? []).map(({ purchasedAt, price, seenAt }): SoldPair => ({
      at: purchasedAt,
      price,
      seenAt,
    }));
    return [size, sold] as const;
  });
  const readAt = sizes.flatMap((size, nth) => {
    const at = cursors[nth]?.finishedAt;
    return at == null ? [] : [[size, at] as const];
  });
  return { sales: new Map(sales), salesReadAt: new Map(readAt) };
}

/** Stored prices of these sizes, oldest first; of each also the one that stood when `since` came. */
export async function readPricesOver(
  db: ArchvdDatabase,
  { catalogId, regionId }: Pick<Wanted, 'catalogId' | 'regionId'>,
  sizes: readonly number[],
  since: Instant,
): Promise<readonly SizeFrom[]> {
  const rows = await Promise.all(
    sizes.map(async (usSize) => {
      const variant = { marketplace: 'alias', catalogId, usSize, condition: 'new', packaging: 'good' } as const;
      const id = variantId({ ...variant, consigned: null, regionId });
      const range = (from: unknown, to: unknown, withTo: boolean) =>
        db.marketPriceHistory.where('[variantId+at]').between([id, from], [id, to], true, withTo);
      const [before, inside] = await Promise.all([
        range(Dexie.minKey, since, false).last(),
        range(since, Dexie.maxKey, true).toArray(),
      ]);
      return [...(before === undefined ? [] : [before]), ...inside].map(
        ({ at, lowestAsk, highestOffer, lastSale }): SizeFrom => ({
          at,
          usSize,
          ask: lowestAsk,
          offer: highestOffer,
          lastSale,
        }),
      );
    }),
  );
  return rows.flat().toSorted((a, b) => a.at - b.at);
}
