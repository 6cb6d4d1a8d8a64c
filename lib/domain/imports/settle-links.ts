import { DAY_MS, type Instant } from '../time/instant';

/** A sale whose pair the importer may choose. */
export interface OpenSale {
  readonly saleId: string;
  /** Platform and order number: the same in whatever order files are read. */
  readonly key: string;
  readonly soldAt: Instant;
}

/** A pair of the same style and size that was in stock at some time, and is free or held by one of these sales. */
export interface StockPair {
  readonly pairId: string;
  readonly boughtAt: Instant;
  /** What tells apart pairs that were bought at one time: their cost, the row they came from. */
  readonly rank: string;
}

/** A purchase told by its day alone may bear a later hour than a sale of that day. */
const SAME_DAY = DAY_MS / 2;

/**
 * Which sale sold which pair, of one style code and size: sales by their dates, each the pair that was bought first and
 * before it. The same sales and pairs give the same answer in any order; a sale without such a pair keeps one of its own.
 *
 * @returns pair ids by sale id; sales that are not in it found none
 * @example bought 1 and 8 May, sold 5 and 20 May: the pair of 1 May went on the 5th, that of 8 May on the 20th
 */
export function settleLinks(sales: readonly OpenSale[], stock: readonly StockPair[]): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  const pairs = stock.toSorted(
    (a, b) => a.boughtAt - b.boughtAt || compare(a.rank, b.rank) || compare(a.pairId, b.pairId),
  );
  const taken = new Set<string>();
  for (const sale of sales.toSorted((a, b) => a.soldAt - b.soldAt || compare(a.key, b.key))) {
    const pair = pairs.find(({ pairId, boughtAt }) => !taken.has(pairId) && boughtAt <= sale.soldAt + SAME_DAY);
    if (pair === undefined) continue;
    taken.add(pair.pairId);
    links.set(sale.saleId, pair.pairId);
  }
  return links;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
