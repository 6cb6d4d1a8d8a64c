import type { Product } from '@/lib/domain/catalog/product';
import type { Pair, PairStatus } from '@/lib/domain/inventory/pair';
import type { Condition } from '@/lib/domain/listings/listing';
import type { Money } from '@/lib/domain/money/money';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { DAY_MS } from '@/lib/domain/time/instant';
import { prepareSearch, type Prepared } from './match-text';
import { namedPair } from './named-pair';

/** What of a product names its pairs. */
export type NamingProduct = Pick<
  Product,
  'catalogId' | 'name' | 'brand' | 'styleCode' | 'sizeSystem' | 'allowedSizes' | 'sizeRun'
>;

/** One pair as the index keeps it: what it is found, filtered and sorted by, and nothing else. */
export interface PairEntry extends Prepared {
  readonly id: string;
  readonly name: string;
  readonly brand: string;
  readonly size: number;
  /** As people read it: `US 7.5W`. */
  readonly sizeText: string;
  readonly status: PairStatus;
  readonly condition: Condition;
  readonly boughtAt: number | null;
  readonly soldAt: number | null;
  /** When it was sold, else bought, else entered. */
  readonly newest: number;
  readonly cost: Money | null;
  /** Its profit cannot be told until somebody says what it cost. */
  readonly missingCost: boolean;
  readonly tags: readonly string[];
  readonly location: string | null;
  readonly supplier: string | null;
}

/** @param product null until it has been read */
export function toPairEntry(stored: Pair, product: NamingProduct | null): PairEntry {
  const pair = namedPair(stored, product);
  const { id, name, brand, status, condition, boughtAt, soldAt, cost, tags, location, supplier } = pair;
  const more = [...tags, location ?? '', supplier ?? ''].filter((word) => word !== '');
  return {
    ...prepareSearch({ ...pair, size: pair.size.value }, more),
    id,
    name,
    brand,
    size: pair.size.value,
    sizeText: formatSize(pair.size, product?.sizeRun ?? null),
    status,
    condition,
    boughtAt,
    soldAt,
    newest: soldAt ?? boughtAt ?? pair.createdAt,
    cost,
    missingCost: cost === null && status !== 'written-off',
    tags,
    location,
    supplier,
  };
}

/**
 * Whole days the seller has or had a pair; null while nobody told when it was bought.
 *
 * @example bought 100 days ago and sold 10 days ago: 90
 */
export function daysHeld(entry: Pick<PairEntry, 'boughtAt' | 'soldAt' | 'status'>, now: number): number | null {
  if (entry.boughtAt === null) return null;
  const until = entry.status === 'sold' ? (entry.soldAt ?? now) : now;
  return Math.max(0, Math.floor((until - entry.boughtAt) / DAY_MS));
}

/** Still the seller's, so that its age costs something. */
export function isHeld(status: PairStatus): boolean {
  return status === 'in-stock' || status === 'listed' || status === 'returned' || status === 'consigned';
}
