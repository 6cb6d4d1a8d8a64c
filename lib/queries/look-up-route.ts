import type { ArchvdDatabase } from '@/lib/db/database';
import { styleCodesIn } from '@/lib/domain/catalog/style-code';

/**
 * Where a text that somebody selected or typed leads, as what follows the `#` of the app: to the product's market when
 * the books know exactly one product of its style code, else to the market's search.
 *
 * @example `Nike Dunk Low "Panda" DD1391-100` leads to `/market?product=…`, or to `/market?q=DD1391-100`; `panda` to
 * `/market?q=panda`
 */
export async function lookUpRoute(db: ArchvdDatabase, text: string): Promise<string> {
  // What stands in brackets is as much part of a selected title as the rest.
  const [code, ...more] = styleCodesIn(text.replaceAll(/[()[\]]/g, ' ')).filter(
    ({ shopNumber }) => shopNumber !== 'yes',
  );
  if (code === undefined || more.length > 0) return search(text);
  const [product, ...others] = await db.products.where('styleCode').equals(code.code).limit(2).toArray();
  if (product === undefined || others.length > 0) return search(code.code);
  return productRoute(product.catalogId);
}

/** The market of a product of the catalogue. */
export function productRoute(catalogId: string): string {
  return `/market?${new URLSearchParams({ product: catalogId })}`;
}

function search(text: string): string {
  return `/market?${new URLSearchParams({ q: text })}`;
}
