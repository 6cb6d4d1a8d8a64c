import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';
import { styleCodeKey } from '@/lib/domain/catalog/style-code';
import { createMatcher } from './match-text';

/** Known products by style code, name and brand; a style code typed in full comes first. Nothing for an empty text. */
export async function findProducts(db: ArchvdDatabase, text: string, limit: number): Promise<readonly Product[]> {
  if (text.trim() === '') return [];
  const matches = createMatcher(text);
  const key = styleCodeKey(text);
  const found = await db.products.filter((product) => matches({ ...product, size: null })).toArray();
  const rank = (product: Product): number => Number(styleCodeKey(product.styleCode ?? '') !== key);
  return found.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)).slice(0, limit);
}

/** Known products by style code in canonical form; the first where several share one. */
export async function productsByCode(
  db: ArchvdDatabase,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Product>> {
  const found = await db.products
    .where('styleCode')
    .anyOf([...new Set(codes)])
    .toArray();
  const byCode = new Map<string, Product>();
  for (const product of found) {
    if (product.styleCode !== null && !byCode.has(product.styleCode)) byCode.set(product.styleCode, product);
  }
  return byCode;
}
