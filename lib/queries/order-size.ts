import type { Product } from '@/lib/domain/catalog/product';
import type { Size, SizeRun } from '@/lib/domain/sizes/size';

/** A size ready to be written out. */
export interface ShownSize {
  readonly size: Size;
  readonly run: SizeRun;
}

/**
 * The number an order or sale names, in the system its product is made in: orders carry no unit. Until the product has
 * been read it is taken as US, which is what alias trades in.
 *
 * @example 42.5 of a product that comes in EU sizes is EU 42.5; 7.5 of a women's model is US 7.5W
 */
export function sizeOfOrder(
  { sizeValue }: { readonly sizeValue: number },
  product: Pick<Product, 'sizeSystem' | 'sizeRun'> | null,
): ShownSize {
  return { size: { value: sizeValue, system: product?.sizeSystem ?? 'US' }, run: product?.sizeRun ?? null };
}
