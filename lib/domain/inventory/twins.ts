import type { Pair } from './pair';
import { kindOf } from './waiting-pairs';

/** A pair the seller wrote down, and the same shoes as the marketplace told of them later. */
export interface Twins {
  readonly own: Pair;
  readonly twin: Pair;
}

/** In stock, known from a purchase ledger, and never offered by any listing. */
export function isUnofferedPurchase(pair: Pair): boolean {
  return (
    pair.status === 'in-stock' && pair.deletedAt === null && pair.goatListingId === null && pair.ledgerRef !== null
  );
}

/**
 * Purchases that turned up on the marketplace: a pair of exactly that style code and size which came to be known after
 * the ledger was read, and of which nobody has said what it cost. What the ledger found waiting, it has filled already.
 *
 * First bought goes to first sold, then to first known. A pair sold before the purchase is not it.
 *
 * @example DD1391-100 US 10 bought for £60 and in stock; a listing of that kind appears: it is that pair
 */
export function findTwins(pairs: readonly Pair[]): readonly Twins[] {
  const waiting = new Map<string, Pair[]>();
  for (const pair of pairs.filter(isUntold).toSorted(bySale)) {
    const key = kindOf(pair.styleCode, pair.size);
    waiting.set(key, [...(waiting.get(key) ?? []), pair]);
  }
  const twins: Twins[] = [];
  for (const own of pairs.filter(isUnofferedPurchase).toSorted(byPurchase)) {
    if (own.styleCode === null) continue;
    const queue = waiting.get(kindOf(own.styleCode, own.size)) ?? [];
    const at = queue.findIndex((pair) => couldBe(own, pair));
    const [twin] = at < 0 ? [] : queue.splice(at, 1);
    if (twin !== undefined) twins.push({ own, twin });
  }
  return twins;
}

/** The pair as the seller knows it, where the marketplace says it is. */
export function joinTwins({ own, twin }: Twins): Pair {
  const { status, goatListingId, soldAt, catalogId, condition, packaging } = twin;
  const told = {
    boughtAt: own.boughtAt ?? twin.boughtAt,
    supplier: own.supplier ?? twin.supplier,
    location: own.location ?? twin.location,
  };
  return { ...own, ...told, status, goatListingId, soldAt, catalogId, condition, packaging };
}

type Told = Pair & { readonly styleCode: NonNullable<Pair['styleCode']> };

/** Told by the marketplace: the seller has added nothing that speaks against the join or that it could lose. */
function isUntold(pair: Pair): pair is Told {
  const bare = pair.cost === null && pair.otherCosts === null && pair.ledgerRef === null && pair.note === '';
  const fromMarket = pair.origin === 'listing' || pair.origin === 'order';
  return bare && fromMarket && pair.tags.length === 0 && pair.deletedAt === null && pair.styleCode !== null;
}

function couldBe(own: Pair, pair: Pair): boolean {
  const boughtInTime = pair.soldAt === null || own.boughtAt === null || own.boughtAt <= pair.soldAt;
  return pair.createdAt > own.createdAt && boughtInTime;
}

function bySale(a: Pair, b: Pair): number {
  const unsold = Number(a.soldAt === null) - Number(b.soldAt === null);
  return unsold || (a.soldAt ?? a.createdAt) - (b.soldAt ?? b.createdAt) || (a.id < b.id ? -1 : 1);
}

function byPurchase(a: Pair, b: Pair): number {
  const undated = Number(a.boughtAt === null) - Number(b.boughtAt === null);
  return undated || (a.boughtAt ?? 0) - (b.boughtAt ?? 0) || (a.id < b.id ? -1 : 1);
}
