import { spreadOf } from '@/lib/domain/market/spread';
import type { ProductSize } from '@/lib/queries/product-page';
import type { Sort } from '../ui/sort';
import type { SizeSort } from './market-view';

const VALUES: Readonly<Record<SizeSort, (row: ProductSize) => number | null>> = {
  size: ({ size }) => size.usValue,
  ask: ({ price }) => price?.lowestAsk?.minor ?? null,
  offer: ({ price }) => price?.highestOffer?.minor ?? null,
  spread: ({ price }) => (price === null ? null : (spreadOf(price)?.basisPoints ?? null)),
  last: ({ price }) => price?.lastSale?.minor ?? null,
  indicator: ({ price }) => price?.globalIndicator?.minor ?? null,
  net: ({ underAsk }) => underAsk?.estimate.net?.minor ?? null,
  pace: ({ sold }) => sold.pace?.perWeek ?? null,
  own: ({ pairs, listings }) => Math.max(pairs.length, listings.length),
};

/** Sizes in the order asked for. What is not known stands last either way; equal ones go by their size. */
export function sortSizes(sizes: readonly ProductSize[], { by, down }: Sort): readonly ProductSize[] {
  const valueOf = VALUES[by as SizeSort] ?? VALUES.size;
  return sizes.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || bySize(a, b);
    return (down ? right - left : left - right) || bySize(a, b);
  });
}

function bySize(a: ProductSize, b: ProductSize): number {
  return a.size.usValue - b.size.usValue;
}
