import type { ArchvdDatabase } from '@/lib/db/database';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Period } from '@/lib/domain/time/period';
import { createMatcher } from './match-text';
import { fitsFilter, type Catalogue, type SaleFilter } from './sale-groups';

export interface SaleQuestion {
  /** null: all there are. */
  readonly period: Period | null;
  readonly search: string;
  readonly filter: SaleFilter;
}

/** Sales of a time that match, oldest first. Reads products only where the filter is about them. */
export async function findSales(db: ArchvdDatabase, { period, search, filter }: SaleQuestion): Promise<Sale[]> {
  const byDate =
    period === null
      ? db.sales.orderBy('soldAt')
      : db.sales.where('soldAt').between(period.from, period.to, true, false);
  const aboutProducts = filter.style !== null || filter.size !== null;
  const [sales, catalogue] = await Promise.all([byDate.toArray(), aboutProducts ? readCatalogue(db) : new Map()]);
  const matches = createMatcher(search);
  return sales.filter(
    (sale) =>
      fitsFilter(sale, filter, catalogue) &&
      matches({ ...sale, styleCode: `${sale.rawSku} ${sale.orderNumber}`, size: sale.sizeValue }),
  );
}

export async function readCatalogue(db: ArchvdDatabase): Promise<Catalogue> {
  return new Map((await db.products.toArray()).map((product) => [product.catalogId, product]));
}
