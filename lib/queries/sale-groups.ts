import type { Product } from '@/lib/domain/catalog/product';
import type { Sale, SaleStatus } from '@/lib/domain/sales/sale';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { sizeOfOrder } from './order-size';

/** What sales are gathered by, time apart. */
export const SALE_GROUPS = ['platform', 'brand', 'style', 'size'] as const;

export type SaleGroup = (typeof SALE_GROUPS)[number];

/** What part of the sales is meant; null: all of them. */
export type SaleFilter = Readonly<Record<SaleGroup, string | null>> & { readonly status: SaleStatus | null };

export const EVERY_SALE: SaleFilter = { platform: null, brand: null, style: null, size: null, status: null };

/** The products a sale's style and size are read with, by catalogue id. */
export type Catalogue = ReadonlyMap<string, Pick<Product, 'styleCode' | 'sizeSystem' | 'sizeRun'>>;

/**
 * What a sale belongs to: the same words group it and find it again.
 *
 * @example a sale of `DD1391 100`, 10: brand `Nike`, style `DD1391-100`, size `US 10`, platform `alias`
 */
export function saleKey(sale: Sale, group: SaleGroup, catalogue: Catalogue): string {
  const product = catalogue.get(sale.catalogId) ?? null;
  if (group === 'platform') return sale.marketplace;
  if (group === 'brand') return sale.brand;
  if (group === 'style') return product?.styleCode ?? sale.rawSku.trim().replaceAll(/\s+/g, '-');
  const { size, run } = sizeOfOrder(sale, product);
  return formatSize(size, run);
}

export function fitsFilter(sale: Sale, filter: SaleFilter, catalogue: Catalogue): boolean {
  if (filter.status !== null && sale.status !== filter.status) return false;
  return SALE_GROUPS.every((group) => filter[group] === null || saleKey(sale, group, catalogue) === filter[group]);
}
