import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';

/** A watched shoe and size, as one chooses among them. */
export interface WatchedChoice {
  readonly itemId: string;
  readonly catalogId: string;
  /** null: not read from the catalogue yet. */
  readonly product: Product | null;
  /** null: the shoe in all its sizes. */
  readonly usSize: number | null;
  /** The list it is on; null: there is only one. */
  readonly list: string | null;
  /** Alerts it has already. */
  readonly alerts: number;
}

/** Everything that is watched, by name and size. */
export async function watchedChoices(db: ArchvdDatabase): Promise<readonly WatchedChoice[]> {
  const items = (await db.watchlistItems.toArray()).filter(({ deletedAt }) => deletedAt === null);
  const ids = [...new Set(items.map(({ catalogId }) => catalogId))];
  const [products, lists, alerts] = await Promise.all([
    db.products.where('catalogId').anyOf(ids).toArray(),
    db.watchlists.toArray(),
    db.alerts.toArray(),
  ]);
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  const living = lists.filter(({ deletedAt }) => deletedAt === null);
  const nameOf = new Map(living.length < 2 ? [] : living.map(({ id, name }) => [id, name]));
  const counts = new Map<string, number>();
  for (const { itemId, deletedAt } of alerts) if (deletedAt === null) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
  return items
    .map(({ id: itemId, catalogId, usSize, watchlistId }) => ({
      itemId,
      catalogId,
      product: productOf.get(catalogId) ?? null,
      usSize,
      list: nameOf.get(watchlistId) ?? null,
      alerts: counts.get(itemId) ?? 0,
    }))
    .toSorted(
      (a, b) =>
        nameIn(a).localeCompare(nameIn(b), 'en') || (a.usSize ?? 0) - (b.usSize ?? 0) || (a.itemId < b.itemId ? -1 : 1),
    );
}

const nameIn = ({ product, catalogId }: Pick<WatchedChoice, 'product' | 'catalogId'>): string =>
  product?.name ?? catalogId;
