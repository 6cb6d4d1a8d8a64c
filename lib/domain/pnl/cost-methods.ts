import { minor } from '../money/money';

/** Which pair's cost a sale takes: its own, the oldest of its kind, or the average of its kind. */
export const COST_METHODS = ['specific', 'fifo', 'average'] as const;

export type CostMethod = (typeof COST_METHODS)[number];

/** A pair as a lot of one. */
export interface CostLot {
  readonly pairId: string;
  /** Pairs of one kind stand for each other: style code and size. */
  readonly kind: string;
  /** Milliseconds since 1970. */
  readonly boughtAt: number;
  /** All it cost, in minor units of the report's currency; null: unknown. */
  readonly cost: number | null;
}

export interface SoldLot {
  readonly saleId: string;
  readonly pairId: string;
  readonly soldAt: number;
}

/** `sold + remaining` is what all lots of a known cost were bought for, whichever the method. */
export interface MethodCosts {
  /** By sale, in minor units; null: the cost of the very pair is unknown. A sale of no lot is not in it. */
  readonly costs: ReadonlyMap<string, number | null>;
  readonly sold: number;
  readonly remaining: number;
  /** Lots without a cost, sold and not: in no sum. */
  readonly soldUnknown: number;
  readonly remainingUnknown: number;
}

/**
 * What each sale cost by one method. Lots are taken in order of purchase and sales in order of time, ties by id, so that
 * any order of the same rows gives the same cents; besides the sorting it is one walk through both.
 *
 * A pair of unknown cost stands for no other, and none for it: its sale is unknown by every method, so that methods differ
 * in nothing but the costs. A pair without a day of purchase, or sold before it, counts as bought when it was sold.
 *
 * @param lots every pair the seller kept or sold, once each
 * @param sales those that stand; of several sales of one pair the first counts
 * @example bought at $10, then $20, then $30, the last one sold: specific $30, FIFO $10, average $20
 */
export function costsBy(method: CostMethod, lots: readonly CostLot[], sales: readonly SoldLot[]): MethodCosts {
  const sold = new Map<string, SoldLot>();
  const ordered = sales.toSorted((a, b) => a.soldAt - b.soldAt || (a.saleId < b.saleId ? -1 : 1));
  for (const sale of ordered) if (!sold.has(sale.pairId)) sold.set(sale.pairId, sale);
  const pools = new Map<string, Pool>();
  const counts = { soldUnknown: 0, remainingUnknown: 0 };
  const lotOf = new Map<string, CostLot>();
  const queue = lots
    .map((lot) => ({ lot, at: Math.min(lot.boughtAt, sold.get(lot.pairId)?.soldAt ?? Infinity) }))
    .toSorted((a, b) => a.at - b.at || (a.lot.pairId < b.lot.pairId ? -1 : 1));
  for (const { lot } of queue) {
    lotOf.set(lot.pairId, lot);
    if (lot.cost === null) counts[sold.has(lot.pairId) ? 'soldUnknown' : 'remainingUnknown'] += 1;
  }
  const costs = new Map<string, number | null>();
  let [nextLot, total, bought] = [0, 0, 0];
  const stockUpTo = (at: number): void => {
    for (let next = queue[nextLot]; next !== undefined && next.at <= at; next = queue[nextLot]) {
      nextLot += 1;
      if (next.lot.cost === null) continue;
      poolOf(pools, next.lot.kind).put(next.lot.cost);
      bought = minor(bought + next.lot.cost);
    }
  };
  for (const sale of sold.values()) {
    const lot = lotOf.get(sale.pairId);
    if (lot === undefined) continue;
    stockUpTo(sale.soldAt);
    const cost = lot.cost === null ? null : method === 'specific' ? lot.cost : poolOf(pools, lot.kind).take(method);
    costs.set(sale.saleId, cost);
    total = minor(total + (cost ?? 0));
  }
  stockUpTo(Infinity);
  return { costs, sold: total, remaining: minor(bought - total), ...counts };
}

/** Lots of one kind that have not been sold, the oldest first, and what they cost together. */
interface Pool {
  put(cost: number): void;
  take(method: CostMethod): number;
}

function poolOf(pools: Map<string, Pool>, kind: string): Pool {
  const known = pools.get(kind);
  if (known !== undefined) return known;
  const pool = createPool();
  pools.set(kind, pool);
  return pool;
}

function createPool(): Pool {
  const queue: number[] = [];
  let [first, whole] = [0, 0];
  return {
    put(cost) {
      queue.push(cost);
      whole = minor(whole + cost);
    },
    take(method) {
      const left = queue.length - first;
      const cost = method === 'fifo' ? (queue[first] ?? 0) : roundedShare(whole, left);
      first += 1;
      whole = minor(whole - cost);
      return cost;
    },
  };
}

/** What is left is divided anew each time, so that the last pair takes what is really left. Half to even, as everywhere. */
function roundedShare(whole: number, count: number): number {
  const down = Math.floor(whole / count);
  const rest = whole - down * count;
  const up = rest * 2 > count || (rest * 2 === count && down % 2 !== 0);
  return minor(up ? down + 1 : down);
}
