import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';

/**
 * A pair under its product's name and brand where it has none of its own: listings carry no names, so a pair that came
 * with a listing is nameless in the books. Until its product has been read, its code stands for the name.
 *
 * @example a pair named `''` of catalogue item `dunk-low-panda-dd1391-100` becomes `Dunk Low Panda`, brand `Nike`
 */
export function namedPair(
  stored: Pair,
  product: Pick<Product, 'name' | 'brand' | 'styleCode' | 'sizeSystem' | 'allowedSizes'> | null,
): Pair {
  const pair = inOwnSystem(stored, product);
  if (pair.name !== '' && pair.brand !== '') return pair;
  const styleCode = pair.styleCode ?? product?.styleCode ?? null;
  return {
    ...pair,
    name: [pair.name, product?.name, styleCode, pair.catalogId].find((name) => name) ?? '',
    brand: pair.brand === '' ? (product?.brand ?? '') : pair.brand,
    styleCode,
  };
}

/** Orders carry no size unit: a pair that came with one is read in its product's own system, once that is known. */
function inOwnSystem(pair: Pair, product: Pick<Product, 'sizeSystem' | 'allowedSizes'> | null): Pair {
  const { size } = pair;
  if (pair.origin !== 'order' || product === null || product.sizeSystem === size.system) return pair;
  const comesInIt = product.allowedSizes.some((allowed) => allowed.value === size.value);
  return comesInIt ? { ...pair, size: { value: size.value, system: product.sizeSystem } } : pair;
}
