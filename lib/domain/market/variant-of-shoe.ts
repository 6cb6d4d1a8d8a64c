import type { Product } from '../catalog/product';
import { toUsSize } from '../sizes/allowed-sizes';
import type { Size } from '../sizes/size';
import type { VariantKey } from './quote';

/** A shoe as it is listed, or would be. */
interface Shoe extends Pick<VariantKey, 'condition' | 'packaging'> {
  readonly size: Size;
}

/**
 * The variant whose figures a shoe is held against: consigned or not, its price lies beside the others'.
 *
 * @param product undefined: not in the books
 * @param regionId null: everywhere
 * @returns null when its US size cannot be told
 */
export function variantOfShoe(shoe: Shoe, product: Product | undefined, regionId: string | null): VariantKey | null {
  const usSize = product === undefined ? null : toUsSize(product, shoe.size);
  if (product === undefined || usSize === null) return null;
  const { condition, packaging } = shoe;
  return {
    marketplace: 'alias',
    catalogId: product.catalogId,
    usSize,
    condition,
    packaging,
    consigned: null,
    regionId,
  };
}
