import { floorPrice, type CostBasis, type Floor, type ProfitTarget } from '../fees/floor-price';
import type { CurrencyCode } from '../money/currency';

/**
 * The floor of a target alone, before any minimum. To find one, many prices are tried; pairs of one cost under one rule
 * share it, and so do the runs after this one.
 */
export function targetFloor(basis: CostBasis, target: ProfitTarget): Floor {
  const { cost, otherCosts, fx } = basis;
  if (cost === null) return floorPrice({ ...basis, target, ...NO_MINIMUMS });
  const shelf = shelfOf(basis, target, cost.currency);
  const extra = otherCosts === null ? '' : `+${otherCosts.minor}${otherCosts.currency}`;
  const rate = fx === null ? '' : `*${fx.base}${fx.quote}${fx.rateE8}`;
  const key = extra === '' && rate === '' ? cost.minor : `${cost.minor}${extra}${rate}`;
  let floor = shelf.get(key);
  if (floor === undefined) {
    floor = floorPrice({ ...basis, target, ...NO_MINIMUMS });
    put(shelf, key, floor);
  }
  return floor;
}

const NO_MINIMUMS = { ownMinimum: null, catalogueMinimum: null };

/** Floors by cost, of one target and one set of fees. */
type Shelf = Map<number | string, Floor>;

const shelves = new Map<string, Shelf>();
let kept = 0;

/** More than any shop has costs; then it begins anew. */
const MOST_KEPT = 50_000;

function put(shelf: Shelf, key: number | string, floor: Floor): void {
  if (kept >= MOST_KEPT) {
    for (const each of shelves.values()) each.clear();
    shelves.clear();
    last = null;
    kept = 0;
  }
  shelf.set(key, floor);
  kept += 1;
}

/** Nearly all listings of a run are asked for with the same objects: those need no looking up. */
let last: { readonly basis: CostBasis; readonly target: ProfitTarget; readonly currency: string; shelf: Shelf } | null =
  null;

function shelfOf(basis: CostBasis, target: ProfitTarget, currency: CurrencyCode): Shelf {
  if (last?.target === target && last.currency === currency && sameFees(last.basis, basis)) return last.shelf;
  const key = JSON.stringify([currency, target, basis.schedule, basis.profile]);
  let shelf = shelves.get(key);
  if (shelf === undefined) {
    shelf = new Map();
    shelves.set(key, shelf);
  }
  last = { basis, target, currency, shelf };
  return shelf;
}

function sameFees(a: CostBasis, b: CostBasis): boolean {
  if (a.schedule !== b.schedule) return false;
  const [one, other] = [a.profile, b.profile];
  return (
    one === other ||
    (one.rating === other.rating &&
      one.country === other.country &&
      one.method === other.method &&
      one.withdraws === other.withdraws)
  );
}
