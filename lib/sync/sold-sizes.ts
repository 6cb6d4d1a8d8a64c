import type { ArchvdDatabase } from '@/lib/db/database';
import type { AlertKind } from '@/lib/domain/alerts/alert';
import type { Product } from '@/lib/domain/catalog/product';
import { isPlain } from '@/lib/domain/market/market-look';
import type { SoldVariant } from './keep-recent-sales';

/** A size whose sales are accumulated. Own offers come first, whatever else is waited for. */
export interface SoldSize extends SoldVariant {
  readonly isOffered: boolean;
}

/** Alerts that say nothing without sales. */
const NEED_SALES: readonly AlertKind[] = [
  'under-median',
  'sales-per-week-above',
  'sold-at-or-below',
  'net-at-or-above',
  'roi-at-or-above',
];

type SizeOfProduct = (catalogId: string, size: number) => number | null;

/**
 * Sizes the seller offers or has in stock, and those an alert needs sales of, in the US value price queries want; a size
 * the product does not come in is left out.
 */
export async function soldSizes(db: ArchvdDatabase): Promise<readonly SoldSize[]> {
  const [listings, pairs, alerted, products] = await Promise.all([
    db.listings.where('status').equals('active').toArray(),
    db.inventory.where('status').equals('in-stock').toArray(),
    alertedSizes(db),
    db.products.toArray(),
  ]);
  const usSizeOf = sizeFinder(products);
  const sizes = new Map<string, SoldSize>();
  const add = (catalogId: string | null, usSize: number | null, isOffered: boolean): void => {
    if (catalogId === null || usSize === null) return;
    const key = `${catalogId}/${usSize}`;
    if (!sizes.has(key)) sizes.set(key, { catalogId, usSize, isOffered });
  };
  for (const { catalogId, size } of listings) add(catalogId, usSizeOf(catalogId, size.value), true);
  for (const { catalogId, usSize } of alerted) add(catalogId, usSize, false);
  for (const { catalogId, size, deletedAt } of pairs)
    if (catalogId !== null && deletedAt === null) add(catalogId, usSizeOf(catalogId, size.value), false);
  return [...sizes.values()];
}

function sizeFinder(products: readonly Product[]): SizeOfProduct {
  const byId = new Map(products.map((product) => [product.catalogId, product.allowedSizes]));
  return (catalogId, size) => byId.get(catalogId)?.find((one) => one.value === size)?.usValue ?? null;
}

/** Of a product watched whole, the size with the lowest ask: it is the one the alert speaks of. */
async function alertedSizes(db: ArchvdDatabase): Promise<readonly SoldVariant[]> {
  const alerts = await db.alerts
    .where('kind')
    .anyOf([...NEED_SALES])
    .toArray();
  const live = alerts.filter(({ deletedAt, enabled }) => deletedAt === null && enabled);
  const sizes = live.flatMap(({ catalogId, usSize }) => (usSize === null ? [] : [{ catalogId, usSize }]));
  const whole = new Set(live.flatMap(({ catalogId, usSize }) => (usSize === null ? [catalogId] : [])));
  const cheapest = await Promise.all([...whole].map((catalogId) => cheapestSize(db, catalogId)));
  return [...sizes, ...cheapest.flat()];
}

async function cheapestSize(db: ArchvdDatabase, catalogId: string): Promise<readonly SoldVariant[]> {
  const prices = await db.marketPrices.where('catalogId').equals(catalogId).toArray();
  const asked = prices.flatMap(({ variant, lowestAsk }) =>
    lowestAsk !== null && isPlain(variant, variant.regionId)
      ? [{ usSize: variant.usSize, minor: lowestAsk.minor }]
      : [],
  );
  const [first] = asked.toSorted((a, b) => a.minor - b.minor);
  return first === undefined ? [] : [{ catalogId, usSize: first.usSize }];
}
